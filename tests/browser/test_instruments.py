"""Plans and forms on the screen: filled in, kept, carried on, and taken along."""

from __future__ import annotations

import datetime
import json
import re
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from build_tools.learning.events import is_event
from tests.browser import programme_course
from tests.browser.axe import violations
from tests.browser.conftest import address, place, served
from tests.browser.records import BLOCKED, FULL, events, keys
from tests.conftest import Once
from tests.pages.test_tools import EVERY_TYPE, FIRST_LOOK

Open = Callable[..., Page]
Address = Callable[[str], str]

NEEDS, PLAN, FOLLOW, CLOSE = (
    f"tools/{id}.md" for id in ("needs-assessment", "action-plan", "follow-up", "closure")
)
EVERY = "tools/every-type.md"
SECRET = "kettle in room 4711"
HOSTILE = "<img src=x onerror=\"document.title='gone'\"></textarea>"
LEAD_KNOWN = (
    "The safeguarding lead, the reporting route and the support contacts are known and up to date."
)

# A rating from nought on, whose statements are called as controls of the page are.
FROM_NOUGHT = """\
schema: 1
kind: rating
title: From nought
description: A scale that begins with nought.
limits: [It is for tests alone.]
scale: [{id: none, value: 0, text: None of it}, {id: all, value: 1, text: All of it}]
waves: [{id: now, title: Now}]
items:
  - {id: wave, area: awareness, level: self, text: The first is so.}
  - {id: keep, area: awareness, level: self, text: The second is so.}
prompts: [{id: changed, was: [altered], text: "What changed?"}]
"""
# A check-in in which how a step went is never kept.
HUSHED = """\
schema: 1
kind: form
title: A hushed check-in
description: How a step went, for nobody else.
limits: [It is for tests alone.]
fields:
  - {id: went, type: choice, label: How it went, sensitive: true, each: action-plan/step,
     options: [{id: often, text: Often}]}
"""


def make(folder: Path, *, directory_urls: bool = True) -> None:
    """The programme's course, with an instrument that has a field of every type."""
    programme_course.make(folder, directory_urls=directory_urls, also={
        "every-type": EVERY_TYPE, "first-look": FIRST_LOOK, "from-nought": FROM_NOUGHT,
        "hushed": HUSHED,
    })  # fmt: skip


@pytest.fixture(scope="session")
def served_forms(once: Once) -> Iterator[Address]:
    """Turn a uri into an address of that course, served."""
    with served(once("instruments", make) / "site") as base:
        yield partial(address, base)


@pytest.fixture(scope="session")
def folder_forms(once: Once) -> Address:
    """The same, opened from a folder."""
    site = once("instruments in a folder", partial(make, directory_urls=False)) / "site"
    return partial(place, site)


def group(page: Page | Locator, name: str) -> Locator:
    return page.get_by_role("group", name=name)


def box(page: Page | Locator, name: str) -> Locator:
    return page.get_by_role("textbox", name=name)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def said(page: Page, words: str) -> None:
    expect(page.get_by_role("status").filter(has_text=words)).to_be_visible()


def texts(page: Page, place: str = "sessionStorage") -> dict[str, str]:
    """What is kept of forms in a place, by key."""
    kept = page.evaluate(
        f"place => window[place].getItem('{programme_course.PREFIX}private')", place
    )
    return {key: note["text"] for key, note in json.loads(kept or "{}").items()}


def saved(page: Page, button: str) -> tuple[str, str]:
    """The name and the text of a file that a button makes."""
    with page.expect_download() as download:
        press(page, button)
    return download.value.suggested_filename, Path(download.value.path()).read_text("utf-8")


