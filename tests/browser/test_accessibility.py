"""The site can be used without a mouse, by ear, in large print, without motion and on paper.

Every test here speaks of what somebody does or perceives. The ordinary run looks at a page of each
kind; ``-m slow`` walks through all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations
from tests.browser.test_pages import ONE_OF_EACH, pages_of

Open = Callable[..., Page]

DESK = {"width": 1280, "height": 720}
# A desk screen made four times as large.
ZOOMED = {"width": 320, "height": 256}
PHONE = {"width": 320, "height": 640}
QUIZ, MODULE = "quizzes/co-regulation/index.html", "modules/co-regulation/index.html"
SCRIPTED = (
    QUIZ,
    MODULE,
    "my-learning/index.html",
    "statement/index.html",
    "tools/capacity-self-assessment/short-form/index.html",
)
WALKED = ("index.html", "contents/index.html", "host/index.html", "404.html")

# What has the focus: a name for it, and what is wrong with how it is shown. The ring may be on the
# label that stands for a radio button, or on the button that a file is dropped on.
FOCUSED = """() => {
  const seen = (window.walked ||= new Set());
  const it = document.activeElement;
  if (!it || it === document.body || it === document.documentElement) return null;
  if (seen.has(it)) return "again";
  seen.add(it);
  const wrong = [];
  const box = it.getClientRects()[0] || it.getBoundingClientRect();
  if (!box.width || !box.height) wrong.push("has no size");
  const ringed = [it, it.closest(".tr-file"), it.matches("input") && it.nextElementSibling];
  const width = (one) => {
    const style = getComputedStyle(one);
    return style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
  };
  if (Math.max(...ringed.filter(Boolean).map(width)) < 2) wrong.push("has no ring");
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  if (left >= right || top >= bottom) wrong.push("is out of sight");
  else {
    const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const named = [...(it.labels || [])].some((one) => one.contains(at));
    const file = at && at.contains(it) && at.closest(".tr-file");
    if (!it.contains(at) && !named && !file) wrong.push(`is under ${at && at.className}`);
  }
  const name = (it.textContent || it.name || it.tagName).trim().slice(0, 40);
  return wrong.length ? `${name} ${wrong.join(" and ")}` : "";
}"""


def walk(page: Page, key: str, most: int = 400) -> list[str]:
    """Press a key until the focus has been everywhere; gives what was wrong."""
    page.evaluate("() => { delete window.walked; document.activeElement.blur(); }")
    wrong, stops = [], 0
    for _ in range(most):
        page.keyboard.press(key)
        found = page.evaluate(FOCUSED)
        if found == "again" or (found is None and stops):
            break
        stops += found is not None
        if found:
            wrong.append(f"{key}: {found}")
    assert stops > 5
    return wrong


def walks(browser: Browser, base: str, names: list[str]) -> list[str]:
    """Walk through pages forwards and backwards, on a desk screen and at four times the size."""
    wrong = []
    for size in (DESK, ZOOMED):
        context = browser.new_context(viewport=size)
        page = context.new_page()
        for name in names:
            page.goto(f"{base}/{name}")
            for key in ("Tab", "Shift+Tab"):
                wrong += [f"{name} at {size['width']}: {one}" for one in walk(page, key)]
        context.close()
    return wrong


def test_what_has_the_focus_is_in_sight_and_ringed(browser: Browser, web_address: str) -> None:
    """Walking with Tab and with Shift and Tab, nothing lies under the header or outside."""
    assert walks(browser, web_address, list(WALKED)) == []


@pytest.mark.slow
def test_what_has_the_focus_is_in_sight_on_a_page_of_every_kind(
    browser: Browser, web_address: str
) -> None:
    """Pages with many links and controls take long to walk through."""
    assert walks(browser, web_address, list(ONE_OF_EACH)) == []


@pytest.mark.parametrize("name", SCRIPTED)
def test_a_page_has_its_landmarks_one_heading_of_the_first_level_and_no_gap(
    name: str, open_page: Open, web_address: str
) -> None:
    """Also where scripts show or add parts; without them it is held of every page's HTML."""
    page = open_page(f"{web_address}/{name}")
    levels = page.eval_on_selector_all(
        "h1,h2,h3,h4,h5,h6", "all => all.filter(h => h.checkVisibility()).map(h => +h.tagName[1])"
    )
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    names = page.eval_on_selector_all(
        "nav, aside, search, [role=navigation], [role=complementary], [role=search], [role=region],"
        "[role=form], :is(section, form):is([aria-label], [aria-labelledby])",
        "all => all.filter(e => e.checkVisibility()).map(e => (e.ariaLabel"
        " || document.getElementById(e.getAttribute('aria-labelledby'))?.textContent || '')"
        ".trim())",
    )
    assert len(names) == len(set(names))
    assert all(names)
    expect(page.get_by_role("main")).to_have_count(1)
    expect(page.get_by_role("banner")).to_have_count(1)
    expect(page.get_by_role("contentinfo")).to_have_count(1)


