"""Care: leaving at once, content notes, pauses, support. Each is tried as a reader would."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from build_tools.adapters.site_build import build
from build_tools.checks import judge
from build_tools.core.source import read
from build_tools.model.course import Course
from build_tools.model.load import load
from build_tools.starters import COURSE
from tests.browser.conftest import served
from tests.browser.test_pages import ONE_OF_EACH
from tests.browser.traces import lying_over

WEATHER = "https://www.bbc.co.uk/weather"
RECIPES = "https://recipes.example/soups?for=two"
NEUTRAL = "kitchen-measures.html"
Visit = Callable[..., Page]

HOST = """\
schema: 1
organisation: {id: riverside, name: Riverside Family Centre}
country: GB
safeguarding_lead: {name: Amina, how: "Ring 01632 960001, or knock at room 4"}
local_duties: {law: Children Act, tell: Amina first, numbers: "01632 960002", deadline: Today}
"""
NOTE = """\
content_notes:
  - theme: violence
    exposure: 1
    note: Violence at home is named.
    where: "index.md#one-question"
  - theme: abuse
    exposure: 2
    note: A letter tells of harm.
    where: "02-a-letter.md#the-letter"
    skip_to: "02-a-letter.md#after-it"
"""
LETTER = """\
# A letter

Somebody wrote to the centre.

## The letter {#the-letter}

He stood at the door and did not let her pass, she writes.

/// support
///

## After it {#after-it}

The worker put the letter into the locked drawer.
"""


def make_course(folder: Path, *, show: str = "auto", flagged: bool = True, more: str = "") -> Path:
    """Copy the starter course; a second module has content notes and a page on a topic."""
    shutil.copytree(COURSE, folder)
    shutil.copytree(folder / "modules/first-steps", folder / "modules/second-steps")
    shutil.copy(folder / "quizzes/first-steps.yml", folder / "quizzes/second-steps.yml")
    change(
        folder / "course/course.yml",
        "modules: [first-steps]",
        "modules: [first-steps, second-steps]",
    )
    (folder / "course/host.yml").write_text(f"{HOST}exit: {{show: {show}{more}}}\n", "utf-8")
    if flagged:
        second = folder / "modules/second-steps"
        change(second / "module.yml", re.compile(r"content_notes: \[\].*\n"), NOTE)
        (second / "02-a-letter.md").write_text(LETTER, "utf-8")
        quiz = folder / "quizzes/second-steps.yml"
        change(quiz, "    type: true-false\n", "    type: true-false\n    about: abuse\n")
    return folder


def change(file: Path, old: str | re.Pattern[str], new: str) -> None:
    text = file.read_text("utf-8")
    pattern = re.compile(re.escape(old)) if isinstance(old, str) else old
    changed, count = pattern.subn(lambda _: new, text)
    assert count == 1, (file, old)
    file.write_text(changed, "utf-8")


def built(folder: Path, *, directory_urls: bool = True) -> Path:
    course, faults = load(read(folder))
    assert faults == []
    build(folder, folder / "site", course, [], directory_urls=directory_urls)
    return folder / "site"


@pytest.fixture(scope="module")
def flagged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course of two modules, one of them flagged; the button is on the flagged pages alone."""
    place = tmp_path_factory.mktemp("flagged") / "course"
    return built(make_course(place, show="flagged", more=f', tab_title: Notes, url: "{RECIPES}"'))


