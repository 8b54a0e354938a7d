"""A page of questions: what is drawn, what is summed up, and ways round a theme."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import learners_course
from tests.browser.axe import violations
from tests.browser.records import SPY, answer, events, keys, mark, question

Open = Callable[..., Page]
Address = Callable[[str], str]
QUIZ, DRAW, MODULE = "quizzes/hard-days.md", "quizzes/small-turns.md", "modules/hard-days/index.md"
ABOUT, CRITICAL, LAST = learners_course.HARD
SKIP = "Skip to “After”"
ALL_OF_IT = """() => [document.documentElement.outerHTML, location.href, scrollX, scrollY,
    document.activeElement.outerHTML, [...document.querySelectorAll("input")].map((i) => i.checked),
    {...localStorage}, {...sessionStorage}]"""


def shown(page: Page) -> list[str]:
    """The questions on the page, by what they ask."""
    asks = page.get_by_role("group", name=re.compile("^What about "))
    return [text.split("What about ")[1].split("?")[0] for text in asks.all_inner_texts()]


def options(page: Page, id: str) -> list[str]:
    return question(page, id).locator("label").all_inner_texts()


# -- the summary -----------------------------------------------------------------------------


def test_the_summary_names_what_matters_for_safety_then_ideas_and_a_number_last(
    open_page: Open, learners: Address
) -> None:
    """Each idea leads to the part of the module that teaches it."""
    page = open_page(learners(QUIZ))
    first = page.get_by_text("Please look at this again first")
    expect(first).to_be_hidden()
    expect(page.get_by_text("That is the end of the questions.")).to_be_visible()
    answer(page, LAST, "This fits")
    expect(page.get_by_text("There is nothing you need to go back to.")).to_be_visible()
    expect(page.get_by_text("in 1 of the 1 you tried.")).to_be_visible()
    answer(page, ABOUT)
    expect(page.get_by_text("Ideas to go back to:")).to_be_visible()
    expect(first).to_be_hidden()
    answer(page, CRITICAL)
    expect(first).to_be_visible()
    box = first.locator("xpath=..")
    expect(box.get_by_role("link")).to_have_text([f"What about {CRITICAL}?"])
    order = page.get_by_role("article").inner_text()
    places = [
        order.index(words)
        for words in (
            "Please look at this again first",
            "Ideas to go back to:",
            "You chose the best fit in 1 of the 3 you tried.",
        )
    ]
    assert places == sorted(places)
    ideas = page.get_by_text("Ideas to go back to:").locator("xpath=..").get_by_role("listitem")
    expect(ideas.filter(visible=True)).to_have_count(2)
    answer(page, CRITICAL, "This fits")
    expect(first).to_be_hidden()
    expect(ideas.filter(visible=True)).to_have_count(1)
    page.reload()
    expect(page.get_by_text("You chose the best fit in 2 of the 3 you tried.")).to_be_visible()
    ideas.filter(visible=True).get_by_role("link", name="Calm").click()
    expect(page.get_by_role("heading", name="Calm")).to_be_visible()


def test_time_alone_changes_nothing(open_page: Open, learners_address: Address) -> None:
    """A minute after an answer, and a minute on a module, all is as it was left."""
    page = open_page(learners_address(QUIZ))
    page.clock.install()
    for uri in (QUIZ, MODULE):
        page.goto(learners_address(uri))
        if uri == QUIZ:
            answer(page, CRITICAL)
            expect(question(page, CRITICAL).get_by_role("status")).not_to_be_empty()
        else:
            mark(page, "Calm")
        before = page.evaluate(ALL_OF_IT)
        page.clock.run_for(60_000)
        assert page.evaluate(ALL_OF_IT) == before
        assert page.evaluate("document.getAnimations().length") == 0
        assert page.locator("meta[http-equiv=refresh], marquee, [autoplay]").count() == 0


# -- drawing ---------------------------------------------------------------------------------


def test_what_was_drawn_is_recorded_with_the_first_answer_and_kept(
    open_page: Open, learners: Address
) -> None:
    """Opening the page records nothing; the critical question is always among those drawn."""
    page = open_page(learners(DRAW))
    for _ in range(3):
        page.reload()
        assert len(shown(page)) == 3
        assert shown(page)[-1] == "turn-now"
    assert keys(page) == []
    drawn = shown(page)
    expect(page.get_by_role("heading", name=re.compile(r"^Question \d of 3$"))).to_have_count(3)
    answer(page, drawn[0])
    kinds = [event["kind"] for event in events(page)]
    assert kinds == ["answer", "draw"]
    assert events(page)[1]["items"] == drawn
    answer(page, drawn[1])
    for _ in range(3):
        page.reload()
        assert shown(page) == drawn
    assert [event["kind"] for event in events(page)] == ["answer", "draw", "answer"]


def test_others_can_be_drawn_and_the_focus_goes_to_the_first(
    open_page: Open, learners: Address
) -> None:
    """Those not seen yet come first; as the first thing done, it asks where to keep progress."""
    page = open_page(learners(DRAW))
    before = shown(page)
    page.get_by_role("button", name="Draw other questions").press("Enter")
    after = shown(page)
    assert len(after) == 3
    assert set(before) & set(after) == {"turn-now"}
    expect(page.get_by_role("heading", name="Question 1 of 3")).to_be_focused()
    expect(page.get_by_role("group", name="Where your progress is kept")).to_be_visible()
    page.reload()
    assert shown(page) == after
    assert [event["kind"] for event in events(page)] == ["draw"]


@pytest.mark.parametrize("kept", [["turn-one", "turn-two"], ["gone", "turn-one"], ["gone"], []])
def test_a_draw_of_an_earlier_edition_is_filled_up(
    kept: list[str], open_page: Open, learners_address: Address
) -> None:
    """What is critical is there, what was drawn stays, and the number is right."""
    page = open_page(learners_address(DRAW))
    event = {"kind": "draw", "quiz": "small-turns", "items": kept}
    page.evaluate("event => trellis.record.add(event)", event)
    page.reload()
    assert len(shown(page)) == 3
    assert {*kept, "turn-now"} - {"gone"} <= set(shown(page))


def test_the_order_of_shuffled_options_is_recorded_and_restored(
    open_page: Open, learners: Address
) -> None:
    page = open_page(learners(DRAW))
    first = shown(page)[0]
    seen = set()
    for _ in range(12):
        page.reload()
        seen.add(tuple(options(page, "turn-now")))
    assert len(seen) > 1
    first = shown(page)[0]
    order = options(page, first)
    answer(page, first)
    names = {"This fits": "fits", "This is near": "near", "This is far off": "far"}
    assert events(page)[0]["order"] == [names[text] for text in order]
    for _ in range(4):
        page.reload()
        assert options(page, first) == order
    checked = question(page, first).get_by_role("radio", checked=True)
    expect(checked).to_have_count(1)
    expect(checked).to_have_accessible_name("This is far off")


def test_hints_come_one_after_another_and_words_after_any_answer(
    open_page: Open, learners: Address
) -> None:
    """A further hint is offered once the one before it is open; opening one records nothing."""
    page = open_page(learners(DRAW))
    whole = question(page, "turn-now")
    more = whole.get_by_text("One more hint")
    expect(more).to_be_hidden()
    whole.get_by_text("A hint", exact=False).first.click()
    expect(whole.get_by_text("Think of the tea.")).to_be_visible()
    expect(whole.get_by_text("It is the first one.")).to_be_hidden()
    more.click()
    expect(whole.get_by_text("It is the first one.")).to_be_visible()
    assert events(page) == []
    for option in ("This is near", "This fits"):
        answer(page, "turn-now", option)
        said = whole.get_by_role("status")
        expect(said.get_by_text("Whatever you chose, tea helps.")).to_be_visible()


# -- ways round ------------------------------------------------------------------------------


def like(record: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Events without what differs between any two."""
    return [{key: event[key] for key in event if key not in ("id", "at")} for event in record]