@pytest.mark.parametrize("name", ["index.html", MODULE, "about/index.html", "404.html"])
def test_the_first_tab_reaches_a_visible_way_to_the_content(
    name: str, open_page: Open, web_address: str
) -> None:
    """It leads to the main heading, and the next Tab goes on from there."""
    page = open_page(f"{web_address}/{name}")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_have_css("opacity", "1")
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_be_in_viewport()
    assert page.evaluate("location.hash.slice(1)") == heading.get_attribute("id")
    page.keyboard.press("Tab")
    assert page.evaluate(
        "!!(document.querySelector('h1').compareDocumentPosition(document.activeElement) & 4)"
    )


def test_the_menu_works_by_keyboard_at_four_times_the_size(
    open_page: Open, web_address: str
) -> None:
    """A button that says whether it is open; both keys work, Escape closes and gives focus back."""
    page = open_page(f"{web_address}/{MODULE}", viewport=ZOOMED)
    button = page.get_by_role("button", name="Navigation")
    menu = page.get_by_role("navigation", name="Navigation")
    for key in ("Enter", "Space"):
        expect(button).to_have_attribute("aria-expanded", "false")
        expect(menu).to_be_hidden()
        button.press(key)
        expect(button).to_have_attribute("aria-expanded", "true")
        expect(menu.get_by_role("link", name="All modules")).to_be_visible()
        page.keyboard.press("Escape")
        expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_a_closed_menu_holds_no_tab_stop(open_page: Open, web_address: str) -> None:
    """Links beside the screen would take the focus where nobody sees it."""
    page = open_page(f"{web_address}/", viewport=PHONE)
    menu = "document.getElementById('tr-menu').contains(document.activeElement)"
    for _ in range(25):
        page.keyboard.press("Tab")
        assert not page.evaluate(menu)


def test_single_letters_are_no_shortcuts(open_page: Open, web_address: str) -> None:
    """Speech input and shaking hands type letters; they must lead nowhere and open nothing."""
    page = open_page(f"{web_address}/{QUIZ}")
    places: list[Callable[[], Any]] = [
        lambda: page.evaluate("document.activeElement.blur()"),
        lambda: page.get_by_role("radio").first.focus(),
        lambda: page.get_by_role("checkbox").first.focus(),
        lambda: page.get_by_role("button", name="Check my answer").first.focus(),
        lambda: page.locator("main summary:visible").first.focus(),
    ]
    for place in places:
        place()
        before = page.url
        for key in ("n", "p", ".", ",", "f", "s", "/"):
            page.keyboard.press(key)
        assert page.url == before
        expect(page.get_by_role("searchbox")).to_be_hidden()
    page.get_by_role("button", name="Search", exact=True).click()
    page.keyboard.type("np.,fs/")
    expect(page.get_by_role("searchbox")).to_have_value("np.,fs/")
    page.goto(f"{web_address}/{MODULE}")
    note = page.locator("main textarea:visible").first
    note.focus()
    page.keyboard.type("np.,fs/")
    expect(note).to_have_value("np.,fs/")
    assert page.url.endswith(MODULE)