@pytest.fixture(scope="module")
def flagged_address(flagged: Path) -> Iterator[str]:
    """Where that course is served."""
    with served(flagged) as address:
        yield address


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Open a page; the weather answers with a page of ours, or is held back until it is let go."""
    contexts = []

    def open_one(address: str, held: list[Route] | None = None, **options: Any) -> Page:
        context = browser.new_context(**options)
        context.set_default_timeout(15000)
        contexts.append(context)
        context.route(f"{WEATHER}**", weather if held is None else lambda route: held.append(route))
        page = context.new_page()
        page.goto(address)
        return page

    yield open_one
    for context in contexts:
        context.close()


def weather(route: Route) -> None:
    route.fulfill(content_type="text/html", body="<title>Weather</title><h1>Rain later</h1>")


def exit_button(page: Page) -> Any:
    # The first is the way to skip, which is unseen until it has the focus.
    return page.get_by_role("banner").get_by_role("link", name="Exit this page").last


def pages_of(site: Path) -> dict[str, str]:
    """Every page that has our look, by its path."""
    return {
        path.relative_to(site).as_posix(): path.read_text("utf-8")
        for path in sorted(site.rglob("*.html"))
        if path.name != NEUTRAL
    }


def controls(html: str) -> list[str]:
    """The links and buttons of a page, in order."""
    return re.findall(r"<(?:a|button)\b[^>]*>", html.partition("<body")[2])


def gone_to(page: Page, address: str) -> None:
    """The exit led where it should: to the weather, or to the plain page of a folder."""
    if address.startswith("file:"):
        page.wait_for_url(f"**/{NEUTRAL}")
        expect(page.get_by_role("heading", name="Kitchen measures")).to_be_visible()
    else:
        page.wait_for_url(WEATHER)


# -- content notes -------------------------------------------------------------------------------


def test_a_note_comes_before_what_it_is_about_and_offers_four_ways_on(
    course: Course, visit: Visit, web_address: str
) -> None:
    """On every module: Start, Skip, Later and Support; Skip leads past what is flagged."""
    page = visit(f"{web_address}/")
    for module in course.modules.values():
        assert module.content_notes, "every module of this course says something"
        page.goto(f"{web_address}/{module.folder}/")
        note = page.locator("#content-note")
        for name in ("Start", "Skip to", "Leave it for another time", "Support"):
            expect(note.get_by_role("link", name=name).first).to_be_visible()
        targets = [
            (skip.get_attribute("href") or "").removeprefix("#")
            for skip in note.get_by_role("link", name="Skip to").all()
        ]
        parts = [
            (n.where.partition("#")[2], (n.skip_to or "").partition("#")[2])
            for n in module.content_notes
            if n.where
        ]
        assert {target for _, target in parts if target} <= set(targets), module.id
        ahead = page.evaluate(
            """(parts) => {
              const before = (a, b) => Boolean(a.compareDocumentPosition(b) & 4);
              const note = document.getElementById("content-note");
              return parts.map((ids) => ids.map((id) => document.getElementById(id)))
                .map(([part, end]) => [before(note, part), !end || before(part, end)]);
            }""",
            parts,
        )
        assert ahead == [[True, True]] * len(parts), module.id
        first = page.locator("article :is(h2, .tr-box)").first
        expect(first).to_have_id("content-note")


def test_a_topic_page_that_holds_a_flagged_part_has_its_note_too(
    visit: Visit, flagged_address: str
) -> None:
    """Only what is on that page is named; the note stands before the page's text."""
    page = visit(f"{flagged_address}/modules/second-steps/02-a-letter/")
    note = page.locator("#content-note")
    expect(note).to_contain_text("A letter tells of harm.")
    expect(note).to_contain_text("Abuse: described, nothing graphic.")
    expect(note).not_to_contain_text("Violence at home is named.")
    assert page.evaluate(
        """document.getElementById("content-note").compareDocumentPosition(
             [...document.querySelectorAll("article p")]
               .find((text) => text.textContent.startsWith("Somebody wrote"))
           ) & 4"""
    )
    note.get_by_role("link", name="Skip to “After it”").click()
    expect(page).to_have_url(re.compile(r"#after-it$"))
    done = page.get_by_role("button", name="Mark as done: The letter")
    expect(done).to_have_attribute("aria-pressed", "true")


def test_a_quiz_with_questions_on_a_theme_says_so_first(visit: Visit, flagged_address: str) -> None:
    """Skip leaves them out and leads to the first question that is about nothing hard."""
    page = visit(f"{flagged_address}/quizzes/second-steps/")
    note = page.locator("#content-note")
    for name in ("Start", "Leave it for another time", "Support"):
        expect(note.get_by_role("link", name=name)).to_be_visible()
    note.get_by_role("link", name="Skip these questions").click()
    expect(page).to_have_url(re.compile(r"#q-late-with-a-pushchair$"))
    hard = page.locator("#q-what-precautions-mean")
    expect(hard.get_by_text("Left out, since you chose to skip its theme.")).to_be_visible()
    expect(hard.get_by_role("radio").first).to_be_hidden()
    page.goto(f"{flagged_address}/quizzes/first-steps/")
    expect(page.locator("#content-note")).to_have_count(0)


