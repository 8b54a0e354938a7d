"""The team role map: sets of roles, duties without a lead, and a file without a learner in it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import programme_course
from tests.browser.axe import violations
from tests.browser.conftest import address, served
from tests.conftest import Once

Open = Callable[..., Page]
Address = Callable[[str], str]

PAGE = "tools/team-role-map.md"
SOCIAL_WORKER, LISTENER, SUPPORT = (
    "Supervising social worker",
    "Empathic listener",
    "Children's support worker",
)
DUTIES = (
    "Statutory duties and safeguarding",
    "Training",
    "Listening to the carer",
    "Early sign of blocked care",
    "Practical ideas for hard behaviour",
    "Relationship with the child",
    "Child's view to meetings",
    "Visits in short breaks",
    "Contact with the child's social worker",
    "Supervision of the listener",
    "Supervision of the support worker",
    "Consultation with the carer present",
    "Celebrating",
)

# What a later edition of the map calls things; and a set of a team with roles of its own besides.
LATER = (
    ("id: empathic-listener", "id: carers-listener\n    was: [empathic-listener]"),
    ("empathic-listener,", "carers-listener,"),
    ("{id: training,", "{id: learning, was: [training],"),
    ("{id: leads,", "{id: leading, was: [leads],"),
    ("exactly_one: leads", "exactly_one: leading"),
    ("{id: true-three,", "{id: three, was: [true-three],"),
    ("custom: true}", "custom: true, roles: [supervising-social-worker], room: 5}"),
)


def later(folder: Path) -> None:
    """The programme's course with that later edition."""
    text = (programme_course.ROOT / "course/tools/team-role-map.yml").read_text(encoding="utf-8")
    text = re.sub(r"(?m)^covers: .*\n", "", text)
    for old, new in LATER:
        assert old in text
        text = text.replace(old, new)
    programme_course.make(folder, also={"team-role-map": text})


@pytest.fixture(scope="session")
def later_programme(once: Once) -> Iterator[Address]:
    """Turn a uri into an address of it, served."""
    with served(once("later role map", later) / "site") as base:
        yield partial(address, base)


def duty(page: Page, name: str, role: str) -> Locator:
    return page.get_by_role("combobox", name=f"{name} {role}", exact=True)


def roles(page: Page, name: str) -> None:
    group = page.get_by_role("group", name="Which set of roles is nearest to yours?")
    group.get_by_role("radio", name=re.compile(f"^{name}")).check()


def counted(page: Page, none: int, more: int) -> None:
    said = f"Duties without a lead: {none}. Duties with more than one: {more}."
    expect(page.get_by_role("status").filter(has_text=said)).to_be_visible()


def test_a_team_finds_the_duties_that_nobody_leads_and_those_that_two_do(
    programme: Address, open_page: Open
) -> None:
    """Each choice changes the list at once; with one lead each, that is said too."""
    page = open_page(programme(PAGE))
    expect(page.get_by_text("Nobody leads this yet")).to_be_hidden()
    for name in DUTIES[1:]:
        duty(page, name, LISTENER).select_option("leads")
    counted(page, 1, 0)
    gap = page.get_by_role("list").filter(has_text=DUTIES[0]).last
    expect(gap.get_by_role("listitem")).to_have_text([DUTIES[0]])
    duty(page, DUTIES[0], SOCIAL_WORKER).select_option("leads")
    expect(page.get_by_text("Every duty has one lead.")).to_be_visible()
    duty(page, "Training", SOCIAL_WORKER).select_option("leads")
    counted(page, 0, 1)
    expect(page.get_by_text("More than one role leads this")).to_be_visible()
    duty(page, "Training", SOCIAL_WORKER).select_option("helps")
    counted(page, 0, 0)


def test_listening_and_checking_in_one_role_are_looked_at_twice(
    programme: Address, open_page: Open
) -> None:
    page = open_page(programme(PAGE))
    caution = page.get_by_text("Could somebody else listen?").and_(page.locator(":visible"))
    duty(page, DUTIES[0], SOCIAL_WORKER).select_option("leads")
    expect(caution).to_have_count(0)
    duty(page, DUTIES[2], SOCIAL_WORKER).select_option("leads")
    expect(caution).to_have_count(1)
    duty(page, DUTIES[2], SOCIAL_WORKER).select_option("")
    duty(page, DUTIES[2], LISTENER).select_option("leads")
    expect(caution).to_have_count(0)