def test_axe_finds_nothing_on_whole_pages_header_and_footer_and_all(
    open_page: Open, web_address: str
) -> None:
    """At desk width in the light, with both side bars, and on a phone in the dark."""
    found = []
    for look, size in (("light", {"width": 1280, "height": 800}), ("dark", PHONE)):
        page = open_page(f"{web_address}/", viewport=size, color_scheme=look)
        for name in ("index.html", MODULE, QUIZ, "my-learning/index.html"):
            page.goto(f"{web_address}/{name}")
            found += [f"{name} in the {look}: {problem}" for problem in violations(page, None)]
    assert found == []


@pytest.mark.parametrize("look", ["light", "dark"])
def test_axe_finds_nothing_in_the_frame_nor_in_what_opens(
    look: str, open_page: Open, web_address: str
) -> None:
    """The menu open, the search open with results and without any, a note, what was closed."""
    page = open_page(f"{web_address}/", viewport=PHONE, color_scheme=look)
    assert violations(page, None) == []
    page.get_by_role("button", name="Navigation").click()
    expect(page.get_by_role("navigation", name="Navigation")).to_be_visible()
    assert violations(page, None) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Search", exact=True).click()
    status = page.get_by_role("search").get_by_role("status")
    for words, said in (("calm", "Pages found"), ("zzzz", "Nothing found")):
        page.get_by_role("searchbox").fill(words)
        expect(status).to_contain_text(said)
        assert violations(page, None) == []
    page.goto(f"{web_address}/404.html")
    assert violations(page, None) == []
    page.goto(f"{web_address}/{MODULE}")
    for box in page.get_by_role("main").get_by_role("textbox").all()[:1]:
        box.fill("For me alone")
    for summary in page.locator("main summary:visible").all():
        summary.click()
    assert violations(page, None) == []


@pytest.mark.parametrize("name", ["index.html", MODULE, QUIZ, "my-learning/index.html"])
def test_nothing_moves_for_whoever_wants_less_motion(
    name: str, open_page: Open, web_address: str
) -> None:
    """No transition and no animation is longer than the eye can see."""
    page = open_page(f"{web_address}/{name}", reduced_motion="reduce")
    slow = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((one) => {
          const longest = (text) => Math.max(...text.split(",").map(parseFloat));
          return [null, "::before", "::after", "::marker", "::placeholder", "::details-content",
            "::backdrop"].some((part) => {
            const style = getComputedStyle(one, part);
            return longest(style.transitionDuration) > 0.01
              || (style.animationName !== "none" && longest(style.animationDuration) > 0.01);
          });
        }).map((one) => one.className)"""
    )
    assert slow == []


def test_choices_and_feedback_can_be_told_in_the_colours_of_the_device(
    open_page: Open, web_address: str
) -> None:
    """With forced colours there are no tints: words and lines have to say it."""
    page = open_page(f"{web_address}/{QUIZ}", forced_colors="active")
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Check my answer").first.click()
    status = page.get_by_role("main").get_by_role("status").first
    expect(status).not_to_be_empty()
    drawn = "e => [e, ...e.children].some(o => getComputedStyle(o).borderStyle !== 'none')"
    assert status.evaluate(drawn)
    button = page.get_by_role("button", name="Check my answer").first
    assert "none" not in button.evaluate("e => getComputedStyle(e).borderStyle")
    assert page.get_by_role("radio").first.is_checked()


SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"""
CLIPPED = """() => [...document.querySelectorAll("header *, main *, footer *")].filter((one) => {
  const style = getComputedStyle(one);
  const cut = /hidden|clip/.test(`${style.overflowX} ${style.overflowY}`);
  const meant = one.closest(`.tr-hidden, .tr-brand__name, .md-header__title, .tr-search__word,
    .md-sidebar, .tr-file, svg`);
  return cut && !meant && one.textContent.trim() && one.checkVisibility()
    && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
}).map((one) => `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 40)}`)"""


