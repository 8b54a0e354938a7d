"""Every page: axe finds nothing in our own markup, nothing overflows, headings are in order."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, expect

Open = Callable[..., Page]

AXE = Axe()
ONE_OF_EACH = (
    "index.html",
    "contents/index.html",
    "modules/co-regulation/index.html",
    "quizzes/trauma-basics/index.html",
    "pathways/core/index.html",
    "objectives/index.html",
    "glossary/index.html",
    "support/index.html",
    "host/index.html",
    "accessibility/index.html",
    "my-learning/index.html",
    "statement/index.html",
    "stored/index.html",
    "offline/index.html",
    "not-kept/index.html",
    "pause/index.html",
    "safer-browsing/index.html",
    "evidence/index.html",
    "trainers/notes/co-regulation/index.html",
    "trainers/rules/index.html",
    "trainers/rules/obj/index.html",
    "trainers/map/index.html",
)
COMBINATIONS = [(look, width) for look in ("light", "dark") for width in (1280, 320)]


def pages_of(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def violations(page: Page) -> list[str]:
    """Run axe with its default rules and target sizes over the page body."""
    options = {"rules": {"target-size": {"enabled": True}}}
    found = AXE.run(page, context={"include": [["article"]]}, options=options)
    return [
        f"{problem['id']}: {node['html'][:120]}"
        for problem in found.response["violations"]
        for node in problem["nodes"]
    ]


def scan(browser: Browser, address: str, names: list[str], look: str, width: int) -> list[str]:
    context = browser.new_context(
        viewport={"width": width, "height": 800 if width > 600 else 640}, color_scheme=look
    )
    page = context.new_page()
    found = []

    def watch(request: Request) -> None:
        if not request.url.startswith((f"{address}/", "data:", "blob:")):
            found.append(f"request to another origin: {request.url}")

    page.on("request", watch)
    for name in names:
        page.goto(f"{address}/{name}")
        found += [f"{name}: {problem}" for problem in violations(page)]
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            found.append(f"{name}: {wide} px wide at {width}")
    context.close()
    return found


def test_axe_finds_nothing_on_any_page_at_desk_width_in_the_light(
    browser: Browser, web_address: str, web_site: Path
) -> None:
    """The ordinary run sees every page once."""
    assert scan(browser, web_address, pages_of(web_site), "light", 1280) == []


@pytest.mark.parametrize(("look", "width"), COMBINATIONS[1:])
def test_axe_finds_nothing_on_one_page_of_each_kind(
    look: str, width: int, browser: Browser, web_address: str
) -> None:
    """In every other combination of colours and width, one page of each kind."""
    assert scan(browser, web_address, list(ONE_OF_EACH), look, width) == []


@pytest.mark.slow
@pytest.mark.parametrize(("look", "width"), COMBINATIONS[1:])
def test_axe_finds_nothing_on_any_page_at_all(
    look: str, width: int, browser: Browser, web_address: str, web_site: Path
) -> None:
    """Every page in every combination."""
    assert scan(browser, web_address, pages_of(web_site), look, width) == []


def test_axe_finds_nothing_in_an_answered_and_in_an_empty_question(
    open_page: Open, web_address: str
) -> None:
    """What appears only after a click is judged too."""
    for look in ("light", "dark"):
        page = open_page(f"{web_address}/quizzes/co-regulation/", color_scheme=look)
        page.get_by_role("button", name="Check my answer").nth(0).click()
        for number in range(1, 8):
            page.locator("fieldset").nth(number).locator("input").first.check()
            page.get_by_role("button", name="Check my answer").nth(number).click()
        for summary in page.locator("article summary").all():
            summary.click()
        assert violations(page) == []


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_a_page_has_one_main_heading_and_skips_no_level(
    name: str, open_page: Open, web_address: str
) -> None:
    """Somebody who moves by headings finds each where they expect it."""
    page = open_page(f"{web_address}/{name}")
    levels = page.eval_on_selector_all(
        "article :is(h1,h2,h3,h4,h5,h6)", "all => all.map(h => Number(h.tagName[1]))"
    )
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_menu_on_a_phone_opens_closes_and_gives_the_focus_back(
    open_page: Open, web_address: str
) -> None:
    """Closed, it holds no tab stop; Escape closes it."""
    page = open_page(f"{web_address}/", viewport={"width": 320, "height": 640})
    button = page.get_by_role("button", name="Navigation")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_role("link", name="All modules", exact=True).first).to_be_hidden()
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("link", name="All modules", exact=True).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()


def test_the_colours_follow_the_device_until_somebody_chooses(
    open_page: Open, web_address: str
) -> None:
    """The choice survives a reload, and only then is something stored."""
    page = open_page(f"{web_address}/", color_scheme="dark")
    toggle = page.get_by_role("button", name="Dark colours")
    expect(toggle).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("localStorage.length") == 0
    toggle.press("Enter")
    expect(toggle).to_have_attribute("aria-pressed", "false")
    page.reload()
    expect(toggle).to_have_attribute("aria-pressed", "false")
    keys = page.evaluate("Object.keys(localStorage)")
    assert keys == ["trellis:trauma-informed-practice:look"]


def test_blocked_storage_breaks_nothing(browser: Browser, web_address: str) -> None:
    """Where a browser refuses storage, pages work and colours can still be changed."""
    context = browser.new_context(color_scheme="light")
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('denied'); }})"
    )
    page = context.new_page()
    page.goto(f"{web_address}/quizzes/co-regulation/")
    toggle = page.get_by_role("button", name="Dark colours")
    toggle.click()
    expect(toggle).to_have_attribute("aria-pressed", "true")
    page.locator("fieldset").first.locator("input").first.check()
    page.get_by_role("button", name="Check my answer").first.click()
    expect(page.get_by_role("article").get_by_role("status").first).not_to_be_empty()
    context.close()


def test_every_link_inside_the_site_leads_somewhere(web_site: Path) -> None:
    """Pages and anchors, on every page."""
    import re
    from urllib.parse import unquote

    texts = {path: path.read_text(encoding="utf-8") for path in web_site.rglob("*.html")}
    anchors = {path: set(re.findall(r'\bid="([^"]+)"', text)) for path, text in texts.items()}
    broken = []
    for path, text in texts.items():
        if path.name == "404.html":
            continue
        for href in re.findall(r'<a [^>]*href="([^"]+)"', text):
            if re.match(r"[a-z]+:", href):
                continue
            link, _, anchor = unquote(href).partition("#")
            target = (path.parent / link).resolve() if link else path
            target = target / "index.html" if target.is_dir() else target
            if target not in texts or (anchor and anchor not in anchors[target]):
                broken.append(f"{path.relative_to(web_site)}: {href}")
    assert broken == []
