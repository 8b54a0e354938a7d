"""Every story of the course and of the examples, walked through as learners would."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from build_tools.activities.scenario import Response, Scenario
from build_tools.adapters.site_build import build
from build_tools.core.document import plain
from build_tools.core.source import read
from build_tools.model.course import Course
from build_tools.model.load import load
from build_tools.starters import COURSE
from tests.activities.examples import plain_json
from tests.activities.stories import Told, stories
from tests.browser.axe import violations
from tests.browser.samples import sampled
from tests.browser.test_questions import VERDICT, press_until_focused
from tests.conftest import Once

Open = Callable[..., Page]
Address = Callable[[str], str]

MODULES = sampled("modules/*/scenario.yml")
ALL = list(stories())
IN_THE_CAR = "modules/co-regulation/index.md"
SEE = "See what happens"
LEFT = "You have left the story."


def words(text: str) -> str:
    return " ".join(plain(text).split())


def whole(page: Page, story: Scenario) -> Locator:
    """The whole of a story, found by its title."""
    return page.get_by_role("region", name=story.title, exact=True)


def button(story: Locator, name: str) -> Locator:
    return story.get_by_role("button", name=name, exact=True)


def heading(story: Locator) -> Locator:
    """The heading of the moment that is shown; those of the folded text are hidden."""
    return story.get_by_role("heading", level=4)


def pick(
    responses: tuple[Response, ...], best: bool, taken: Collection[str] = frozenset()
) -> Response:
    """A response that fits best, or one that does not; another one where that was taken before.

    A story may lead back to a moment, so whoever always chose the same would go round for ever.
    """
    left = [response for response in responses if response.id not in taken]
    return min(left, key=lambda response: (response.fit == "best") is not best)


def choose_by_keyboard(page: Page, story: Locator, response: Response) -> None:
    radios = story.get_by_role("radio")
    press_until_focused(page, radios.first)
    page.keyboard.press("Space")
    wanted = story.get_by_role("radio", name=words(response.text), exact=True)
    for _ in range(radios.count()):
        if wanted.is_checked():
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"the arrow keys never reached {response.id}")


def press(page: Page, target: Locator) -> None:
    press_until_focused(page, target)
    page.keyboard.press("Enter")


def said(story: Locator, response: Response) -> None:
    """What follows comes first, then the verdict, then the reason."""
    consequence = re.escape(words(response.consequence))
    reason = re.escape(f"{VERDICT[response.fit]} {words(response.feedback)}")
    pattern = re.compile(rf"^\s*{consequence}\s*{reason}\s*$")
    expect(story.get_by_role("status").last).to_have_text(pattern)


def told(course: Course, module: str) -> Scenario:
    story = course.modules[module].scenario
    assert story is not None
    return story


@pytest.mark.parametrize("best", [True, False], ids=["best", "others"])
@pytest.mark.parametrize("module", MODULES)
def test_the_keyboard_leads_through_a_story_to_an_ending(
    module: str, best: bool, course: Course, open_page: Open, address_of: Address
) -> None:
    """Once by the responses that fit best, once by others; each is noted in the record."""
    page = open_page(address_of(f"modules/{module}/index.md"))
    story = told(course, module)
    shown = whole(page, story)
    press(page, button(shown, "Start the story"))
    step, noted = story.start, list[list[str]]()
    while not story.steps[step].ending:
        moment = story.steps[step]
        # Counted as one comes to them, so that none seems to be missing.
        expect(heading(shown)).to_have_text(f"Moment {len(noted) + 1}")
        expect(heading(shown)).to_be_focused()
        expect(shown.get_by_text(words(moment.text)[:50]).first).to_be_visible()
        response = pick(moment.responses, best, {one[2] for one in noted if one[1] == step})
        choose_by_keyboard(page, shown, response)
        expect(shown.get_by_role("status").last).to_be_empty()
        press(page, button(shown, SEE))
        said(shown, response)
        expect(button(shown, SEE)).to_be_focused()
        expect(button(shown, "Leave the story")).to_be_visible()
        expect(shown.locator("summary")).to_be_visible()
        noted.append([story.id, step, response.id])
        press(page, button(shown, "Continue"))
        step = response.goto
    expect(heading(shown)).to_be_focused()
    expect(heading(shown)).to_contain_text("how it ends")
    expect(shown.get_by_text(words(story.steps[step].text)[:50]).first).to_be_visible()
    expect(shown.get_by_text(words(story.debrief)[:50]).first).to_be_visible()
    expect(shown.get_by_role("radio")).to_have_count(0)
    events = page.evaluate("trellis.record.events.map(e => [e.scenario, e.step, e.response])")
    assert events == noted
    press(page, button(shown, "Go through it again"))
    expect(heading(shown)).to_be_focused()
    expect(shown.get_by_role("status").last).to_be_empty()
    expect(shown.get_by_role("radio", checked=True)).to_have_count(0)


def begun(
    open_page: Open, address: str, story: Scenario, **options: object
) -> tuple[Page, Locator]:
    page = open_page(address, **options)
    shown = whole(page, story)
    button(shown, "Start the story").press("Enter")
    return page, shown


def answer(shown: Locator, response: Response) -> None:
    shown.get_by_role("radio", name=words(response.text), exact=True).check()
    button(shown, SEE).press("Enter")


def test_the_note_on_what_is_hard_comes_before_the_way_in(
    course: Course, open_page: Open, address_of: Address
) -> None:
    """People, note, and a button; no moment is shown before it is pressed."""
    page = open_page(address_of(IN_THE_CAR))
    story = told(course, "co-regulation")
    shown = whole(page, story)
    text = shown.inner_text()
    assert story.content_note is not None
    places = [text.index(part) for part in (story.people, story.content_note, "Start the story")]
    assert places == sorted(places)
    expect(heading(shown)).to_have_count(0)
    expect(shown.get_by_role("radio")).to_have_count(0)


def test_choosing_alone_does_nothing_and_choosing_nothing_is_said(
    course: Course, open_page: Open, address_of: Address
) -> None:
    page, shown = begun(open_page, address_of(IN_THE_CAR), told(course, "co-regulation"))
    before = page.url
    button(shown, SEE).press("Enter")
    problem = shown.get_by_role("group", name="There is a problem")
    expect(problem).to_be_focused()
    expect(problem).to_contain_text("or leave the story")
    problem.get_by_role("link").press("Enter")
    expect(shown.get_by_role("radio").first).to_be_focused()
    page.keyboard.press("Space")
    expect(shown.get_by_role("status").last).to_be_empty()
    assert page.evaluate("trellis.record.events.length") == 0
    button(shown, SEE).press("Enter")
    expect(problem).to_be_hidden()
    expect(shown.get_by_role("status").last).not_to_be_empty()
    assert page.url == before


def test_another_response_can_be_tried_and_the_earlier_consequence_goes(
    course: Course, open_page: Open, address_of: Address
) -> None:
    story = told(course, "co-regulation")
    _, shown = begun(open_page, address_of(IN_THE_CAR), story)
    for response in story.steps[story.start].responses:
        answer(shown, response)
        said(shown, response)
        button(shown, "Try another response").press("Enter")
        expect(shown.get_by_role("status").last).to_be_empty()
        expect(shown.get_by_role("radio").first).to_be_focused()
        expect(shown.get_by_role("radio", checked=True)).to_have_count(0)
        expect(button(shown, "Continue")).to_be_hidden()


def test_back_leads_to_the_moment_before_with_what_was_chosen_there(
    course: Course, open_page: Open, address_of: Address
) -> None:
    story = told(course, "co-regulation")
    _, shown = begun(open_page, address_of(IN_THE_CAR), story)
    expect(button(shown, "Back")).to_be_hidden()
    first = pick(story.steps[story.start].responses, best=True)
    answer(shown, first)
    button(shown, "Continue").press("Enter")
    expect(heading(shown)).to_have_text("Moment 2")
    button(shown, "Back").press("Enter")
    expect(heading(shown)).to_have_text("Moment 1")
    expect(heading(shown)).to_be_focused()
    expect(shown.get_by_role("radio", name=words(first.text), exact=True)).to_be_checked()
    said(shown, first)
    expect(button(shown, "Back")).to_be_hidden()


def test_leaving_loses_nothing_and_leads_to_where_the_story_begins(
    course: Course, open_page: Open, address_of: Address
) -> None:
    story = told(course, "co-regulation")
    _, shown = begun(open_page, address_of(IN_THE_CAR), story)
    first = pick(story.steps[story.start].responses, best=True)
    answer(shown, first)
    button(shown, "Continue").press("Enter")
    button(shown, "Leave the story").press("Enter")
    expect(shown.get_by_role("heading", level=3)).to_be_focused()
    expect(shown.get_by_text(LEFT)).to_be_visible()
    expect(heading(shown)).to_have_count(0)
    button(shown, "Carry on where you stopped: Moment 2").press("Enter")
    expect(heading(shown)).to_be_focused()
    button(shown, "Back").press("Enter")
    said(shown, first)


def test_a_story_goes_on_after_a_reload_where_one_stopped(
    course: Course, open_page: Open, address_of: Address
) -> None:
    """What was said before is not announced again; the way back is there as well."""
    story = told(course, "co-regulation")
    page, shown = begun(open_page, address_of(IN_THE_CAR), story)
    first = pick(story.steps[story.start].responses, best=False)
    answer(shown, first)
    button(shown, "Continue").press("Enter")
    second = pick(story.steps[first.goto].responses, best=True)
    answer(shown, second)
    page.reload()
    expect(button(shown, "Start the story")).to_be_hidden()
    button(shown, "Carry on where you stopped: Moment 2").press("Enter")
    expect(heading(shown)).to_be_focused()
    said(shown, second)
    expect(shown.get_by_role("status").last).to_have_attribute("aria-live", "off")
    button(shown, "Back").press("Enter")
    said(shown, first)
    page.reload()
    button(shown, "From the beginning").press("Enter")
    expect(heading(shown)).to_have_text("Moment 1")
    expect(shown.get_by_role("status").last).to_be_empty()


def test_a_story_that_has_changed_begins_anew_and_says_so(
    open_page: Open, address_of: Address, course: Course
) -> None:
    page = open_page(address_of(IN_THE_CAR))
    note(page, "in-the-car", 2, "coat", "echo")
    page.reload()
    shown = whole(page, told(course, "co-regulation"))
    changed = shown.get_by_text("This story has changed")
    expect(changed).to_be_visible()
    expect(button(shown, "From the beginning")).to_be_hidden()
    button(shown, "Start the story").press("Enter")
    expect(changed).to_be_hidden()


def test_a_story_on_a_theme_can_be_skipped_with_it_and_shown_after_all(
    course: Course, open_page: Open, address_of: Address
) -> None:
    """The choice is kept in this tab and not in the record; without it the story is there."""
    module = "safe-welcoming-organisations"
    story = told(course, module)
    assert story.about == "violence"
    page = open_page(address_of(f"modules/{module}/index.md"))
    shown = whole(page, story)
    button(shown, "Skip this theme in this tab").press("Enter")
    back = button(shown, "Show it after all")
    expect(back).to_be_focused()
    expect(shown.get_by_text("Left out, since you chose")).to_be_visible()
    expect(button(shown, "Start the story")).to_be_hidden()
    expect(shown.locator("summary")).to_be_hidden()
    assert violations(page) == []
    page.reload()
    expect(button(shown, "Start the story")).to_be_hidden()
    assert page.evaluate("trellis.record.events.length") == 0
    back.press("Enter")
    expect(shown.get_by_role("heading", level=3)).to_be_focused()
    expect(button(shown, "Start the story")).to_be_visible()


def test_every_response_can_be_read_at_every_moment(
    course: Course, open_page: Open, address_of: Address
) -> None:
    story = told(course, "co-regulation")
    page = open_page(address_of(IN_THE_CAR))
    shown = whole(page, story)
    consequences = [
        shown.get_by_text(words(r.consequence)[:30]).last
        for step in story.steps.values()
        for r in step.responses
    ]
    for start in (False, True):
        if start:
            button(shown, "Start the story").press("Enter")
        for there in consequences:
            expect(there).to_be_hidden()
        shown.get_by_text("Read every response").press("Enter")
        for there in consequences:
            expect(there).to_be_visible()
        shown.get_by_text("Read every response").press("Enter")


def all_is_told(page: Page, story: Scenario) -> None:
    """Every text of the story is on the page and can be seen, reasons led by their verdicts."""
    shown = whole(page, story)
    text = " ".join(shown.inner_text().split())
    for step in story.steps.values():
        assert words(step.text) in text
        for response in step.responses:
            for part in (response.text, response.consequence):
                assert words(part) in text
            assert f"{VERDICT[response.fit]} {words(response.feedback)}" in text.replace("✓ ", "")
    assert words(story.debrief) in text


@pytest.mark.parametrize("module", MODULES)
def test_without_javascript_the_whole_story_is_text(
    module: str, course: Course, open_page: Open, address_of: Address
) -> None:
    """Nothing seems to work that does not."""
    page = open_page(address_of(f"modules/{module}/index.md"), java_script_enabled=False)
    story = told(course, module)
    all_is_told(page, story)
    expect(whole(page, story).get_by_role("button")).to_have_count(0)
    expect(whole(page, story).get_by_role("radio")).to_have_count(0)


def test_on_paper_the_whole_story_is_text_wherever_one_is_in_it(
    course: Course, open_page: Open, address_of: Address
) -> None:
    """Dark on white, also where the screen was dark."""
    story = told(course, "co-regulation")
    page, shown = begun(open_page, address_of(IN_THE_CAR), story, color_scheme="dark")
    answer(shown, pick(story.steps[story.start].responses, best=True))
    page.emulate_media(media="print")
    all_is_told(page, story)
    colours = "one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
    assert shown.evaluate(colours)[1] == "rgb(255, 255, 255)"
    ink = shown.get_by_role("heading", level=3).evaluate(colours)[0]
    assert max(map(int, re.findall(r"\d+", ink))) < 100
    expect(shown.get_by_role("button")).to_have_count(0)
    expect(shown.get_by_role("radio")).to_have_count(0)


def states(page: Page, story: Scenario) -> list[tuple[str, Callable[[], object]]]:
    """Every state of a story, in an order in which each can be reached from the one before."""
    shown = whole(page, story)
    first = story.steps[story.start].responses[0]

    def to_the_end() -> None:
        button(shown, "Continue").click()
        while shown.get_by_role("radio").count():
            shown.get_by_role("radio").last.check()
            button(shown, SEE).click()
            button(shown, "Continue").click()

    return [
        ("start", lambda: None),
        ("choosing", lambda: button(shown, "Start the story").click()),
        ("problem", lambda: button(shown, SEE).click()),
        ("consequence", lambda: answer(shown, first)),
        ("ending", to_the_end),
        ("left", lambda: button(shown, "Leave the story").click()),
        ("whole", lambda: shown.locator("summary").click()),
    ]


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_in_any_state_of_a_story(
    look: str, width: int, course: Course, open_page: Open, web_address: str
) -> None:
    page = open_page(
        f"{web_address}/modules/co-regulation/",
        color_scheme=look,
        viewport={"width": width, "height": 640},
    )
    for name, reach in states(page, told(course, "co-regulation")):
        reach()
        # What is half below the header at this moment is not too small for that.
        page.evaluate("scrollTo(0, 0)")
        assert violations(page, "tr-scenario") == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name


UNDER_THE_HEADER = """() => {
  const box = document.activeElement.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + 5, box.top + Math.min(10, box.height / 2));
  return !top || !(document.activeElement.contains(top) || top.contains(document.activeElement));
}"""


def test_on_a_very_small_screen_the_focus_is_always_in_sight(
    course: Course, open_page: Open, web_address: str
) -> None:
    """320 by 256 is a screen of 1280 by 1024 at four times its size."""
    page = open_page(
        f"{web_address}/modules/co-regulation/", viewport={"width": 320, "height": 256}
    )
    story = told(course, "co-regulation")
    for name, reach in states(page, story):
        reach()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
        if name != "start":
            assert not page.evaluate(UNDER_THE_HEADER), name
    tall = (
        whole(page, story)
        .get_by_role("button")
        .evaluate_all(
            "all => all.every(one => one.hidden || one.getBoundingClientRect().height >= 44)"
        )
    )
    assert tall


def test_with_forced_colours_what_is_chosen_and_said_still_stands_out(
    course: Course, open_page: Open, web_address: str
) -> None:
    story = told(course, "co-regulation")
    _, shown = begun(
        open_page,
        f"{web_address}/modules/co-regulation/",
        story,
        forced_colors="active",
        reduced_motion="reduce",
    )
    answer(shown, story.steps[story.start].responses[0])
    borders = "all => all.map(one => getComputedStyle(one).borderTopWidth)"
    assert len(set(shown.locator("label").evaluate_all(borders))) == 2
    status = shown.get_by_role("status").last
    assert status.evaluate("one => getComputedStyle(one).borderInlineStartStyle") != "none"
    assert status.evaluate("one => getComputedStyle(one).borderInlineStartWidth") == "4px"


def test_nothing_in_a_story_moves_by_itself(
    course: Course, open_page: Open, web_address: str
) -> None:
    """No timer: a minute later the same moment is there."""
    story = told(course, "co-regulation")
    page = open_page(f"{web_address}/modules/co-regulation/")
    page.clock.install()
    page.reload()
    shown = whole(page, story)
    button(shown, "Start the story").press("Enter")
    before = shown.inner_text()
    page.clock.fast_forward(60_000)
    assert shown.inner_text() == before


def make(example: Told, folder: Path) -> None:
    """The starter course with an example as the story of its module."""
    shutil.copytree(COURSE, folder)
    data = json.dumps(plain_json(example.data), ensure_ascii=False)
    (folder / "modules/first-steps/scenario.yml").write_text(data, encoding="utf-8")
    index = folder / "modules/first-steps/index.md"
    text = index.read_text(encoding="utf-8") + "\n/// scenario\n///\n"
    index.write_text(text, encoding="utf-8")
    course, faults = load(read(folder))
    assert faults == []
    build(folder, folder / "site", course, directory_urls=False)


@pytest.fixture(scope="session")
def example_pages(once: Once) -> dict[str, str]:
    """A course for each example; the address of the page that tells it."""
    page = "site/modules/first-steps/index.html"
    return {
        example.name: (once(f"story {number}", partial(make, example)) / page).as_uri()
        for number, example in enumerate(ALL)
    }


def opened(open_page: Open, address: str) -> tuple[Page, Locator]:
    page = open_page(address)
    return page, page.locator("tr-scenario")


@pytest.mark.parametrize("way", ["best", "other"])
@pytest.mark.parametrize("example", ALL, ids=lambda example: example.name)
def test_an_example_leads_where_it_says_and_nothing_in_it_runs(
    example: Told, way: str, example_pages: dict[str, str], open_page: Open
) -> None:
    """Also round in a circle: each time a moment is met it is new."""
    page, shown = opened(open_page, example_pages[example.name])
    title = page.title()
    button(shown, "Start the story").press("Enter")
    for number, (id, taken) in enumerate(getattr(example, way), 1):
        expect(heading(shown)).to_have_text(re.compile(rf"Moment {number}\b"))
        expect(heading(shown)).to_be_focused()
        expect(shown.get_by_role("status").last).to_be_empty()
        responses = example.story.steps[id].responses
        if not responses:
            break
        place = [response.id for response in responses].index(taken)
        shown.get_by_role("radio").nth(place).check()
        button(shown, SEE).press("Enter")
        expect(shown.get_by_role("status").last).to_contain_text(VERDICT[responses[place].fit])
        button(shown, "Continue").press("Enter")
    expect(button(shown, "Go through it again")).to_be_visible()
    assert page.title() == title


def note(page: Page, scenario: str, rev: int, step: str, response: str) -> None:
    """Put a response into the record as an earlier visit would have."""
    event = {"kind": "story", "scenario": scenario, "rev": rev, "step": step, "response": response}
    page.evaluate("event => trellis.record.add(event)", event)


def test_ids_that_had_to_change_are_followed(
    example_pages: dict[str, str], open_page: Open
) -> None:
    """The story, its step and its response had other names when the learner chose."""
    page, shown = opened(open_page, example_pages[ALL[1].name])
    note(page, "old-story", 2, "first-words", "wait")
    page.reload()
    button(shown, "Carry on where you stopped: Moment 1").press("Enter")
    expect(shown.get_by_role("radio").nth(1)).to_be_checked()
    expect(shown.get_by_role("status").last).to_contain_text("She puts the phone down.")


@pytest.mark.parametrize(
    ("step", "response"),
    [("gone", "tea-first"), ("door", "gone"), ("constructor", "constructor")],
)
def test_what_the_record_says_of_parts_that_are_gone_is_passed_over(
    step: str, response: str, example_pages: dict[str, str], open_page: Open
) -> None:
    page, shown = opened(open_page, example_pages[ALL[0].name])
    note(page, "at-the-desk", 1, step, response)
    page.reload()
    button(shown, "Start the story").press("Enter")
    expect(heading(shown)).to_be_focused()


def test_a_story_whose_name_every_object_knows_has_no_past_of_its_own(
    example_pages: dict[str, str], open_page: Open
) -> None:
    """“constructor” is a good id, and a name that JavaScript finds everywhere."""
    _, shown = opened(open_page, example_pages[ALL[1].name])
    expect(button(shown, "Start the story")).to_be_visible()
    expect(shown.get_by_text("This story has changed")).to_be_hidden()


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_the_picture_of_the_branches_can_be_scrolled_and_read(
    look: str, width: int, open_page: Open, web_address: str
) -> None:
    """It is a picture with a name in a region that takes the focus, and the list says the same."""
    page = open_page(
        f"{web_address}/trainers/notes/trauma-basics/",
        color_scheme=look,
        viewport={"width": width, "height": 640},
    )
    region = page.get_by_role("region", name="Picture of the branches")
    region.focus()
    expect(region).to_be_focused()
    expect(region.get_by_role("img")).to_be_visible()
    expect(page.get_by_role("heading", name="The same as a list")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.emulate_media(media="print")
    wide = region.evaluate("one => [one.scrollWidth, one.clientWidth]")
    assert wide[0] <= wide[1]


@pytest.mark.parametrize("width", [390, 320])
def test_a_small_picture_of_the_branches_fits_on_a_phone(
    width: int, open_page: Open, web_address: str
) -> None:
    """Nobody has to move it sideways, and its words are not much smaller than on a desk."""
    address = f"{web_address}/trainers/notes/co-regulation/"
    page = open_page(address, viewport={"width": width, "height": 640})
    region = page.get_by_role("region", name="Picture of the branches")
    wide, room = region.evaluate("one => [one.scrollWidth, one.clientWidth]")
    assert wide <= room
    drawn = region.get_by_role("img").evaluate("one => one.getBoundingClientRect().width")
    assert drawn > 250