def test_a_way_past_completes_the_module_like_reading(visit: Visit, web_address: str) -> None:
    """Also where no note names a place to go on: then it is the summary."""
    page = visit(f"{web_address}/modules/trauma-basics/")
    page.locator("#content-note").get_by_role("link", name="Skip to “Summary”").click()
    for title in ("Event, experience, effect", "A story: from the kettle"):
        button = page.get_by_role("button", name=re.compile(f"^Mark as done: {title}"))
        expect(button).to_have_attribute("aria-pressed", "true")


def test_a_module_must_say_what_is_hard_in_it_or_that_nothing_is(starter: Path) -> None:
    """The key is never left out by mistake."""
    change(starter / "modules/first-steps/module.yml", re.compile(r"content_notes: \[\].*\n"), "")
    course, faults = load(read(starter))
    found = judge(course, faults)
    assert ("SRC005", "modules/first-steps/module.yml") in {(d.code, d.file) for d in found}


def test_nothing_lies_over_a_page_when_it_is_first_opened(visit: Visit, web_address: str) -> None:
    """On no kind of page a dialog, an overlay or a page in between: what was asked for is there."""
    page = visit(f"{web_address}/")
    asked: list[str] = []
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    page.context.on("page", lambda other: asked.append(other.url))
    kinds = (*ONE_OF_EACH, "404.html", "review/index.html", "about/index.html")
    for name in kinds:
        page.goto(f"{web_address}/{name.removesuffix('index.html')}")
        for width, height in ((320, 640), (1280, 800)):
            page.set_viewport_size({"width": width, "height": height})
            assert page.url == f"{web_address}/{name.removesuffix('index.html')}"
            assert lying_over(page) == 0, f"{name} at {width}"
    assert asked == []


def test_no_field_must_be_filled_in(web_site: Path) -> None:
    """Neither a reflection, nor a name, nor an answer."""
    for name, html in pages_of(web_site).items():
        fields = re.findall(r"<(?:input|textarea|select)\b[^>]*>", html.partition("</header>")[2])
        assert [f for f in fields if re.search(r"\s(?:aria-)?required\b", f)] == [], name


# -- support -------------------------------------------------------------------------------------


def test_support_is_one_click_away_from_every_page(web_site: Path) -> None:
    """At the top and at the foot of each."""
    for name, html in pages_of(web_site).items():
        header, _, rest = html.partition("</header>")
        footer = rest.rpartition("<footer")[2]
        for part in (header, footer):
            assert re.search(
                r'<a [^>]*href="(?:[^"]*support/|\./)"[^>]*>\s*Support\s*</a>', part
            ), name


def test_the_support_page_can_be_rung_from(
    course: Course, visit: Visit, address_of: Callable[[str], str]
) -> None:
    """Every contact is there, numbers are links, and the page says what the course is not."""
    page = visit(address_of("support.md"))
    expect(page.get_by_text("This course is not an emergency service")).to_be_visible()
    assert page.locator('a[href^="tel:"]').count() >= len(course.support.countries)
    contacts = [c for country in course.support.countries for c in country.contacts]
    ways = page.locator(".tr-contacts__how").all_inner_texts()
    assert len(ways) >= len(contacts) > 0
    assert all(way.strip() for way in ways)
    expect(
        page.get_by_role("article").get_by_role("link", name="How to browse more safely")
    ).to_be_visible()


def test_the_emergency_number_and_the_lead_stand_where_they_are_needed(
    visit: Visit, flagged_address: str
) -> None:
    """From host.yml alone: on module, topic and quiz, and on the host's page."""
    page = visit(f"{flagged_address}/")
    for name in (
        "modules/second-steps/",
        "modules/second-steps/02-a-letter/",
        "quizzes/second-steps/",
        "host/",
    ):
        page.goto(f"{flagged_address}/{name}")
        last = page.locator(".tr-strip").last
        expect(last.get_by_role("link", name="999")).to_have_attribute("href", "tel:999")
        expect(last.get_by_role("link", name="Support contacts")).to_be_visible()
    for name in ("modules/second-steps/02-a-letter/", "modules/second-steps/", "host/"):
        page.goto(f"{flagged_address}/{name}")
        expect(page.get_by_text("Amina", exact=True).first).to_be_visible()
        expect(page.get_by_role("link", name="01632 960001").first).to_be_visible()
    expect(page.get_by_text("Children Act")).to_be_visible()


