"""Instruments on real paper: a PDF of the empty worksheet, and one of what was filled in."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from build_tools.core.document import plain
from build_tools.model.course import Course
from tests.browser.pdf import pages_of, text_of, title_of

Open = Callable[..., Page]
Address = Callable[[str], str]

# At most so many sheets of A4, empty.
SHEETS = {
    "action-plan": 3,
    "capacity-self-assessment": 8,
    "closure": 4,
    "follow-up": 4,
    "needs-assessment": 4,
    "parent-mentor-plan": 5,
    "team-role-map": 5,
    "wellbeing-plan": 4,
}
MARGINS = {"top": "1.5cm", "right": "1.5cm", "bottom": "1.5cm", "left": "1.5cm"}
# What only a screen has.
BUTTONS = ("Save as text", "Load a file", "Clear everything here", "Add another", "This tab only")


def paper(page: Page, format: str = "A4") -> bytes:
    return page.pdf(format=format, margin=MARGINS)  # type: ignore[arg-type]


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without"])
def test_an_empty_instrument_prints_as_a_whole_worksheet(
    scripts: bool, course: Course, programme_address: Address, open_page: Open
) -> None:
    """Every question and every limit is there, no button is, and the sheets are few."""
    page = open_page(programme_address("support.md"), java_script_enabled=scripts)
    assert set(SHEETS) == set(course.tools)
    pages = {}
    for id, tool in course.tools.items():
        page.goto(programme_address(f"tools/{id}.md"))
        pdf = paper(page)
        # Beside a link stands its address.
        words = re.sub(r" ?\(https?:[^)]*\)", "", text_of(pdf))
        for asked in (*(field.label for field in tool.fields), *tool.limits):
            assert plain(asked) in words, (id, asked)
        for item in getattr(tool, "items", ()):
            assert item.text in words
        for duty in getattr(tool, "duties", ()):
            assert duty.text in words
        assert not [button for button in BUTTONS if button in words], id
        assert "left open" not in words.replace("reads “left open”", "")
        assert "\ufffd" not in words
        assert title_of(pdf).startswith(tool.title)
        pages[id] = pages_of(pdf)
    assert [id for id, count in pages.items() if count > SHEETS[id] + (not scripts)] == []


def test_a_tick_that_is_never_kept_is_not_printed_where_nothing_else_was_answered(
    programme_address: Address, open_page: Open
) -> None:
    """The empty worksheet would show it; so a sheet without that question is printed."""
    page = open_page(programme_address("tools/follow-up.md"))
    page.get_by_label("Worn down").check()
    words = text_of(paper(page))
    assert "Worn down" not in words
    assert "What helped? left open" in words
    page.get_by_label("Print the boxes that are never kept, too").check()
    assert "How is this work leaving you? Worn down" in text_of(paper(page))


@pytest.mark.parametrize("format", ["A4", "Letter"])
def test_a_plan_that_is_filled_in_prints_on_one_page_under_a_neutral_name(
    format: str, programme_address: Address, open_page: Open
) -> None:
    """What was answered, what was left open, and what is never kept only if that is ticked."""
    page = open_page(programme_address("tools/action-plan.md"))
    goal = page.get_by_role("region", name="Goal 1")
    goal.get_by_role("textbox", name="What will be different").fill("Calm mornings — für alle")
    goal.get_by_role("textbox", name="If this happens").first.fill("the bag flies")
    goal.get_by_role("textbox", name="then I/we will").first.fill("sit down and wait")
    goal.get_by_role("textbox", name="Could this make anyone less safe").fill("kettle in room 9")
    pdf = paper(page, format)
    words = text_of(pdf)
    assert pages_of(pdf) == 1
    assert title_of(pdf) == "form"
    assert "What will be different, for whom Calm mornings — für alle" in words
    assert "the bag flies" in words
    assert "sit down and wait" in words
    assert "Child's or young person's say in this left open" in words
    assert "It is never a safety plan for a person in danger." in words
    assert "Goal 2" not in words
    assert "kettle" not in words
    assert not [button for button in BUTTONS if button in words]
    page.get_by_label("Print the boxes that are never kept, too").check()
    assert "kettle in room 9" in text_of(paper(page, format))
    # The page is as it was: nothing of the paper stays on the screen.
    assert page.title().startswith("Action plan")
    assert page.locator("body > .tr-summary").count() == 0


def test_a_long_answer_goes_on_over_the_pages_and_none_of_it_is_cut_off(
    programme_address: Address, open_page: Open
) -> None:
    page = open_page(programme_address("tools/closure.md"))
    lines = [f"Line {number} of what changed." for number in range(1, 201)]
    page.get_by_role("textbox", name="Where we began").fill("\n".join(lines))
    page.get_by_role("textbox", name="Thanks and celebration").fill("x" * 3000)
    pdf = paper(page)
    words = text_of(pdf)
    assert pages_of(pdf) >= 4
    assert [line for line in lines if line not in words] == []
    assert words.replace(" ", "").count("x" * 3000) == 1


def test_a_map_of_a_self_assessment_prints_its_words_and_every_statement(
    programme_address: Address, open_page: Open
) -> None:
    page = open_page(programme_address("tools/capacity-self-assessment/short-form.md"))
    for item in page.locator("[data-item]").all():
        item.get_by_role("radio", name="Mostly true").check()
    pdf = paper(page)
    words = text_of(pdf)
    assert "Your map · Before" in words
    assert words.count("Mostly true") == 24
    assert title_of(pdf) == "form"
    assert pages_of(pdf) <= 3