def load(page: Page, text: str | bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "form.json"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        page.get_by_role("main").get_by_label("Load a file").set_input_files(path)
        page.wait_for_function(
            "() => document.querySelector('[data-part=loaded]').textContent"
            " || !document.querySelector('[data-part=clash]').hidden"
        )


def whole(page: Page) -> str:
    """Everything that this browser has stored."""
    found: str = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    return found


# -- every type of field ---------------------------------------------------------------------


def test_every_type_of_field_is_filled_in_by_keyboard_and_is_there_after_a_reload(
    open_page: Open, served_forms: Address
) -> None:
    """Nothing is stored before the first key; what is never kept is gone after it."""
    page = open_page(served_forms(EVERY))
    assert keys(page) == keys(page, "sessionStorage") == []
    keyboard = page.keyboard
    box(page, "Say it").first.focus()
    keyboard.type(SECRET)
    group(page, "Choose it").get_by_label("One").focus()
    keyboard.press("Space")
    group(page, "Step 2").first.get_by_label("Often").focus()
    keyboard.press("Space")
    group(page, "Tick it").get_by_label("One").focus()
    keyboard.press("Space")
    group(page, "Order it").get_by_label("One").focus()
    keyboard.press("ArrowDown")
    page.get_by_role("table", name="Rate them").first.get_by_role("radio", name="High").focus()
    keyboard.press("Space")
    box(page, "A row").first.focus()
    keyboard.type("of a row")
    box(page, "If this happens").first.focus()
    keyboard.type("it rains")
    keyboard.press("Tab")
    keyboard.type("we wait")
    page.get_by_role("button", name="Add another step").first.focus()
    keyboard.press("Enter")
    keyboard.type("it snows")
    page.get_by_label("The day").first.fill("2027-02-03")
    box(page, "Line 1").first.focus()
    keyboard.type("first line")
    page.get_by_role("button", name="Add a line").first.focus()
    keyboard.press("Enter")
    keyboard.type("second line")
    group(page, "Rate it").get_by_label("Low").focus()
    keyboard.press("Space")
    page.get_by_text("More questions").first.focus()
    keyboard.press("Enter")
    group(page, "Is it so").get_by_label("No").focus()
    keyboard.press("Space")
    box(page, "Look there").focus()
    keyboard.type("a need")
    page.get_by_role("table", name="The cell").first.get_by_role("radio").first.focus()
    keyboard.press("Space")
    keyboard.press("Tab")
    page.reload()
    expect(box(page, "Say it").first).to_have_value("")
    expect(group(page, "Choose it").get_by_label("One")).to_be_checked()
    expect(group(page, "Step 2").first.get_by_label("Often")).to_be_checked()
    expect(group(page, "Tick it").get_by_label("One")).to_be_checked()
    expect(group(page, "Order it").get_by_label("One")).to_have_value("1")
    expect(
        page.get_by_role("table", name="Rate them").first.get_by_role("radio", name="High")
    ).to_be_checked()
    expect(box(page, "A row").first).to_have_value("of a row")
    expect(box(page, "If this happens").nth(0)).to_have_value("it rains")
    expect(box(page, "then we will").nth(0)).to_have_value("we wait")
    expect(box(page, "If this happens").nth(1)).to_have_value("it snows")
    expect(page.get_by_label("The day").first).to_have_value("2027-02-03")
    expect(box(page, "Line 1").first).to_have_value("first line")
    expect(box(page, "Line 2").first).to_have_value("second line")
    expect(group(page, "Rate it").get_by_label("Low")).to_be_checked()
    expect(group(page, "Is it so").get_by_label("No")).to_be_checked()
    expect(box(page, "Look there")).to_have_value("a need")
    expect(
        page.get_by_role("table", name="The cell").first.get_by_role("radio").first
    ).to_be_checked()
    assert SECRET not in whole(page)
    assert all(is_event(event) for event in events(page))
    page.locator("[data-field=yesno-one]").get_by_role("link", name="A first look").wait_for()


def test_lines_are_added_and_taken_out_and_the_focus_stays_with_them(
    open_page: Open, served_forms: Address
) -> None:
    page = open_page(served_forms(EVERY))
    box(page, "Line 1").first.fill("one")
    page.get_by_role("button", name="Add a line").first.click()
    expect(box(page, "Line 2").first).to_be_focused()
    expect(page.get_by_role("button", name="Add a line").first).to_be_hidden()
    page.keyboard.type("two")
    page.get_by_role("button", name="Remove line 1").first.click()
    expect(box(page, "Line 1").first).to_have_value("two")
    expect(box(page, "Line 1").first).to_be_focused()
    expect(box(page, "Line 2")).to_be_hidden()
    expect(page.get_by_role("button", name="Add a line").first).to_be_visible()
    page.reload()
    expect(box(page, "Line 1").first).to_have_value("two")


def test_of_two_with_one_number_the_one_chosen_last_has_it(
    open_page: Open, served_forms: Address
) -> None:
    page = open_page(served_forms(NEEDS))
    page.get_by_label("Calming down").select_option("1")
    page.get_by_label("Learning").select_option("1")
    said(page, "“Calming down” has no number now.")
    expect(page.get_by_label("Calming down")).to_have_value("")


def test_what_is_missing_is_asked_for_softly_and_an_answer_shows_what_it_leads_to(
    open_page: Open, served_forms: Address
) -> None:
    page = open_page(served_forms(NEEDS))
    caregiver = page.get_by_text("No caregiver has helped yet.")
    frontline = page.get_by_text("Nobody from frontline work has helped yet.")
    expect(caregiver).to_be_hidden()
    page.get_by_label("Managers").check()
    expect(caregiver).to_be_visible()
    expect(frontline).to_be_visible()
    page.get_by_label("Mothers").check()
    expect(caregiver).to_be_hidden()
    first_goal = page.get_by_text("this becomes your first goal.")
    expect(first_goal).to_be_hidden()
    known = group(page, "Safeguarding lead, reporting route")
    known.get_by_label("No").check()
    expect(first_goal).to_be_visible()
    known.get_by_label("Yes").check()
    expect(first_goal).to_be_hidden()


def test_names_and_numbers_get_a_gentle_question_and_are_kept_all_the_same(
    open_page: Open, served_forms: Address
) -> None:
    page = open_page(served_forms(NEEDS))
    context = box(page, "Setting and whom we serve")
    for text, name, number in [
        ("We met Mrs Okafor", True, False),
        ("Ring 020 7946 0958", False, True),
        ("Born 3/4/2015", False, True),
        ("About 12 families, in 3 places", False, False),
        ("Messy mornings, Msida and drains", False, False),
        ("Came to us on 3 March 2015", False, True),
        ("Here since the 21st of May, 4 in 2026", False, False),
    ]:
        context.fill(text)
        context.blur()
        expect(page.get_by_text("Is this somebody's name?")).to_have_count(int(name))
        expect(page.get_by_text("Is this a date of birth")).to_have_count(int(number))
        assert texts(page)["tool:needs-assessment/context"] == text


def test_what_one_presses_next_is_hit_although_leaving_a_box_shows_something(
    open_page: Open, served_forms: Address
) -> None:
    """A line appears above it at the first save, and a question about a name."""
    page = open_page(served_forms(NEEDS))
    box(page, "Setting and whom we serve").fill("Mrs Okafor, 020 7946 0958")
    page.get_by_label("Mothers").click()
    expect(page.get_by_label("Mothers")).to_be_checked()
    expect(page.get_by_text("Is this somebody's name?")).to_be_visible()


# -- where it is kept ------------------------------------------------------------------------


def test_it_is_kept_in_the_tab_until_the_learner_says_this_device(
    open_page: Open, served_forms: Address
) -> None:
    page = open_page(served_forms(NEEDS))
    box(page, "Setting and whom we serve").fill("A small house")
    page.keyboard.press("Tab")
    line = group(page, "Where this is kept").filter(has_text="Keep it:")
    expect(line).to_be_visible()
    assert texts(page, "localStorage") == {}
    line.get_by_role("button", name="on this device").click()
    said(page, "Saved on this device")
    expect(line).to_have_count(0)
    assert texts(page) == {}
    reopened = open_page(served_forms(NEEDS), storage_state=page.context.storage_state())
    expect(box(reopened, "Setting and whom we serve")).to_have_value("A small house")
    reopened.get_by_role("radio", name="This tab only").check()
    said(reopened, "Saved in this tab")
    assert texts(reopened, "localStorage") == {}


def test_another_tab_sees_what_is_kept_and_nothing_is_put_under_somebodys_hands(
    open_page: Open, served_forms: Address
) -> None:
    page = open_page(served_forms(NEEDS))
    box(page, "Setting and whom we serve").fill("A small house")
    page.get_by_role("radio", name="Keep on this device").check()
    other = page.context.new_page()
    other.goto(served_forms(NEEDS))
    page.get_by_label("What do caregivers say").fill("being written")
    box(other, "What already works here").fill("Tea")
    other.get_by_label("Mothers").check()
    expect(box(page, "What already works here")).to_have_value("Tea")
    expect(page.get_by_label("Mothers")).to_be_checked()
    expect(page.get_by_label("What do caregivers say")).to_have_value("being written")


@pytest.mark.parametrize("script", [BLOCKED, FULL], ids=["blocked", "full"])
def test_where_the_browser_keeps_nothing_no_text_is_lost_and_it_is_said(
    script: str, open_page: Open, served_forms: Address
) -> None:
    page = open_page(served_forms(NEEDS))
    page.context.add_init_script(script)
    page.reload()
    box(page, "Setting and whom we serve").fill("A small house")
    box(page, "What already works here").fill("Tea")
    page.keyboard.press("Tab")
    line = group(page, "Where this is kept").filter(has_text="does not save")
    expect(line).to_have_count(1)
    expect(line).to_be_visible()
    expect(box(page, "Setting and whom we serve")).to_have_value("A small house")
    _, text = saved(page, "Save as a file to load again")
    assert {note["text"] for note in json.loads(text)["answers"].values()} == {
        "A small house",
        "Tea",
    }


@pytest.mark.parametrize(
    "text", ["{", "[1]", '{"tool:needs-assessment/voices": {"text": "[", "at": 1}}']
)
def test_damaged_storage_leaves_a_form_that_works(
    text: str, open_page: Open, served_forms: Address
) -> None:
    page = open_page(served_forms(NEEDS))
    page.evaluate(f"text => sessionStorage.setItem('{programme_course.PREFIX}private', text)", text)
    page.reload()
    page.get_by_label("Mothers").check()
    box(page, "What already works here").fill("Tea")
    page.reload()
    expect(page.get_by_label("Mothers")).to_be_checked()
    expect(box(page, "What already works here")).to_have_value("Tea")


def test_clearing_asks_first_and_takes_what_is_on_this_page_alone(
    open_page: Open, served_forms: Address
) -> None:
    page = open_page(served_forms(NEEDS))
    box(page, "What already works here").fill("Tea")
    page.goto(served_forms(PLAN))
    box(page, "What will be different").first.fill("Calm mornings")
    box(page, "Could this make anyone less safe").first.fill(SECRET)
    press(page, "Clear everything here")
    press(page, "Leave it")
    expect(page.get_by_role("button", name="Clear everything here")).to_be_focused()
    expect(box(page, "What will be different").first).to_have_value("Calm mornings")
    press(page, "Clear everything here")
    press(page, "Yes, clear it")
    said(page, "Everything on this page is cleared.")
    expect(box(page, "What will be different").first).to_have_value("")
    expect(box(page, "Could this make anyone less safe").first).to_have_value("")
    assert texts(page) == {"tool:needs-assessment/strengths": "Tea"}


def test_an_answer_of_nought_is_an_answer_and_can_be_taken_back(
    open_page: Open, served_forms: Address
) -> None:
    page = open_page(served_forms("tools/from-nought.md"))
    for name in ("The first is so.", "The second is so."):
        group(page, name).get_by_label("None of it").check()
    page.reload()
    for name in ("The first is so.", "The second is so."):
        expect(group(page, name).get_by_label("None of it")).to_be_checked()
    expect(page.locator(".tr-results")).to_contain_text("None of it")
    press(page, "Clear everything here")
    press(page, "Yes, clear it")
    page.reload()
    expect(group(page, "The first is so.").get_by_role("radio", checked=True)).to_have_count(0)
    expect(page.get_by_role("heading", name="Your map")).to_be_hidden()


def test_how_a_step_went_is_not_in_the_record_where_it_is_never_kept(
    open_page: Open, served_forms: Address
) -> None:
    page = open_page(served_forms("tools/hushed.md"))
    group(page, "Step 1").get_by_label("Often").check()
    page.reload()
    expect(group(page, "Step 1").get_by_label("Often")).not_to_be_checked()
    assert [event for event in events(page) if event["kind"] == "plan"] == []
    assert "often" not in whole(page)


def test_my_learning_leads_to_what_is_written_and_deletes_it(
    open_page: Open, served_forms: Address
) -> None:
    page = open_page(served_forms(NEEDS))
    box(page, "What already works here").fill("Tea at four")
    page.goto(served_forms("my-learning.md"))
    main = page.get_by_role("main")
    expect(main.get_by_role("link", name="Needs assessment", exact=True)).to_be_visible()
    expect(main.get_by_role("link", name="Action plan", exact=True)).to_be_hidden()
    expect(main).not_to_contain_text("Tea at four")
    other = page.context.new_page()
    other.goto(served_forms(PLAN))
    box(other, "Could this make anyone less safe").first.fill(SECRET)
    press(page, "Delete everything")
    press(page, "Yes, delete it")
    assert keys(page) == keys(page, "sessionStorage") == []
    expect(box(other, "Could this make anyone less safe").first).to_have_value("")


def test_what_is_never_kept_is_in_no_storage_no_file_and_not_there_on_the_way_back(
    open_page: Open, served_forms: Address
) -> None:
    """Not after going back, either; on paper only if it is ticked."""
    page = open_page(served_forms(PLAN))
    harm = box(page, "Could this make anyone less safe").first
    expect(harm).to_have_accessible_description(re.compile("Never kept"))
    harm.fill(SECRET)
    box(page, "What will be different").first.fill("Calm mornings")
    page.keyboard.press("Tab")
    for button in ("Save as text", "Save as a file to load again"):
        _, text = saved(page, button)
        assert "Calm mornings" in text
        assert SECRET not in text
    assert SECRET not in printed(page)
    page.get_by_label("Print the boxes that are never kept, too").check()
    assert SECRET in printed(page)
    assert SECRET not in whole(page)
    page.goto(served_forms(NEEDS))
    page.go_back()
    expect(harm).to_have_value("")
    expect(box(page, "What will be different").first).to_have_value("Calm mornings")


# -- carried on ------------------------------------------------------------------------------


def start_a_programme(page: Page, served_forms: Address) -> None:
    """A needs assessment, and a plan with two goals."""
    page.goto(served_forms(NEEDS))
    page.get_by_label("My own work").check()
    box(page, "What already works here").fill("Tea at four")
    page.get_by_role("row", name="Awareness").get_by_label("Not yet").check()
    group(page, "Safeguarding lead, reporting route").get_by_label("No").check()
    box(page, "Line 1").fill("Calm mornings")
    press(page, "Add a line")
    page.keyboard.type("Fewer moves")
    page.goto(served_forms(PLAN))
    box(page, "If this happens").first.fill("she throws the bag")
    box(page, "then I/we will").first.fill("I will sit down near her")
    box(page, "Sign that we are getting there").first.fill("She comes back in")
    press(page, "Add another goal")
    second = page.get_by_role("region", name="Goal 2")
    expect(second.get_by_role("heading", name="Goal 2")).to_be_focused()
    box(second, "What will be different").fill("Two seats by the door")
    box(second, "If this happens").fill("somebody waits")
    box(second, "then I/we will").fill("I will offer a seat")
    box(second, "then I/we will").blur()


def test_a_need_is_carried_through_plan_check_in_and_closure(
    open_page: Open, served_forms: Address
) -> None:
    """Entered once; a first goal comes of an answer; the record holds statuses and no words."""
    page = open_page(served_forms(NEEDS))
    start_a_programme(page, served_forms)
    page.reload()
    first = page.get_by_role("region", name="Goal 1")
    expect(box(first, "What will be different")).to_have_value(LEAD_KNOWN)
    expect(page.get_by_role("region", name="Goal 2")).to_be_visible()
    expect(page.get_by_role("region", name="Goal 3")).to_be_hidden()
    need = first.locator("[data-field=need]")
    expect(need).to_contain_text("Calm mornings")
    need.get_by_role("button", name="Use these words").nth(1).click()
    expect(box(first, "Need this answers")).to_have_value("Fewer moves")
    expect(box(first, "Need this answers")).to_be_focused()
    expect(first.locator("[data-field=strength]")).to_contain_text("Tea at four")
    in_six_weeks = datetime.date.today() + datetime.timedelta(weeks=6)
    expect(page.get_by_label("Review date").first).to_have_value(in_six_weeks.isoformat())

    page.goto(served_forms(FOLLOW))
    steps = page.locator("[data-field=done]").get_by_role("group")
    expect(steps).to_have_count(2)
    expect(steps.nth(0)).to_contain_text("If she throws the bag, then I will sit down near her")
    expect(steps.nth(1)).to_contain_text("If somebody waits, then I will offer a seat")
    steps.nth(0).get_by_label("Done often").check()
    steps.nth(1).get_by_label("Not yet").check()
    steps.nth(1).get_by_label("Dropped").check()
    expect(page.locator("[data-field=seen]")).to_contain_text("She comes back in")
    expect(page.get_by_role("link", name="Staff wellbeing and support plan")).to_be_hidden()
    page.get_by_label("Worn down").check()
    expect(page.get_by_role("link", name="Staff wellbeing and support plan")).to_be_visible()
    box(page, "What did you see or hear").fill("She sat down")
    box(page, "Keep, change or drop").fill("Keep the seats")
    page.reload()
    expect(steps.nth(0).get_by_label("Done often")).to_be_checked()
    expect(steps.nth(1).get_by_label("Dropped")).to_be_checked()
    expect(page.get_by_label("Worn down")).not_to_be_checked()
    expect(page.get_by_role("link", name="the short form")).to_be_visible()

    page.goto(served_forms(CLOSE))
    expect(page.locator("[data-field=story]")).to_contain_text("Calm mornings")
    expect(page.locator("[data-field=story]")).to_contain_text("Two seats by the door")
    expect(page.locator("[data-field=change]")).to_contain_text("She sat down")
    expect(page.locator("[data-field=keep]")).to_contain_text("Keep the seats")
    went = "If she throws the bag, then I will sit down near her: Done often"
    expect(page.locator("[data-field=change]")).to_contain_text(went)
    box(page, "For children").fill("Calmer")
    page.keyboard.press("Tab")

    kept = events(page)
    assert [(e["tool"], e["step"], e["status"]) for e in kept if e["kind"] == "plan"] == [
        ("action-plan", "goal-1-step-1", "often"),
        ("action-plan", "goal-2-step-1", "not-yet"),
        ("action-plan", "goal-2-step-1", "dropped"),
    ]
    assert [(e["phase"], e["state"]) for e in kept if e["kind"] == "phase"] == [
        (phase, "started") for phase in ("assess", "plan", "follow-up", "close")
    ]
    assert not re.search("bag|seat|Calm|worn", json.dumps(kept))


def test_what_is_asked_for_each_thing_is_asked_for_each_line_of_a_list_too(
    open_page: Open, served_forms: Address
) -> None:
    page = open_page(served_forms("tools/first-look.md"))
    box(page, "Line 1").fill("Calm mornings")
    press(page, "Add a line")
    page.keyboard.type("Fewer moves")
    page.keyboard.press("Tab")
    page.goto(served_forms(EVERY))
    asked = page.locator("[data-field=each-one]").first.get_by_role("group")
    expect(asked).to_have_count(2)
    expect(asked.nth(0)).to_contain_text("Calm mornings")
    asked.nth(1).get_by_label("Often").check()
    page.reload()
    expect(asked.nth(1)).to_contain_text("Fewer moves")
    expect(asked.nth(1).get_by_label("Often")).to_be_checked()
    _, text = saved(page, "Save as text")
    assert "Step 2: Fewer moves: Often" in text


def test_modules_are_suggested_from_the_lowest_areas_and_what_was_put_first(
    open_page: Open, served_forms: Address
) -> None:
    page = open_page(served_forms(NEEDS))
    suggested = page.get_by_role("region", name="Modules that may help")
    expect(suggested).to_be_hidden()
    row = page.get_by_role("row", name="Awareness")
    row.get_by_label("Fully").check()
    expect(suggested).to_be_hidden()
    row.get_by_label("A little").check()
    expect(suggested.get_by_role("link")).to_have_text(["A calm first minute"])
    page.get_by_label("Our area and its services").check()
    expect(suggested).to_be_hidden()
    page.get_by_label("My own work").check()
    page.get_by_label("Belonging").select_option("1")
    # A module that two answers lead to is shown once.
    expect(suggested.get_by_role("link")).to_have_count(1)
    expect(suggested).to_contain_text("Belonging")


def test_a_check_in_works_without_the_plan_and_asks_for_five_mixed_questions(
    open_page: Open, served_forms: Address
) -> None:
    page = open_page(served_forms(FOLLOW))
    expect(page.get_by_text("Nothing is kept of the earlier step here.")).to_be_visible()
    steps = page.locator("[data-field=done]").get_by_role("group")
    expect(steps).to_have_count(3)
    steps.nth(1).get_by_label("Done at times").check()
    page.reload()
    expect(steps.nth(1).get_by_label("Done at times")).to_be_checked()
    expect(page.get_by_text("You have not answered a question yet")).to_be_visible()
    page.goto(served_forms("quizzes/first-steps.md"))
    page.get_by_label("True", exact=True).check()
    page.get_by_role("button", name="Check my answer").first.click()
    page.goto(served_forms(FOLLOW))
    page.get_by_role("link", name="Start with a few questions").click()
    expect(page).to_have_url(re.compile(r"/quizzes/first-steps/\?walk=first-steps"))


def test_a_parent_mentor_makes_a_plan_and_reviews_it_elsewhere(
    open_page: Open, served_forms: Address
) -> None:
    """A worry about safety shows whom to tell, and is never kept."""
    page = open_page(served_forms("tools/parent-mentor-plan.md"))
    box(page, "A made-up label").fill("The lighthouse family")
    flashpoint = group(page, "One flashpoint")
    box(flashpoint, "Before: anticipate").fill("Shoes by the door")
    practise = group(page, "What we will practise")
    box(practise, "If this happens").fill("the bag flies")
    box(practise, "then we will").fill("sit down first")
    box(page, "What helps this child now").fill(SECRET)
    worry = group(page, "Is there any worry about safety today?")
    expect(worry.get_by_text("Ask your supervisor or manager today")).to_be_hidden()
    worry.get_by_label("Yes").check()
    expect(worry.get_by_text("Ask your supervisor or manager today")).to_be_visible()
    in_three_weeks = datetime.date.today() + datetime.timedelta(weeks=3)
    expect(page.get_by_label("Review date")).to_have_value(in_three_weeks.isoformat())
    page.reload()
    expect(box(page, "What helps this child now")).to_have_value("")
    expect(worry.get_by_label("Yes")).not_to_be_checked()
    assert not re.search(f"{SECRET}|safety", whole(page))
    _, text = saved(page, "Save as a file to load again")
    other = open_page(served_forms("tools/parent-mentor-plan.md"))
    load(other, text)
    said(other, "Loaded.")
    expect(box(other, "Before: anticipate")).to_have_value("Shoes by the door")
    box(other, "When it goes wrong").fill("We say sorry first")
    paper = printed(other)
    for words in ("The lighthouse family", "the bag flies", "We say sorry first", "left open"):
        assert words in paper


def test_a_worker_and_a_manager_make_a_support_plan_of_one_file(
    open_page: Open, served_forms: Address
) -> None:
    """What a worker writes into the boxes that are never kept does not reach the manager."""
    page = open_page(served_forms("tools/wellbeing-plan.md"))
    box(page, "My early signs").fill(SECRET)
    box(page, "One boundary I will keep").fill("No calls after six")
    group(page, "We notice feelings and make room").get_by_label("Half true").check()
    page.keyboard.press("Tab")
    _, text = saved(page, "Save as a file to load again")
    assert SECRET not in text
    manager = open_page(served_forms("tools/wellbeing-plan.md"))
    load(manager, text)
    said(manager, "Loaded.")
    expect(
        group(manager, "We notice feelings and make room").get_by_label("Half true")
    ).to_be_checked()
    box(manager, "Reflective supervision").fill("Every two weeks, with Sam's role, protected")
    box(manager, "Who owns this part").fill("Team lead")
    manager.reload()
    expect(box(manager, "Who owns this part")).to_have_value("Team lead")
    _, text = saved(manager, "Save as text")
    assert "## What the organisation provides\n\n**Reflective supervision" in text
    assert "## Our team as a secure base" in text
    assert SECRET not in text


def test_a_worker_gives_away_the_part_for_the_organisation_and_nothing_of_their_own(
    open_page: Open, served_forms: Address
) -> None:
    """Paper, text and file hold the parts that are ticked; what is left out stays on the page."""
    page = open_page(served_forms("tools/wellbeing-plan.md"))
    box(page, "One boundary I will keep").fill("No calls after six")
    box(page, "Reflective supervision").fill("Every two weeks")
    parts = group(page, "Parts to print and to save")
    for name in ("For me", "Our team as a secure base"):
        parts.get_by_label(name).uncheck()
    for button in ("Save as text", "Save as a file to load again"):
        _, text = saved(page, button)
        assert "Every two weeks" in text
        assert "No calls after six" not in text
    paper = printed(page)
    assert "What the organisation provides" in paper
    assert "For me" not in paper
    assert "No calls after six" not in paper
    page.reload()
    expect(box(page, "One boundary I will keep")).to_have_value("No calls after six")
    expect(parts.get_by_label("For me")).to_be_checked()


def test_an_open_question_of_a_rating_is_found_under_its_earlier_id(
    open_page: Open, served_forms: Address
) -> None:
    page = open_page(served_forms("tools/from-nought.md"))
    planted = json.dumps({"tool:from-nought/now/altered": {"text": "The chairs", "at": 1}})
    key = f"{programme_course.PREFIX}private"
    page.evaluate("([key, text]) => sessionStorage.setItem(key, text)", [key, planted])
    page.reload()
    expect(box(page, "What changed?")).to_have_value("The chairs")
    box(page, "What changed?").fill("The chairs and the door")
    page.keyboard.press("Tab")
    assert texts(page) == {"tool:from-nought/now/changed": "The chairs and the door"}


def test_what_was_kept_under_an_earlier_id_is_found_and_moves_with_the_next_change(
    open_page: Open, served_forms: Address
) -> None:
    page = open_page(served_forms(EVERY))
    planted = json.dumps({"tool:every-type/choice-old": {"text": "eins", "at": 1}})
    key = f"{programme_course.PREFIX}private"
    page.evaluate("([key, text]) => sessionStorage.setItem(key, text)", [key, planted])
    page.reload()
    one = group(page, "Choose it").get_by_label("One")
    expect(one).to_be_checked()
    one.dispatch_event("change")
    page.wait_for_function(f"() => sessionStorage['{key}'].includes('choice-one')")
    assert "choice-old" not in whole(page)
    assert texts(page)["tool:every-type/choice-one"] == "one"


# -- ways out and in -------------------------------------------------------------------------


def printed(page: Page) -> str:
    """What stands on paper."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    text = page.locator("body").inner_text()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    return text


def test_a_programme_moves_to_another_browser_by_one_file(
    open_page: Open, served_forms: Address
) -> None:
    """The file of a check-in holds what came before it too."""
    page = open_page(served_forms(NEEDS))
    start_a_programme(page, served_forms)
    page.goto(served_forms(FOLLOW))
    page.locator("[data-field=done]").get_by_role("group").nth(0).get_by_label("Done often").check()
    name, text = saved(page, "Save as a file to load again")
    assert re.fullmatch(r"form-\d{4}-\d\d-\d\d\.json", name)
    data = json.loads(text)
    assert data["format"] == "trellis-tool/1"
    assert {event["kind"] for event in data["events"]} == {"plan"}
    assert not {"pid", "organisation"} & set(data)

    other = open_page(served_forms(CLOSE))
    load(other, text)
    said(other, "Loaded.")
    expect(other.locator("[data-field=story]")).to_contain_text("Calm mornings")
    other.goto(served_forms(FOLLOW))
    steps = other.locator("[data-field=done]").get_by_role("group")
    expect(steps.nth(0).get_by_label("Done often")).to_be_checked()
    expect(steps.nth(1)).to_contain_text("If somebody waits")
    assert [event["status"] for event in events(other) if event["kind"] == "plan"] == ["often"]
    load(other, text)
    said(other, "Everything in the file was here already.")
    assert len([event for event in events(other) if event["kind"] == "plan"]) == 1


def test_a_file_brings_the_first_goal_too_and_opens_what_it_fills(
    open_page: Open, served_forms: Address
) -> None:
    """What an earlier step makes the first goal is proposed at once, not only after a reload."""
    page = open_page(served_forms(NEEDS))
    group(page, "Safeguarding lead, reporting route").get_by_label("No").check()
    _, needs = saved(page, "Save as a file to load again")
    other = open_page(served_forms(PLAN))
    goal = box(other, "What will be different").first
    expect(goal).to_have_value("")
    load(other, needs)
    expect(goal).to_have_value(LEAD_KNOWN)
    other.get_by_text("More questions").first.click()
    box(other, "Likely obstacle").first.fill("No time")
    other.keyboard.press("Tab")
    _, plan = saved(other, "Save as a file to load again")
    third = open_page(served_forms(PLAN))
    expect(box(third, "Likely obstacle")).to_have_count(0)
    load(third, plan)
    expect(box(third, "Likely obstacle").first).to_have_value("No time")
    expect(box(third, "What will be different").first).to_have_value(LEAD_KNOWN)


@pytest.mark.parametrize(("button", "strengths"), [
    ("Leave what is here", "Coffee"), ("Take what is in the file", "Tea"),
])  # fmt: skip
def test_a_file_never_writes_over_what_is_here_without_being_told_to(
    button: str, strengths: str, open_page: Open, served_forms: Address
) -> None:
    page = open_page(served_forms(NEEDS))
    box(page, "What already works here").fill("Tea")
    box(page, "What gets in the way").fill("Fear")
    _, text = saved(page, "Save as a file to load again")
    other = open_page(served_forms(NEEDS))
    box(other, "What already works here").fill("Coffee")
    load(other, text)
    clash = group(other, "Some boxes say something else here")
    expect(clash).to_be_focused()
    expect(clash).to_contain_text("What already works here, and who makes it work?")
    expect(box(other, "What already works here")).to_have_value("Coffee")
    expect(box(other, "What gets in the way")).to_have_value("Fear")
    clash.get_by_role("button", name=button).click()
    expect(box(other, "What already works here")).to_have_value(strengths)
    other.reload()
    expect(box(other, "What already works here")).to_have_value(strengths)


def test_a_clash_in_an_earlier_step_is_named_too(open_page: Open, served_forms: Address) -> None:
    """The file of a plan holds the needs; what differs there is not on this page."""
    page = open_page(served_forms(PLAN))
    box(page, "What will be different").first.fill("Calm mornings")
    page.keyboard.press("Tab")
    _, text = saved(page, "Save as a file to load again")
    other = open_page(served_forms(NEEDS))
    box(other, "What already works here").fill("Coffee")
    box(other, "What gets in the way").fill("Fear")
    other.keyboard.press("Tab")
    other.goto(served_forms(PLAN))
    box(other, "What will be different").first.fill("Loud mornings")
    other.keyboard.press("Tab")
    both = json.loads(text)
    for field in ("strengths", "barriers"):
        both["answers"][f"tool:needs-assessment/{field}"] = {"text": "Tea", "at": 5}
    load(other, json.dumps(both))
    clash = group(other, "Some boxes say something else here")
    expect(clash).to_contain_text("What will be different, for whom · An earlier step")
    expect(clash.get_by_text("An earlier step")).to_have_count(1)


def form(**changes: Any) -> str:
    """A file as a form saves it, with something changed."""
    data: dict[str, Any] = {
        "format": "trellis-tool/1",
        "course": {"id": "my-course", "version": "1"},
        "tool": {"id": "needs-assessment", "rev": 1},
        "answers": {"tool:needs-assessment/strengths": {"text": "forged", "at": 5}},
        "events": [],
    }
    return json.dumps({**data, **changes})


EVENT = {
    "id": "00000000-0000-4000-8000-000000000001", "at": 5, "kind": "phase",
    "phase": "plan", "state": "done",
}  # fmt: skip
REFUSED: dict[str, tuple[str | bytes, str]] = {
    "cut off": (form()[:-20], "it is cut off"),
    "binary": (bytes(range(256)) * 9, "it is cut off"),
    "a list": ("[]", "it holds something else"),
    "another format": (form(format="other/1"), "it holds something else"),
    "a record": (form(format="trellis-record/1"), "Load it under My learning"),
    "newer": (form(format="trellis-tool/2"), "a newer version"),
    "another course": (form(course={"id": "other", "version": "1"}), "another course"),
    "a key that is none": (form(answers={"private": {"text": "forged", "at": 5}}), "was changed"),
    "a note that is none": (
        form(answers={"tool:needs-assessment/strengths": {"text": 5, "at": 5}}), "was changed",
    ),
    "an event of another kind": (form(events=[EVENT]), "was changed"),
    "an event that is none": (form(events=[{**EVENT, "kind": "plan"}]), "was changed"),
    "too big": (form() + " " * (6 * 1024 * 1024), "larger than any file"),
}  # fmt: skip


def test_a_file_that_is_none_of_a_form_is_refused_with_the_reason_and_changes_nothing(
    open_page: Open, served_forms: Address
) -> None:
    page = open_page(served_forms(NEEDS))
    box(page, "What gets in the way").fill("Fear")
    page.keyboard.press("Tab")
    before = whole(page)
    for text, words in REFUSED.values():
        load(page, text)
        said(page, words)
        assert whole(page) == before
        expect(box(page, "What already works here")).to_have_value("")


def test_what_no_file_may_hold_is_not_taken_from_one_and_hostile_text_stays_text(
    open_page: Open, served_forms: Address
) -> None:
    page = open_page(served_forms(PLAN))
    title = page.title()
    load(page, form(answers={
        "tool:action-plan/harm-check": {"text": SECRET, "at": 5},
        "tool:action-plan/goal-2/harm-check": {"text": SECRET, "at": 5},
        "tool:action-plan/sign": {"text": HOSTILE, "at": 5},
        "tool:needs-assessment/strengths": {"text": HOSTILE, "at": 5},
    }))  # fmt: skip
    said(page, "Loaded.")
    assert SECRET not in whole(page)
    expect(box(page, "Sign that we are getting there").first).to_have_value(HOSTILE)
    expect(page.locator("[data-field=strength]").first).to_contain_text(HOSTILE)
    assert HOSTILE in printed(page)
    assert page.title() == title


def test_paper_and_text_hold_what_was_answered_and_say_what_was_left_open(
    open_page: Open, served_forms: Address
) -> None:
    page = open_page(served_forms(NEEDS))
    assert "This tab only" not in printed(page)
    page.goto(served_forms(PLAN))
    # A day that is only proposed is no answer: the worksheet is printed.
    assert "left open" not in printed(page).replace("reads “left open”", "")
    start_a_programme(page, served_forms)
    page.goto(served_forms(NEEDS))
    name, text = saved(page, "Save as text")
    assert re.fullmatch(r"form-\d{4}-\d\d-\d\d\.md", name)
    assert text.startswith("# Needs assessment\n")
    assert "**Two priorities**\n\n- Calm mornings\n- Fewer moves\n" in text
    assert "**How do we know?**\n\n_left open_\n" in text
    assert "- Awareness: Not yet" in text or "Awareness: Not yet" in text
    paper = printed(page)
    for words in ("Needs assessment", "Calm mornings", "Fewer moves", "left open", "Not yet"):
        assert words in paper
    assert "Save as text" not in paper
    page.goto(served_forms(PLAN))
    _, text = saved(page, "Save as text")
    assert "Likely obstacle" not in text
    page.get_by_text("More questions").first.click()
    _, text = saved(page, "Save as text")
    assert "**Likely obstacle and plan B**\n\n_left open_\n" in text
    assert "## Goal 2" in text
    assert "- Step 1 · … then I/we will: I will sit down near her" in text


def test_a_reminder_is_neutral(open_page: Open, served_forms: Address) -> None:
    page = open_page(served_forms(PLAN))
    page.get_by_label("Review date").first.fill("2027-02-03")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save a reminder").first.click()
    assert download.value.suggested_filename == "reminder.ics"
    text = Path(download.value.path()).read_bytes().decode()
    assert "DTSTART;VALUE=DATE:20270203\r\n" in text
    assert "SUMMARY:A reminder to myself\r\n" in text
    assert not re.search("(?i)trauma|plan|trellis|course", text)


# -- everywhere ------------------------------------------------------------------------------


FILL = """() => {
    for (const more of document.querySelectorAll("details")) more.open = true;
    for (const add of document.querySelectorAll("[data-does=add-goal]")) add.click();
    const typed = "textarea, [type=text], [type=date], [type=radio], [type=checkbox], select";
    for (const control of document.querySelectorAll(`.tr-tool [data-field] :is(${typed})`)) {
        if (control.type === "date") control.value = "2027-02-03";
        else if (/radio|checkbox/.test(control.type)) control.checked = true;
        else if (control.localName === "select") control.value = "1";
        else control.value = "Mrs Okafor 020 7946 0958";
        for (const kind of ["focusin", "change", "focusout"])
            control.dispatchEvent(new Event(kind, { bubbles: true }));
    }
}"""
SMALL = """() => [...document.querySelectorAll(
    ".tr-tool :is(button, input[type=date], select, textarea):not(.tr-keep *)"
)].filter((one) => one.offsetParent && one.offsetHeight < 44).map((one) => one.outerHTML)"""
TOOLS = [
    "needs-assessment", "action-plan", "follow-up", "closure", "parent-mentor-plan",
    "wellbeing-plan", "every-type",
]  # fmt: skip


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("look", ["light", "dark"])
def test_axe_finds_nothing_in_a_form_that_is_empty_or_filled_in(
    look: Any, width: int, open_page: Open, served_forms: Address
) -> None:
    """With every outcome, question and box shown; and nothing sticks out sideways."""
    page = open_page(
        served_forms(NEEDS), color_scheme=look, viewport={"width": width, "height": 800}
    )
    for tool in TOOLS:
        page.goto(served_forms(f"tools/{tool}.md"))
        if tool == "every-type":
            # The others are seen empty wherever every page of the course is.
            assert violations(page) == []
        page.evaluate(FILL)
        press(page, "Clear everything here")
        for part in page.locator("[data-outcome], [data-wanted], [data-part=moved]").all():
            part.evaluate("part => part.hidden = false")
        # What the header at the top covers for the moment counts as covered.
        page.evaluate("scrollTo(0, 0)")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        small = page.evaluate(SMALL)
        assert small == []


def test_without_javascript_a_form_is_a_whole_worksheet(
    open_page: Open, served_forms: Address
) -> None:
    page = open_page(served_forms(PLAN), java_script_enabled=False)
    for words in ("Need this answers", "Caregiver's part", "Small steps", "Review date"):
        expect(page.get_by_text(words).first).to_be_visible()
    expect(page.get_by_role("main").get_by_role("textbox")).to_have_count(0)
    expect(page.get_by_role("button", name="Save as text")).to_have_count(0)
    expect(page.locator(".tr-pen__writing").first).to_be_visible()


def test_opened_from_a_folder_a_form_is_kept_in_the_tab_alone_and_goes_by_file(
    open_page: Open, folder_forms: Address
) -> None:
    page = open_page(folder_forms(NEEDS))
    box(page, "What already works here").fill("Tea")
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="Keep on this device")).to_be_hidden()
    line = group(page, "Where this is kept").filter(has_text="Keep it:")
    expect(line.get_by_role("button", name="on this device")).to_be_hidden()
    assert "private" not in keys(page)
    _, text = saved(page, "Save as a file to load again")
    other = open_page(folder_forms(PLAN))
    load(other, text)
    said(other, "Loaded.")
    expect(other.locator("[data-field=strength]").first).to_contain_text("Tea")