def test_what_a_host_has_not_filled_in_is_said_plainly(visit: Visit, web_address: str) -> None:
    """Nobody mistakes an open card for "nothing to do"."""
    page = visit(f"{web_address}/host/")
    expect(page.get_by_text("Safeguarding lead: not filled in yet by the host.")).to_be_visible()
    expect(page.get_by_text("Duties where you work: not filled in yet")).to_be_visible()


# -- pausing -------------------------------------------------------------------------------------


def test_a_pause_is_offered_at_the_end_of_each_part_and_leads_back(
    course: Course, visit: Visit, address_of: Callable[[str], str]
) -> None:
    """The way back is to the place one came from."""
    address = address_of("modules/co-regulation/index.md")
    page = visit(address)
    links = page.get_by_role("article").get_by_role("link", name="Take a pause")
    assert links.count() == len(course.modules["co-regulation"].sections)
    links.nth(2).click()
    expect(page.get_by_role("heading", name="Take a pause", level=1)).to_be_visible()
    assert page.get_by_role("article").get_by_role("listitem").count() == 4
    page.wait_for_load_state()
    page.get_by_role("link", name="Back to the course").click()
    page.wait_for_url(address)


def test_a_pause_works_without_javascript(visit: Visit, web_address: str) -> None:
    """Then the way back is an ordinary link into the course."""
    page = visit(f"{web_address}/modules/co-regulation/", java_script_enabled=False)
    page.get_by_role("article").get_by_role("link", name="Take a pause").first.click()
    page.get_by_role("link", name="Back to the course").click()
    page.wait_for_url(f"{web_address}/contents/")


# -- leaving at once -----------------------------------------------------------------------------


def test_the_exit_is_the_first_control_on_every_page_of_a_course_with_a_flagged_module(
    web_site: Path,
) -> None:
    """After the skip links, of which the second leaves too; also where an address leads nowhere."""
    for name, html in pages_of(web_site).items():
        first = controls(html)
        while "md-skip" in first[0] and "data-exit" not in first[0]:
            first.pop(0)
        assert "md-skip" in first[0], name
        assert "tr-exit__button" in first[1], name
        assert f'href="{WEATHER}" rel="noreferrer noopener"' in first[1], name
    assert "404.html" in pages_of(web_site)


def test_the_exit_stands_on_flagged_pages_and_support_alone_where_a_host_says_so(
    flagged: Path,
) -> None:
    """The module, its topics, its quiz."""
    with_it = {name for name, html in pages_of(flagged).items() if "data-exit" in html}
    assert with_it == {
        "modules/second-steps/index.html",
        "modules/second-steps/02-a-letter/index.html",
        "quizzes/second-steps/index.html",
        "support/index.html",
    }


@pytest.mark.parametrize(
    ("show", "has_flagged", "everywhere"),
    [("auto", True, True), ("auto", False, False), ("never", True, False), ("always", False, True)],
)
def test_the_host_and_the_content_notes_decide_where_the_exit_stands(
    show: str, has_flagged: bool, everywhere: bool, tmp_path: Path
) -> None:
    """A course without a flagged module has none, unless its host wants it."""
    site = built(make_course(tmp_path / "course", show=show, flagged=has_flagged))
    assert {"data-exit" in html for html in pages_of(site).values()} == {everywhere}


def test_the_exit_is_met_by_keyboard_right_after_the_skip_link(
    visit: Visit, address_of: Callable[[str], str]
) -> None:
    """It is large enough, and leaves by Enter."""
    address = address_of("modules/co-regulation/index.md")
    page = visit(address, viewport={"width": 320, "height": 640})
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(exit_button(page)).to_be_focused()
    box = exit_button(page).bounding_box()
    assert box
    assert box["height"] >= 44
    assert 0 <= box["x"] <= 320 - box["width"]
    page.keyboard.press("Enter")
    gone_to(page, address)


