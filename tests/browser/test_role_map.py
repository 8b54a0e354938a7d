"""The team role map: sets of roles, duties without a lead, and a file without a learner in it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations

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
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_javascript_every_set_is_a_sheet(programme: Address, open_page: Open) -> None:
    page = open_page(programme(PAGE), java_script_enabled=False)
    for title in ("Three roles", "Four roles", "Your own roles"):
        expect(page.get_by_role("table", name=title)).to_be_visible()
    expect(page.get_by_role("combobox")).to_have_count(0)
    expect(page.get_by_text("Look twice")).to_be_visible()