def cut_off(page: Page) -> list[str]:
    """What is cut off, or makes the page wider than the screen."""
    found: list[str] = page.evaluate(CLIPPED)
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return found + ([f"{wide} px too wide"] if wide > 0 else [])


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("name", [MODULE, QUIZ, "my-learning/index.html", "support/index.html"])
def test_wider_spacing_of_text_cuts_nothing_off(
    name: str, size: Any, open_page: Open, web_address: str
) -> None:
    """Some people read only with lines, words and letters further apart."""
    page = open_page(f"{web_address}/{name}", viewport=size, bypass_csp=True)
    page.add_style_tag(content=SPACED)
    assert cut_off(page) == []
    # What appears only after a click is wide and high as well.
    for summary in page.locator("main summary:visible").all():
        summary.click()
    for choice in page.locator("main fieldset").get_by_role("radio").all()[:1]:
        choice.check()
    for button in page.get_by_role("button", name="Check my answer").all()[:2]:
        button.click()
    for button in page.get_by_role("button", name="Menu").all():
        if button.is_visible():
            button.click()
            assert cut_off(page) == []
            page.keyboard.press("Escape")
    assert cut_off(page) == []
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("searchbox").fill("calm")
    page.get_by_role("search").get_by_role("listitem").first.wait_for()
    assert cut_off(page) == []


@pytest.mark.parametrize("look", ["light", "dark"])
def test_links_in_text_are_underlined(look: str, open_page: Open, web_address: str) -> None:
    """Colour alone does not tell a link, in either palette."""
    page = open_page(f"{web_address}/{MODULE}", color_scheme=look)
    links = page.eval_on_selector_all(
        "article :is(p, li, dd) a[href]",
        "all => all.filter(a => a.checkVisibility() && !a.closest('.tr-button, .tr-turn, h2, h3'))"
        ".map(a => [a.outerHTML, getComputedStyle(a).textDecorationLine])",
    )
    assert len(links) > 5
    assert [link for link, line in links if "underline" not in line] == []


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_colours_are_changed_by_keyboard_and_stay(
    key: str, open_page: Open, web_address: str
) -> None:
    """From light to dark, also after the page is loaded again."""
    page = open_page(f"{web_address}/", color_scheme="light")
    toggle = page.get_by_role("button", name="Dark colours")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    toggle.press(key)
    page.reload()
    expect(toggle).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before


def test_nothing_is_wider_than_the_screen_at_four_times_the_size(
    open_page: Open, web_address: str
) -> None:
    """Reading never needs scrolling sideways."""
    page = open_page(f"{web_address}/", viewport=ZOOMED)
    assert wide(page, web_address, [*ONE_OF_EACH, "404.html"]) == []


@pytest.mark.slow
def test_no_page_at_all_is_wider_than_the_screen_at_four_times_the_size(
    open_page: Open, web_address: str, web_site: Path
) -> None:
    """One long word in one module would be enough."""
    page = open_page(f"{web_address}/", viewport=ZOOMED)
    assert wide(page, web_address, pages_of(web_site)) == []


def wide(page: Page, base: str, names: list[str]) -> list[str]:
    """The pages that are wider than the screen."""
    found = []
    for name in names:
        page.goto(f"{base}/{name}")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(name)
    return found


def test_paper_shows_what_is_closed_on_the_screen_and_where_links_lead(
    open_page: Open, web_address: str
) -> None:
    """Sources, answers and addresses are on the paper; menus and the search are not."""
    page = open_page(f"{web_address}/{MODULE}", color_scheme="dark", java_script_enabled=False)
    page.emulate_media(media="print")
    details = page.locator("article details:not([open]):not(nav *)")
    assert details.count() > 0
    for one in details.all():
        content = one.locator(":scope > :not(summary)").first
        assert content.evaluate("e => e.checkVisibility({contentVisibilityAuto: true})")
        assert content.evaluate("e => e.getBoundingClientRect().height") > 0
    outside = page.locator("article a.tr-external")
    assert outside.count() > 0
    for link in outside.all():
        shown = link.evaluate("e => getComputedStyle(e, '::after').content")
        assert str(link.get_attribute("href")) in shown
    for role in ("banner", "navigation", "contentinfo", "search"):
        assert [one for one in page.get_by_role(role).all() if one.is_visible()] == []
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark in ("rgb(251, 250, 246)", "rgb(255, 255, 255)")