def test_the_exit_stays_in_reach_and_covers_no_focus(visit: Visit, web_address: str) -> None:
    """On a phone and at four times the size; what has the focus is never under it."""
    for height in (640, 256):
        page = visit(
            f"{web_address}/modules/co-regulation/", viewport={"width": 320, "height": height}
        )
        links = page.get_by_role("article").get_by_role("link")
        for number in range(links.count() - 1, -1, -9):
            links.nth(number).focus()
            expect(exit_button(page)).to_be_in_viewport()
            if not links.nth(number).is_visible():
                continue
            assert links.nth(number).evaluate(
                """(link) => {
                  const box = link.getClientRects()[0];
                  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
                  const at = document.elementFromPoint(x, y);
                  return link.contains(at) || link === at || at?.contains(link);
                }"""
            ), links.nth(number).inner_text()


def test_the_page_is_blank_before_the_next_one_comes(visit: Visit, web_address: str) -> None:
    """However slow the network. The page's entry in the history goes too."""
    held: list[Route] = []
    page = visit(f"{web_address}/", held)
    page.goto(f"{web_address}/modules/co-regulation/")
    length = page.evaluate("history.length")
    # Nothing can be asked of a page while another is on its way, so it tells by itself.
    page.evaluate(
        """new MutationObserver(() => setTimeout(() => {
             const shown = document.documentElement.getClientRects().length;
             console.log(`shown ${shown}, title “${document.title}”, at ${location.href}`);
           })).observe(document.documentElement, {attributes: true, attributeFilter: ["hidden"]})"""
    )
    with page.expect_console_message() as told:
        exit_button(page).click(no_wait_after=True)
    assert told.value.text == f"shown 0, title “”, at {web_address}/modules/co-regulation/"
    while not held:
        page.wait_for_timeout(20)
    weather(held[0])
    page.wait_for_url(WEATHER)
    assert page.evaluate("history.length") == length
    page.go_back()
    page.wait_for_url(f"{web_address}/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_host_decides_where_the_exit_leads(visit: Visit, flagged_address: str) -> None:
    """By the button, by Shift three times and without JavaScript, and to no other place."""
    address = f"{flagged_address}/modules/second-steps/"
    for way in ("click", "keys", "plain"):
        page = visit(f"{flagged_address}/", java_script_enabled=way != "plain")
        page.context.route("https://recipes.example/**", weather)
        page.goto(address)
        expect(exit_button(page)).to_have_attribute("href", RECIPES)
        length = page.evaluate("history.length")
        if way == "keys":
            for _ in range(3):
                page.keyboard.press("Shift")
        else:
            exit_button(page).click()
        page.wait_for_url(RECIPES)
        expect(page.get_by_role("heading", name="Rain later")).to_be_visible()
        assert page.evaluate("history.length") == length + (way == "plain")


def test_going_back_after_the_exit_shows_a_page_that_works(
    visit: Visit, address_of: Callable[[str], str]
) -> None:
    """What was open before it is whole, and can be left again."""
    home, address = address_of("index.md"), address_of("quizzes/co-regulation.md")
    page = visit(home)
    page.goto(address)
    exit_button(page).click()
    gone_to(page, address)
    page.go_back()
    page.wait_for_url(home)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    exit_button(page).click()
    gone_to(page, address)


def test_a_page_that_comes_back_from_the_browsers_memory_is_shown_again(
    visit: Visit, web_address: str
) -> None:
    """Browsers keep a page as it was when it was left, which is blank."""
    page = visit(f"{web_address}/modules/co-regulation/")
    # The next page does not come.
    page.context.route(f"{WEATHER}**", lambda route: route.fulfill(status=204))
    title = page.title()
    exit_button(page).click(no_wait_after=True)
    page.wait_for_timeout(300)
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_be_hidden()
    # Any other showing, such as the end of loading, must not bring the text back.
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: false}))")
    expect(heading).to_be_hidden()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(heading).to_be_visible()
    assert page.title() == title


def test_shift_three_times_leaves_and_is_counted_aloud(
    visit: Visit, address_of: Callable[[str], str]
) -> None:
    """The count is in the page from the start, so that it is announced."""
    address = address_of("modules/co-regulation/index.md")
    page = visit(address)
    count = page.get_by_role("banner").get_by_role("status")
    expect(count).to_be_empty()
    page.keyboard.press("Shift")
    expect(count).to_have_text("Shift pressed once. Twice more to leave this page.")
    page.keyboard.press("Shift")
    expect(count).to_have_text("Shift pressed twice. Once more to leave this page.")
    page.keyboard.press("Shift")
    gone_to(page, address)


