"""Look again: questions come back after 2, 7 and 21 days, one may stop anywhere."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import learners_course
from tests.browser.axe import violations
from tests.browser.records import DAY, PREFIX, Event, answered, events, put

Open = Callable[..., Page]
Address = Callable[[str], str]
REVIEW = "review.md"
ABOUT, CRITICAL, LAST = (f"hard-days/{id}" for id in learners_course.HARD)
PLAIN = "first-steps/late-with-a-pushchair"
ONE, TWO, THREE = (f"small-turns/{id}" for id in learners_course.DRAWN[:3])


def waiting(page: Page) -> Locator:
    return page.get_by_role("article").get_by_role("listitem")


def asks(name: str) -> str:
    return f"What about {name.split('/')[1]}?"


# -- when ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days_ago", "ready"),
    [
        ([0], False),
        ([0.4], False),
        ([2.01], True),
        ([9, 7], True),
        ([6, 4], False),
        ([30, 28, 21], True),
        ([31, 29, 22], True),
        ([26, 24, 17], False),
        # Answered well three times when it was due, it has come back often enough.
        ([99, 96, 88, 60], False),
    ],
)
def test_a_question_comes_back_after_2_7_and_21_days(
    days_ago: list[float], ready: bool, open_page: Open, learners_address: Address
) -> None:
    page = open_page(learners_address(REVIEW))
    put(page, [answered(n, LAST, right=True, days_ago=d) for n, d in enumerate(days_ago)])
    expected = 1 if ready else 0
    expect(page.get_by_role("heading", name="Ready for another look")).to_have_count(expected)
    expect(waiting(page)).to_have_count(expected)


def test_a_question_is_ready_all_day_on_the_day_that_the_reminder_names(
    open_page: Open, learners_address: Address
) -> None:
    """Answered at three in the afternoon, it is there two days later just after midnight."""
    page = open_page(learners_address(REVIEW), timezone_id="Pacific/Auckland")
    # Three in the afternoon of 21 November in Auckland, in summer time.
    at = int(dt.datetime(2026, 11, 21, 2, tzinfo=dt.UTC).timestamp() * 1000)
    day = int(dt.datetime(2026, 11, 22, 10, 59, tzinfo=dt.UTC).timestamp() * 1000)
    page.context.add_init_script("Date.now = () => Number(sessionStorage.getItem('clock'));")
    page.evaluate("at => sessionStorage.setItem('clock', at)", day)
    put(page, [{**answered(1, LAST, right=True), "at": at}])
    expect(page.get_by_text("The next question comes back on 23 November 2026.")).to_be_visible()
    assert page.locator("time").get_attribute("datetime") == "2026-11-23"
    page.evaluate("at => sessionStorage.setItem('clock', at)", day + 120_000)
    page.reload()
    expect(waiting(page)).to_have_count(1)


def test_answered_well_on_its_day_it_moves_on_and_missed_it_begins_anew(
    open_page: Open, learners_address: Address
) -> None:
    page = open_page(learners_address(REVIEW))
    put(page, [answered(1, LAST, right=True, days_ago=1.6)])
    page.evaluate(
        """event => trellis.record.add(event)""",
        {
            key: value
            for key, value in answered(2, LAST, right=True).items()
            if key not in ("id", "at")
        },
    )
    due = page.evaluate("trellis.record.state.items['hard-days/after-the-shout'].due")
    assert due - events(page)[-1]["at"] == 7 * DAY


# -- which -----------------------------------------------------------------------------------


def test_what_was_missed_comes_first_and_neighbours_are_from_different_modules(
    open_page: Open, learners: Address
) -> None:
    """The critical one before all others."""
    page = open_page(learners(REVIEW))
    names = [(ONE, False), (TWO, False), (LAST, False), (CRITICAL, False), (PLAIN, True)]
    put(page, [answered(n, name, right=r, days_ago=9 - n) for n, (name, r) in enumerate(names)])
    texts = [text.split("?")[0] for text in waiting(page).all_inner_texts()]
    assert texts[0] == "What about who-to-ring"
    assert texts[1:4] == [
        "What about turn-one",
        "What about after-the-shout",
        "What about turn-two",
    ]
    assert texts[4].startswith("A father arrives")


def test_more_than_a_few_are_counted_and_only_a_few_are_offered(
    open_page: Open, learners_address: Address
) -> None:
    page = open_page(learners_address(REVIEW))
    names = [f"small-turns/{id}" for id in learners_course.DRAWN] + [LAST]
    put(page, [answered(n, name, right=True, days_ago=5) for n, name in enumerate(names)])
    expect(page.get_by_text("Ready: 7. You can stop after any of them.")).to_be_visible()
    expect(waiting(page)).to_have_count(5)


def test_an_answer_to_an_earlier_edition_or_to_nothing_does_not_come_back(
    open_page: Open, learners_address: Address
) -> None:
    page = open_page(learners_address(REVIEW))
    record = [answered(1, LAST, right=False, days_ago=9, rev=2)]
    put(page, [*record, answered(2, "no-such/question", right=False, days_ago=9)])
    expect(page.get_by_text("You have not answered a question yet")).to_be_visible()


def test_nothing_met_nothing_due_and_all_done_are_told_apart(
    open_page: Open, learners: Address
) -> None:
    page = open_page(learners(REVIEW))
    expect(page.get_by_text("You have not answered a question yet")).to_be_visible()
    put(page, [answered(1, LAST, right=True)])
    expect(page.get_by_role("heading", name="Nothing is ready today")).to_be_visible()
    four = (99, 97, 90, 69)
    put(page, [answered(n, LAST, right=True, days_ago=d) for n, d in enumerate(four)])
    expect(page.get_by_text("Every question you have met has come back")).to_be_visible()


# -- sensitive ones --------------------------------------------------------------------------


def test_a_question_on_a_theme_stands_behind_its_note(open_page: Open, learners: Address) -> None:
    """In the list it says what it asks and no more; in the walk the note comes first."""
    page = open_page(learners(REVIEW))
    put(page, [answered(1, ABOUT, right=False, days_ago=3)])
    page.get_by_role("link", name="Start with a few").click()
    expect(page.get_by_text("Content note: this question touches on violence.")).to_be_visible()
    group = page.get_by_role("group", name=asks(ABOUT))
    expect(group).to_be_hidden()
    assert violations(page) == []
    page.get_by_role("button", name="Show the question").click()
    expect(group).to_be_visible()
    expect(group.get_by_role("radio").first).to_be_focused()
    page.get_by_role("button", name="Skip this theme in this tab").click()
    expect(group).to_be_hidden()
    page.get_by_role("link", name="Stop here").click()
    expect(page.get_by_text("Questions on themes that you chose to skip")).to_be_visible()
    expect(waiting(page)).to_have_count(0)


def test_a_theme_that_was_skipped_never_comes_back(open_page: Open, learners: Address) -> None:
    """Nor is the record any different for it."""
    page = open_page(learners(REVIEW))
    page.evaluate("key => sessionStorage.setItem(key, '[\"violence\"]')", f"{PREFIX}skip")
    put(page, [answered(1, ABOUT, right=False, days_ago=3), answered(2, LAST, right=True)])
    expect(waiting(page)).to_have_count(0)
    expect(page.get_by_role("heading", name="Nothing is ready today")).to_be_visible()
    expect(page.get_by_text("Questions on themes that you chose to skip")).to_be_visible()


# -- the walk --------------------------------------------------------------------------------


def three_due() -> list[Event]:
    names = (LAST, ONE, PLAIN)
    return [answered(n, name, right=False, days_ago=9 - n) for n, name in enumerate(names)]


def check(page: Page, option: str = "This fits") -> None:
    radio = page.get_by_role("radio", name=option, exact=True).locator("visible=true")
    # Until its script has run, the page of a walk shows its other questions too.
    expect(radio).to_have_count(1)
    radio.check()
    page.get_by_role("button", name="Check my answer").locator("visible=true").click()


def test_a_walk_goes_through_several_quizzes_and_back(open_page: Open, learners: Address) -> None:
    """One question at a time, nothing chosen beforehand; Back shows the one before."""
    page = open_page(learners(REVIEW))
    put(page, three_due())
    page.get_by_role("link", name="Start with a few").click()
    ask = page.get_by_role("group", name=asks(LAST))
    expect(ask).to_be_visible()
    expect(page.get_by_role("heading", name="Question 1 of 1")).to_be_visible()
    expect(page.get_by_role("button", name="Check my answer")).to_have_count(1)
    expect(page.get_by_role("heading", name="And now?")).to_be_hidden()
    # The earlier answer is not shown.
    expect(ask.get_by_role("radio", checked=True)).to_have_count(0)
    expect(page.get_by_role("status").filter(has_text="fit")).to_have_count(0)
    assert violations(page) == []
    check(page)
    expect(page.get_by_role("status").filter(has_text="Yes, this fits.")).to_be_visible()
    page.get_by_role("link", name="Next question").click()
    expect(page.get_by_role("group", name=asks(ONE))).to_be_visible()
    page.go_back()
    expect(page.get_by_role("group", name=asks(LAST))).to_be_visible()
    page.go_forward()
    page.get_by_role("link", name="Next question").click()
    expect(page.get_by_role("group", name="What do you say first?")).to_be_visible()
    expect(page.get_by_text("That was the last one for now.")).to_be_visible()
    expect(page.get_by_role("link", name="Next question")).to_have_count(0)
    page.get_by_role("link", name="Stop here").click()
    expect(page.get_by_text("Ready: 2.")).to_be_visible()


def test_one_can_stop_after_any_question(open_page: Open, learners: Address) -> None:
    page = open_page(learners(REVIEW))
    put(page, three_due())
    page.get_by_role("link", name="Start with a few").click()
    check(page, "This is far off")
    page.get_by_role("link", name="Stop here").click()
    expect(page.get_by_text("Ready: 2.")).to_be_visible()
    assert len(events(page)) == 4


def test_a_question_that_is_no_longer_there_is_told_and_the_walk_goes_on(
    open_page: Open, learners: Address
) -> None:
    page = open_page(learners("quizzes/hard-days.md") + f"?walk=hard-days/gone,{ONE}")
    expect(page.get_by_text("This question is no longer part of the course.")).to_be_visible()
    expect(page.get_by_role("button", name="Check my answer")).to_have_count(0)
    assert violations(page) == []
    page.get_by_role("link", name="Next question").click()
    expect(page.get_by_role("group", name=asks(ONE))).to_be_visible()


@pytest.mark.parametrize(
    "walk", ["javascript:alert(1)", "<img src=x>", "../../x", ",,,", "a/b/c", "A/B", "%00"]
)
def test_an_address_made_by_hand_shows_the_quiz_as_it_is(
    walk: str, open_page: Open, learners_address: Address
) -> None:
    page = open_page(learners_address("quizzes/hard-days.md") + f"?walk={walk}")
    expect(page.get_by_role("button", name="Check my answer")).to_have_count(3)


def test_a_walk_works_where_the_address_names_the_file(
    open_page: Open, learners_address: Address
) -> None:
    page = open_page(learners_address("quizzes/hard-days.md") + f"/index.html?walk={LAST},{ONE}")
    page.get_by_role("link", name="Next question").click()
    expect(page.get_by_role("group", name=asks(ONE))).to_be_visible()


# -- the reminder ----------------------------------------------------------------------------


def unfolded(text: str) -> list[str]:
    """The lines of a calendar, after RFC 5545."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return text.replace("\r\n ", "").split("\r\n")[:-1]


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles", "Europe/London"])
def test_the_reminder_is_valid_and_says_nothing_of_what_it_is_about(
    zone: str, open_page: Open, learners: Address
) -> None:
    """A day in the learner's own time zone; no course, no question, no address."""
    page = open_page(learners(REVIEW), timezone_id=zone)
    put(page, [answered(1, LAST, right=True)])
    day = page.locator("time").get_attribute("datetime")
    assert day is not None
    with page.expect_download() as download:
        page.get_by_role("button", name="Make a reminder for my calendar").click()
    assert download.value.suggested_filename == "reminder.ics"
    lines = unfolded(Path(download.value.path()).read_bytes().decode())
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VEVENT", "END:VCALENDAR"]
    fields = dict(line.split(":", 1) for line in lines if not line.startswith(("BEGIN", "END")))
    assert fields["VERSION"] == "2.0"
    assert fields["SUMMARY"] == "A reminder to myself"
    assert fields["DTSTART;VALUE=DATE"] == day.replace("-", "")
    after = dt.date.fromisoformat(day) + dt.timedelta(days=1)
    assert fields["DTEND;VALUE=DATE"] == after.strftime("%Y%m%d")
    assert re.fullmatch(r"\d{8}T\d{6}Z", fields["DTSTAMP"])
    assert fields.keys() == {
        "VERSION",
        "PRODID",
        "UID",
        "DTSTAMP",
        "DTSTART;VALUE=DATE",
        "DTEND;VALUE=DATE",
        "SUMMARY",
        "TRANSP",
    }
    assert not re.search("course|trellis|hard|trauma|question|http", "".join(lines), re.I)


def test_a_long_summary_is_folded_and_escaped(open_page: Open, learners_address: Address) -> None:
    """As another language may need it."""
    page = open_page(learners_address(REVIEW))
    words = "Eine Erinnerung, für mich; \\ " + "Übung " * 30 + "😀" * 30
    text = page.evaluate("words => trellis.calendar(new Date(2026, 10, 30), words)", words)
    (summary,) = [line for line in unfolded(text) if line.startswith("SUMMARY:")]
    assert summary[8:] == re.sub(r"([\\;,])", r"\\\1", words)


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 800), (320, 256)], ids=["1280", "320"])
def test_axe_finds_nothing_in_any_state(
    look: str, size: tuple[int, int], open_page: Open, learners_address: Address
) -> None:
    width, height = size
    page = open_page(
        learners_address(REVIEW), color_scheme=look, viewport={"width": width, "height": height}
    )
    found = violations(page)
    put(page, [answered(1, LAST, right=True)])
    found += violations(page)
    put(page, three_due())
    found += violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("link", name="Start with a few").click()
    check(page)
    # The header stays at the top of so low a window, and may lie over what is scrolled.
    page.evaluate("scrollTo(0, 0)")
    found += violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert found == []