# Only after a frame is drawn for the paper is everything laid out. What was not drawn from a quiz
# is not there on paper either.
UNSEEN = """async () => {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  return [...document.querySelectorAll("article details:not([open]):not(nav *)")].flatMap((one) => {
    const parts = one.closest("[hidden]") ? [] : [...one.children].slice(1);
    const seen = (part) => part.checkVisibility({contentVisibilityAuto: true})
      && part.getBoundingClientRect().height > 0;
    return parts.every(seen) ? [] : [one.innerHTML.slice(0, 120)];
  });
}"""


def test_paper_shows_answers_and_what_is_closed_also_with_javascript(
    open_page: Open, web_address: str, learners_address: Callable[[str], str]
) -> None:
    """People print what they see: a quiz, also one half done, and a module, nothing opened."""
    # Of two hints, the second is offered on the screen after the first.
    hints = learners_address("quizzes/small-turns.md")
    for address in (f"{web_address}/{QUIZ}", f"{web_address}/{MODULE}", hints):
        page = open_page(address)
        closed = page.locator("article details:not([open]):not(nav *)").count()
        if address != f"{web_address}/{MODULE}":
            page.get_by_role("radio").first.check()
            page.get_by_role("button", name="Check my answer").first.click()
            answers = page.locator(".tr-question__answer .tr-question__reason")
            assert closed >= page.locator(".tr-question__answer").count() > 0
            assert answers.first.is_hidden()
        assert closed > 0
        page.emulate_media(media="print")
        assert page.evaluate(UNSEEN) == [], address
        assert page.locator("article details:not([open]):not(nav *)").count() >= closed


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_module_and_a_pathway_fit_on_paper(size: str, open_page: Open, web_address: str) -> None:
    """Sources and where links lead are there, what is for the screen alone is not."""
    for name in ("paper/co-regulation/", "paper/pathways/core/"):
        page = open_page(f"{web_address}/{name}")
        wide = {"A4": 794, "Letter": 816}[size] - 2 * 57
        page.set_viewport_size({"width": wide, "height": 900})
        page.emulate_media(media="print")
        assert page.evaluate("document.documentElement.scrollWidth") <= wide
        assert page.get_by_text("This page is made for paper").is_hidden()
        expect(page.get_by_role("heading", name="What fits, and why")).to_be_visible()
        for link in page.locator(".tr-sources a.tr-external").all():
            shown = link.evaluate("e => getComputedStyle(e, '::after').content")
            assert str(link.get_attribute("href")) in shown
        assert page.locator(".tr-sources a.tr-external").count() > 3
        assert page.pdf(format=size).startswith(b"%PDF")


def test_blocked_storage_makes_no_page_throw(browser: Browser, web_address: str) -> None:
    """Neither our scripts nor the theme's, at the start of a page or later."""
    context = browser.new_context()
    context.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, {get() { throw new Error('denied'); }})"
    )
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    for name in ("index.html", MODULE, QUIZ, "my-learning/index.html", "404.html"):
        page.goto(f"{web_address}/{name}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    context.close()
    assert faults == []


def test_the_accessibility_statement_is_linked_everywhere_and_promises_no_more_than_was_tried(
    open_page: Open, web_address: str, web_site: Path
) -> None:
    """What was not tested is said plainly, with the day of the test and whom to tell."""
    for name in pages_of(web_site):
        text = (web_site / name).read_text(encoding="utf-8")
        if "tr-footer" in text:
            assert re.search(r'href="[^"]*">Accessibility</a>', text), name
    page = open_page(f"{web_address}/404.html")
    footer = page.get_by_role("contentinfo")
    footer.get_by_role("link", name="Accessibility", exact=True).click()
    main = page.get_by_role("main")
    expect(main.get_by_role("heading", level=1)).to_have_text("Accessibility")
    expect(main.get_by_role("heading", name="What was not tested")).to_be_visible()
    for words in ("NVDA", "Firefox and Safari", "Please tell"):
        expect(main.get_by_text(words).first).to_be_visible()
    expect(main.locator("time")).to_have_attribute("datetime", re.compile(r"\d{4}-\d\d-\d\d"))