def test_typing_capitals_never_leaves(visit: Visit, web_address: str) -> None:
    """Shift with a letter, with Tab, with another modifier or with the mouse does not count."""
    page = visit(f"{web_address}/modules/co-regulation/")
    count = page.get_by_role("banner").get_by_role("status")
    page.get_by_role("textbox", name="Your own words").first.focus()
    for _ in range(4):
        for key in ("Shift+A", "Shift+Tab", "Control+Shift", "Alt+Shift"):
            page.keyboard.press(key)
    for _ in range(4):
        # As somebody types who has Shift stay down by itself.
        page.keyboard.press("Shift")
        page.keyboard.press("b")
    for _ in range(4):
        page.get_by_role("heading", level=1).click(modifiers=["Shift"])
    page.keyboard.down("Shift")
    for _ in range(4):
        page.keyboard.down("Shift")
    expect(count).to_be_empty()
    page.keyboard.up("Shift")
    expect(count).to_have_text(re.compile("^Shift pressed once"))
    assert page.url == f"{web_address}/modules/co-regulation/"


def test_slow_presses_of_shift_do_not_leave(visit: Visit, web_address: str) -> None:
    """After five seconds the count begins anew."""
    page = visit("about:blank")
    page.clock.install()
    page.goto(f"{web_address}/modules/co-regulation/")
    count = page.get_by_role("banner").get_by_role("status")
    for _ in range(2):
        page.keyboard.press("Shift")
        page.clock.run_for(2600)
    expect(count).to_be_empty()
    page.keyboard.press("Shift")
    expect(count).to_have_text(re.compile("^Shift pressed once"))
    assert page.url == f"{web_address}/modules/co-regulation/"
    page.clock.run_for(4000)
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.wait_for_url(WEATHER)


def test_without_a_network_the_exit_opens_the_plain_page(visit: Visit, web_address: str) -> None:
    """An error page of the browser would name where one was going."""
    page = visit(f"{web_address}/modules/co-regulation/")
    page.evaluate("Object.defineProperty(navigator, 'onLine', {value: false})")
    exit_button(page).click()
    page.wait_for_url(f"{web_address}/{NEUTRAL}")
    expect(page.get_by_role("link")).to_have_count(0)
    assert "Trauma" not in page.content()


def test_the_exit_is_a_plain_link_without_javascript(
    visit: Visit, address_of: Callable[[str], str]
) -> None:
    """It tells the next page nothing of where the reader was."""
    address = address_of("modules/co-regulation/index.md")
    page = visit(address, java_script_enabled=False)
    expect(exit_button(page)).to_have_attribute("rel", "noreferrer noopener")
    exit_button(page).click()
    gone_to(page, address)


def test_tabs_can_be_given_a_plain_title_and_icon(flagged: Path, web_site: Path) -> None:
    """Where a host asks for it, on every page; else each page is named."""
    for name, html in pages_of(flagged).items():
        assert re.findall(r"<title>(.*?)</title>", html) == ["Notes"], name
        icon = re.search(r'<link rel="icon" href="([^"]+)"', html)
        assert icon, name
        assert icon[1].endswith("assets/images/plain.svg"), name
    assert (flagged / "assets/images/plain.svg").is_file()
    named = [re.findall(r"<title>(.*?)</title>", html) for html in pages_of(web_site).values()]
    assert ["Notes"] not in named


def test_the_page_on_browsing_safely_says_what_the_exit_cannot_do(
    visit: Visit, web_site: Path, web_address: str
) -> None:
    """In plain words, and one click from the button, from support and from every footer."""
    page = visit(f"{web_address}/safer-browsing/")
    text = page.get_by_role("article").inner_text()
    for words in (
        "does not delete your browser's history",
        "other tabs",
        "software that watches",
        "your notes",
    ):
        assert words in text
    expect(page.get_by_role("link", name="Delete what is stored")).to_have_attribute(
        "href", re.compile(r"stored/#delete$")
    )
    expect(
        page.get_by_role("banner").get_by_role("link", name="How to browse more safely")
    ).to_be_visible()
    for name, html in pages_of(web_site).items():
        assert ">How to browse more safely<" in html.rpartition("<footer")[2], name
