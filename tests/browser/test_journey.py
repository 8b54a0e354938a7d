"""The journey shows where its learner stands, what comes next, and days to look at a plan again."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations

Open = Callable[..., Page]
Address = Callable[[str], str]

PAGE = "journey.md"
PHASES = ("Needs assessment", "Capacity building", "Action plan", "Follow-up", "Closure")


def here(page: Page) -> Locator:
    return page.get_by_role("region", name="Where you are")


def mark(page: Page, phase: str) -> Locator:
    return page.get_by_role("button", name=f"Mark as done: {phase}", exact=True)


def test_before_anything_was_done_the_page_is_as_on_paper_and_stores_nothing(
    programme: Address, open_page: Open
) -> None:
    page = open_page(programme(PAGE))
    expect(here(page)).to_be_hidden()
    expect(page.get_by_text("You have begun.")).to_have_count(0)
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_a_rating_or_a_form_shows_the_phase_that_one_is_in_and_the_next(
    programme: Address, open_page: Open
) -> None:
    """The first wave of a rating belongs to the first phase, later ones to the follow-up."""
    page = open_page(programme("tools/capacity-self-assessment.md"))
    page.get_by_role("radio", name="Half true").first.check()
    page.goto(programme(PAGE))
    expect(here(page)).to_contain_text("You are in this phase: Needs assessment.")
    expect(here(page)).to_contain_text("Next comes: Capacity building.")
    expect(here(page).get_by_role("link", name="Go on with: Needs assessment")).to_be_visible()
    page.evaluate("""trellis.private.write("tool:action-plan/goal", "Two chairs by the door.")""")
    expect(here(page)).to_contain_text("You are in this phase: Action plan.")
    expect(here(page)).to_contain_text("Next comes: Follow-up.")
    page.evaluate(
        """trellis.record.add({kind: "rating", tool: "capacity-self-assessment",
            wave: "follow-up-3m", item: "aw-s-1", rev: 1, value: 3})"""
    )
    expect(here(page)).to_contain_text("You are in this phase: Follow-up.")
    expect(page.get_by_text("Two chairs")).to_have_count(0)


def test_an_answer_in_a_module_begins_the_second_phase(programme: Address, open_page: Open) -> None:
    page = open_page(programme("modules/first-steps/index.md"))
    page.get_by_role("button", name=re.compile("^Mark as done")).first.click()
    page.goto(programme(PAGE))
    expect(here(page)).to_contain_text("You are in this phase: Capacity building.")


def test_a_phase_is_done_when_its_learner_says_so_and_can_be_opened_again(
    programme: Address, open_page: Open
) -> None:
    """Nothing is locked; the whole way through and back, by keyboard."""
    page = open_page(programme(PAGE))
    for phase in PHASES:
        mark(page, phase).focus()
        page.keyboard.press("Enter")
        expect(mark(page, phase)).to_have_attribute("aria-pressed", "true")
    expect(here(page)).to_contain_text("You have been through all five phases.")
    page.reload()
    expect(mark(page, "Closure")).to_have_attribute("aria-pressed", "true")
    mark(page, "Closure").click()
    expect(here(page)).to_contain_text("You are in this phase: Closure.")
    events = page.evaluate("trellis.record.events.map((one) => [one.kind, one.phase, one.state])")
    assert events[0] == ["phase", "assess", "done"]
    assert events[-1] == ["phase", "close", "started"]


def test_reminders_for_six_weeks_three_and_six_months_say_nothing_of_what_they_are_about(
    programme: Address, open_page: Open
) -> None:
    page = open_page(programme(PAGE))
    page.get_by_label("The day of your plan").fill("2026-11-30")
    expect(page.get_by_text("After 3 months: 28 February 2027")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save these reminders").click()
    assert download.value.suggested_filename == "reminder.ics"
    text = Path(download.value.path()).read_bytes().decode()
    assert re.findall(r"DTSTART;VALUE=DATE:(\d+)\r\n", text) == ["20270111", "20270228", "20270530"]
    assert text.count("BEGIN:VCALENDAR") == 1
    assert len(set(re.findall("UID:(.+)\r\n", text))) == 3
    assert set(re.findall("SUMMARY:(.+)\r\n", text)) == {"A reminder to myself"}
    assert not re.search("(?i)trauma|plan|course|trellis|follow", text)
    page.get_by_label("The day of your plan").fill("")
    expect(page.get_by_role("button", name="Save these reminders")).to_be_disabled()


@pytest.mark.parametrize(("look", "width"), [("light", 1280), ("dark", 320)])
def test_axe_finds_nothing_on_a_journey_under_way_and_it_fits_a_phone(
    look: str, width: int, programme: Address, open_page: Open
) -> None:
    page = open_page(programme(PAGE), color_scheme=look, viewport={"width": width, "height": 700})
    mark(page, "Needs assessment").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_javascript_the_phases_and_their_instruments_stand_there(
    programme: Address, open_page: Open
) -> None:
    page = open_page(programme(PAGE), java_script_enabled=False)
    for number, phase in enumerate(PHASES, 1):
        expect(page.get_by_role("heading", name=f"{number}. {phase}")).to_be_visible()
    expect(page.get_by_role("button", name="Mark as done")).to_have_count(0)
    expect(page.get_by_role("link", name="Closure summary").first).to_be_visible()
