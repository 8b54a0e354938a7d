"""Every page: axe finds nothing in our own markup, nothing overflows, headings are in order."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from build_tools.exports import assets
from build_tools.pages.leaving import NEUTRAL
from tests.browser.axe import violations
from tests.browser.traces import NOTHING, lying_over, stored

Open = Callable[..., Page]

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
    "share/index.html",
    "journey/index.html",
    "programmes/true-model/index.html",
    "tools/index.html",
    "tools/capacity-self-assessment/short-form/index.html",
    "tools/needs-assessment/index.html",
    "tools/action-plan/index.html",
    "tools/team-role-map/index.html",
    "stored/index.html",
    "offline/index.html",
    "not-kept/index.html",
    "pause/index.html",
    "safer-browsing/index.html",
    "evidence/index.html",
    "paper/trauma-basics/index.html",
    "trainers/notes/co-regulation/index.html",
    "trainers/rules/index.html",
    "trainers/rules/obj/index.html",
    "trainers/map/index.html",
)
PARTS = 6
# Axe needs many minutes for the colours of a page that holds ten modules, and they are those of
# the modules' own editions for paper.
BOUND = "paper/pathways/"
COMBINATIONS = [(look, width) for look in ("light", "dark") for width in (1280, 320)]


def pages_of(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def headings(page: Page) -> list[str]:
    """Say where somebody who moves by headings does not find each where they expect it."""
    levels = page.eval_on_selector_all(
        "article :is(h1,h2,h3,h4,h5,h6)", "all => all.map(h => Number(h.tagName[1]))"
    )
    in_order = all(after - before <= 1 for before, after in pairwise(levels))
    return [] if levels[:1] == [1] and levels.count(1) == 1 and in_order else [f"headings {levels}"]


def scan(browser: Browser, address: str, names: list[str], look: str, width: int) -> list[str]:
    """Look through pages as on a first visit, and say what is not as it should be."""
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
        if name != NEUTRAL and lying_over(page):
            found.append(f"{name}: something lies over the page as it opens")
        colours = not name.startswith(BOUND)
        found += [f"{name}: {problem}" for problem in violations(page, colours=colours)]
        found += [f"{name}: {problem}" for problem in headings(page)]
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            found.append(f"{name}: {wide} px wide at {width}")
        if stored(page) != NOTHING:
            found.append(f"{name}: stored something before anybody did anything")
    context.close()
    return found


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_page_at_desk_width_in_the_light(
    part: int, browser: Browser, web_address: str, web_site: Path
) -> None:
    """The ordinary run sees every page once; in parts, so that they can be tested side by side.

    On the way it holds of every page that a first visit stores nothing and finds nothing over it.
    """
    pages = pages_of(web_site)[part::PARTS]
    assert scan(browser, web_address, pages, "light", 1280) == []


@pytest.mark.parametrize(("look", "width"), COMBINATIONS[1:])
def test_axe_finds_nothing_on_one_page_of_each_kind(
    look: str, width: int, browser: Browser, web_address: str
) -> None:
    """In every other combination of colours and width, one page of each kind."""
    assert scan(browser, web_address, list(ONE_OF_EACH), look, width) == []


@pytest.mark.slow
@pytest.mark.parametrize(("look", "width"), COMBINATIONS)
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


def test_shortened_styles_say_the_same_to_a_browser(
    open_page: Open, web_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only spaces are gone, and none that parts one selector from the next."""
    shortened = assets.bundles([assets.overrides()])
    monkeypatch.setattr("rcssmin.cssmin", lambda text: text)
    written = assets.bundles([assets.overrides()])
    page = open_page(web_address)
    read = """(text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return [...sheet.cssRules].map((rule) => rule.cssText.replace(/([,:]) +/g, "$1"));
    }"""
    for name in ("shell_css", "activities_css", "tools_css"):
        rules = page.evaluate(read, written[name])
        assert len(rules) > 50
        assert page.evaluate(read, shortened[name]) == rules