def test_each_set_of_roles_is_kept_by_itself_also_one_with_roles_of_the_teams_own(
    programme: Address, open_page: Open
) -> None:
    page = open_page(programme(PAGE))
    duty(page, "Training", SUPPORT).select_option("leads")
    roles(page, "Four roles")
    expect(page.get_by_role("columnheader", name="Attachment therapist")).to_be_visible()
    expect(duty(page, "Training", SUPPORT)).to_have_value("")
    roles(page, "Your own roles")
    page.get_by_role("textbox", name="Role 1").fill("Key worker")
    page.get_by_role("textbox", name="Role 1").blur()
    page.get_by_role("row", name="Training").get_by_role("combobox").first.select_option("leads")
    page.reload()
    expect(page.get_by_role("radio", name=re.compile("^Your own roles"))).to_be_checked()
    expect(page.get_by_role("textbox", name="Role 1")).to_have_value("Key worker")
    expect(page.get_by_role("row", name="Training").get_by_role("combobox").first).to_have_value(
        "leads"
    )
    roles(page, "Three roles")
    expect(duty(page, "Training", SUPPORT)).to_have_value("leads")


def test_a_team_has_as_many_roles_of_its_own_as_it_asks_for(
    programme: Address, open_page: Open
) -> None:
    """Three at first, more on request up to the room there is; all by keyboard, and kept."""
    page = open_page(programme(PAGE))
    roles(page, "Your own roles")
    own = page.get_by_role("textbox", name=re.compile("^Role "))
    add = page.get_by_role("button", name="Add a role")
    expect(own).to_have_count(3)
    add.focus()
    page.keyboard.press("Enter")
    expect(own.nth(3)).to_be_focused()
    page.keyboard.type("Night lead")
    page.keyboard.press("Tab")
    night = duty(page, "Training", "Night lead")
    night.select_option("leads")
    counted(page, len(DUTIES) - 1, 0)
    page.reload()
    expect(own).to_have_count(4)
    expect(own.nth(3)).to_have_value("Night lead")
    expect(night).to_have_value("leads")
    add.click()
    add.click()
    expect(own).to_have_count(6)
    expect(add).to_be_hidden()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as text").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert "**Training**\n\n- Night lead: leads\n" in text


def test_a_set_may_have_roles_with_cards_and_room_for_a_teams_own(
    later_programme: Address, open_page: Open
) -> None:
    page = open_page(later_programme(PAGE))
    roles(page, "Your own roles")
    duty(page, DUTIES[0], SOCIAL_WORKER).select_option("leading")
    page.get_by_role("textbox", name="Role 1").fill("Night lead")
    page.get_by_role("textbox", name="Role 1").blur()
    duty(page, DUTIES[0], "Night lead").select_option("leading")
    counted(page, len(DUTIES) - 1, 1)
    page.reload()
    expect(duty(page, DUTIES[0], SOCIAL_WORKER)).to_have_value("leading")
    expect(duty(page, DUTIES[0], "Night lead")).to_have_value("leading")


def test_what_was_kept_under_earlier_ids_of_roles_duties_cells_and_sets_is_found(
    programme: Address, later_programme: Address, open_page: Open
) -> None:
    """A team's file of before the change fills the map; the next change keeps it under today's."""
    page = open_page(programme(PAGE))
    roles(page, "Three roles")
    duty(page, "Training", LISTENER).select_option("leads")
    duty(page, DUTIES[0], LISTENER).select_option("helps")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file to load again").click()
    new = open_page(later_programme(PAGE))
    new.get_by_label("Load a file").set_input_files(download.value.path())
    expect(new.get_by_role("radio", name=re.compile("^Three roles"))).to_be_checked()
    expect(duty(new, "Training", LISTENER)).to_have_value("leading")
    expect(duty(new, DUTIES[0], LISTENER)).to_have_value("helps")
    counted(new, len(DUTIES) - 1, 0)
    duty(new, DUTIES[0], SOCIAL_WORKER).select_option("leading")
    kept = new.evaluate("trellis.private.all()['tool:team-role-map/set-three'].text")
    assert json.loads(kept) == {
        "learning/carers-listener": "leading",
        "statutory-duties/carers-listener": "helps",
        "statutory-duties/supervising-social-worker": "leading",
    }
    assert "true-three" not in new.evaluate("JSON.stringify(Object.keys(trellis.private.all()))")