def test_who_goes_round_a_part_leaves_the_record_of_who_read_it(
    open_page: Open, learners: Address
) -> None:
    """Same kinds of events, same fields, same keys on the device, and no word of the theme."""
    reader, other = open_page(learners(MODULE)), open_page(learners(MODULE))
    mark(reader, "A hard moment")
    other.get_by_role("link", name=SKIP).click()
    for page in (reader, other):
        mark(page, "After")
    assert like(events(reader)) == like(events(other))
    for page in (reader, other):
        assert learners_course.THEME not in page.evaluate("JSON.stringify(trellis.record.events)")
        assert learners_course.THEME not in page.evaluate("trellis.file.write({notes: true})")
        assert learners_course.THEME not in page.evaluate("JSON.stringify({...localStorage})")
        assert learners_course.THEME not in page.url
        # The file that was written is counted under a number.
        assert [key.split(":")[0] for key in keys(page)] == ["pid", "record"]
    done = other.get_by_role("button", name="Mark as done: A hard moment")
    expect(done).to_have_attribute("aria-pressed", "true")


def test_the_way_round_asks_where_to_keep_progress_at_the_place_it_leads_to(
    open_page: Open, learners: Address
) -> None:
    """And not inside the part that somebody just went round."""
    page = open_page(learners(MODULE))
    page.get_by_role("link", name=SKIP).click()
    line = page.get_by_role("group", name="Where your progress is kept")
    before = line.locator("xpath=preceding-sibling::*[1]")
    expect(before).to_have_text(re.compile("^After"))


def test_the_way_round_taken_twice_is_recorded_once(
    open_page: Open, learners_address: Address
) -> None:
    page = open_page(learners_address(MODULE))
    mark(page, "A hard moment")
    for _ in range(2):
        page.get_by_role("link", name=SKIP).click()
    assert len(events(page)) == 1


def test_the_theme_stays_left_out_in_this_tab_until_it_is_shown_after_all(
    open_page: Open, learners: Address
) -> None:
    page = open_page(learners(MODULE))
    undo = page.get_by_text("You have skipped this in this tab.")
    expect(undo).to_be_hidden()
    page.get_by_role("link", name=SKIP).click()
    expect(undo).to_be_visible()
    page.goto(learners(QUIZ))
    group = page.get_by_role("group", name=f"What about {ABOUT}?")
    expect(group).to_be_hidden()
    expect(page.get_by_text("Left out, since you chose to skip its theme.")).to_be_visible()
    before = events(page)
    page.get_by_role("button", name="Show it after all").click()
    expect(group).to_be_visible()
    page.get_by_role("button", name="Skip this theme in this tab").click()
    expect(page.get_by_role("button", name="Show it after all")).to_be_focused()
    expect(group).to_be_hidden()
    page.goto(learners(MODULE))
    undo.get_by_role("button", name="Show it after all").click()
    expect(undo).to_be_hidden()
    page.goto(learners(QUIZ))
    expect(group).to_be_visible()
    # Neither skipping nor showing is recorded.
    assert events(page) == before
    assert keys(page, "sessionStorage") == ["asked", "writer"]


def test_an_answer_on_a_skipped_theme_counts_for_nothing_on_the_page(
    open_page: Open, learners_address: Address
) -> None:
    page = open_page(learners_address(QUIZ))
    answer(page, ABOUT)
    expect(page.get_by_text("in 0 of the 1 you tried.")).to_be_visible()
    page.get_by_role("button", name="Skip this theme in this tab").click()
    expect(page.get_by_text("you tried.")).to_be_hidden()
    again = page.context.new_page()
    again.goto(learners_address(QUIZ))
    expect(again.get_by_text("in 0 of the 1 you tried.")).to_be_visible()


def test_a_skip_is_written_to_the_tab_alone(open_page: Open, learners: Address) -> None:
    page = open_page(learners(QUIZ))
    page.context.add_init_script(SPY)
    page.reload()
    page.get_by_role("button", name="Skip this theme in this tab").click()
    (write,) = page.evaluate("window.writes")
    assert write[0].endswith(":skip")
    assert keys(page) == []


# -- how it looks ----------------------------------------------------------------------------


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 800), (320, 256)], ids=["1280", "320"])
def test_axe_finds_nothing_in_any_state_of_a_quiz(
    look: str, size: tuple[int, int], open_page: Open, learners_address: Address
) -> None:
    """Answered, with the line on keeping, with its answer, with the summary, drawn, skipped."""
    width, height = size
    page = open_page(
        learners_address(DRAW), color_scheme=look, viewport={"width": width, "height": height}
    )
    question(page, "turn-now").get_by_text("A hint").first.click()
    answer(page, "turn-now")
    found = violations(page)
    page.get_by_role("button", name="in this tab only").click()
    found += violations(page)
    page.goto(learners_address(QUIZ))
    for id in (LAST, CRITICAL):
        answer(page, id)
    page.get_by_role("button", name="Skip this theme in this tab").click()
    found += violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(learners_address(MODULE))
    page.get_by_role("link", name=SKIP).click()
    found += violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert found == []


def moving(page: Page) -> list[str]:
    """What is animated, or would be."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("article, article *")].filter((part) => {
            const style = getComputedStyle(part);
            const long = (times) => times.split(",").some((time) => parseFloat(time) > 0.01);
            return long(style.transitionDuration) || style.animationName !== "none";
        }).map((part) => part.outerHTML.slice(0, 80))"""
    )
    return found


def test_with_reduced_motion_nothing_moves(open_page: Open, learners_address: Address) -> None:
    for uri in (QUIZ, MODULE, "my-learning.md", "review.md"):
        page = open_page(learners_address(uri), reduced_motion="reduce")
        assert moving(page) == []


def test_in_forced_colours_a_part_that_is_done_can_be_told(
    open_page: Open, learners_address: Address
) -> None:
    """By words, not by colour alone."""
    page = open_page(learners_address(MODULE), forced_colors="active")
    button: Locator = page.get_by_role("button", name="Mark as done: Calm")
    before = button.inner_text()
    button.click()
    assert (before, button.inner_text()) == ("Mark as done", "Done")