def test_the_file_of_a_team_holds_no_answer_of_the_learner_and_the_record_nothing_of_the_map(
    programme: Address, open_page: Open
) -> None:
    page = open_page(programme("tools/capacity-self-assessment.md"))
    page.get_by_role("radio", name="Fully true").first.check()
    page.goto(programme(PAGE))
    duty(page, "Training", SUPPORT).select_option("leads")
    assert page.evaluate("trellis.record.events.map(({ kind }) => kind)") == ["rating"]
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file to load again").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    data = json.loads(text)
    assert data["events"] == []
    assert "pid" not in text
    assert "capacity" not in text
    assert list(data["answers"]) == ["tool:team-role-map/set-true-three"]
    other = open_page(programme(PAGE))
    other.get_by_label("Load a file").set_input_files(download.value.path())
    expect(duty(other, "Training", SUPPORT)).to_have_value("leads")


def test_a_file_that_says_something_else_names_the_set_of_roles(
    programme: Address, open_page: Open
) -> None:
    page = open_page(programme(PAGE))
    duty(page, "Training", SUPPORT).select_option("leads")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file to load again").click()
    other = open_page(programme(PAGE))
    duty(other, "Training", SUPPORT).select_option("helps")
    other.get_by_label("Load a file").set_input_files(download.value.path())
    clash = other.get_by_role("group", name="Some boxes say something else here")
    expect(clash).to_contain_text("Three roles")
    clash.get_by_role("button", name="Take what is in the file").click()
    expect(duty(other, "Training", SUPPORT)).to_have_value("leads")


def test_the_text_of_a_map_says_who_does_what_and_what_to_talk_about(
    programme: Address, open_page: Open
) -> None:
    page = open_page(programme(PAGE))
    duty(page, "Training", SUPPORT).select_option("leads")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as text").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert "**Training**\n\n- Children's support worker: leads" in text
    assert "- Nobody leads this yet: Celebrating" in text
    assert "Four roles" not in text


@pytest.mark.parametrize(("look", "width"), [("light", 1280), ("dark", 320)])
def test_axe_finds_nothing_in_a_map_with_gaps_and_it_fits_a_phone(
    look: str, width: int, programme: Address, open_page: Open
) -> None:
    page = open_page(programme(PAGE), color_scheme=look, viewport={"width": width, "height": 700})
    duty(page, "Training", SUPPORT).select_option("leads")
    duty(page, "Training", LISTENER).select_option("leads")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    roles(page, "Your own roles")
    for _ in range(3):
        page.get_by_role("button", name="Add a role").click()
    duty(page, "Training", "Role 6").select_option("leads")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    # A wide table moves in its own frame; a phone shows each duty by itself.
    frame = page.get_by_role("table", name="Your own roles").locator("xpath=..")
    assert frame.evaluate("e => e.getBoundingClientRect().right") <= width
    if width > 320:
        assert frame.evaluate("e => e.scrollLeft") > 0
        expect(page.get_by_role("rowheader", name="Training")).to_be_in_viewport(ratio=0.9)


def test_without_javascript_every_set_is_a_sheet(programme: Address, open_page: Open) -> None:
    page = open_page(programme(PAGE), java_script_enabled=False)
    for title in ("Three roles", "Four roles", "Your own roles"):
        expect(page.get_by_role("table", name=title)).to_be_visible()
    expect(page.get_by_role("combobox")).to_have_count(0)
    expect(page.get_by_text("Look twice")).to_be_visible()
    # A team's own roles are written on lines at the head of the columns.
    page.emulate_media(media="print")
    lines = page.get_by_role("table", name="Your own roles").locator("thead .tr-pen__line")
    expect(lines).to_have_count(6)
    for line in lines.all():
        shape = line.bounding_box()
        assert shape is not None
        assert min(shape["height"], shape["width"]) > 20
