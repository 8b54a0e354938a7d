"""The instruments that ship: whole, handed on from phase to phase, and no measure of anybody."""

from __future__ import annotations

import re

import pytest

from build_tools.checks.carrying import carried, field_of
from build_tools.instruments.field import Field
from build_tools.instruments.fields import checklist, rank
from build_tools.instruments.form import Kind as Form
from build_tools.instruments.plan import Kind as Plan
from build_tools.instruments.rating import Kind as Rating
from build_tools.instruments.role_map import Kind as RoleMap
from build_tools.instruments.texts import texts
from build_tools.model.course import Course

# How many fields each has, as the programmes ask for them.
EIGHT = {
    "needs-assessment": 13,
    "action-plan": 13,
    "follow-up": 10,
    "closure": 9,
    "wellbeing-plan": 21,
    "parent-mentor-plan": 18,
    "team-role-map": 4,
    "capacity-self-assessment": 0,
}
SENSITIVE = {
    "action-plan/caregiver-part",
    "action-plan/harm-check",
    "follow-up/me",
    "wellbeing-plan/early-signs",
    "wellbeing-plan/people",
    "wellbeing-plan/stop-signal",
    "parent-mentor-plan/helps-now",
    "parent-mentor-plan/touches-me",
    "parent-mentor-plan/safety",
    "team-role-map/not-there",
}


def field(course: Course, name: str) -> Field:
    found = field_of(course, name)
    assert found is not None
    return found


def test_the_eight_are_there_with_all_their_fields(course: Course) -> None:
    assert {id: len(tool.fields) for id, tool in course.tools.items()} == EIGHT


@pytest.mark.parametrize("id", EIGHT)
def test_an_instrument_says_what_it_is_not_and_when_it_is_used(id: str, course: Course) -> None:
    tool = course.tools[id]
    assert tool.limits
    assert tool.phases
    assert tool.when
    assert tool.covers


@pytest.mark.parametrize("id", EIGHT)
def test_an_instrument_is_used_by_a_pathway_that_has_its_phase(id: str, course: Course) -> None:
    users = [pathway for pathway in course.shown_pathways if id in pathway.tools]
    assert users
    for pathway in users:
        assert set(course.tools[id].phases) & set(pathway.phases), pathway.id


def test_what_must_never_be_kept_is_marked(course: Course) -> None:
    marked = {
        f"{tool.id}/{field.id}"
        for tool in course.tools.values()
        for field in tool.fields
        if field.sensitive
    }
    assert marked == SENSITIVE


def test_what_is_written_goes_on_from_needs_to_plan_to_follow_up_to_closure(
    course: Course,
) -> None:
    lines = {(line.source, f"{line.tool.id}/{line.field.id}") for line in carried(course)}
    assert {
        ("needs-assessment/priorities", "action-plan/need"),
        ("action-plan/step", "follow-up/done"),
        ("action-plan/sign", "follow-up/seen"),
        ("follow-up/decide", "closure/keep"),
    } <= lines
    order = list(course.tools)
    for source, home in lines:
        assert order.index(source.split("/")[0]) < order.index(home.split("/")[0])


def test_the_self_assessment_has_three_statements_in_each_cell_and_one_of_them_in_the_short_form(
    course: Course,
) -> None:
    tool = course.tools["capacity-self-assessment"]
    assert isinstance(tool, Rating)
    assert len(tool.items) == 36
    for area in course.file.areas:
        for level in course.file.levels:
            assert len(tool.cell(area.id, level.id)) == 3
            assert len(tool.cell(area.id, level.id, short=True)) == 1
    assert [wave.id for wave in tool.waves] == [
        *("pre", "post", "then", "follow-up-3m", "follow-up-6m"),
    ]
    assert [wave.id for wave in tool.waves if wave.apart] == ["then"]
    assert [point.value for point in tool.scale] == [1, 2, 3, 4, 5, None]


def test_the_rules_of_the_instruments_are_data(course: Course) -> None:
    assert field(course, "needs-assessment/safety-check").if_value["no"][0] == "first-goal"
    voices = field(course, "needs-assessment/voices")
    assert isinstance(voices, checklist.Type)
    assert len(voices.require_any) == 2
    for feeling in ("stretched", "worn-down"):
        assert field(course, "follow-up/me").if_value[feeling] == ("wellbeing-plan", "support")
    safety = field(course, "parent-mentor-plan/safety")
    assert "safeguarding-lead" in safety.if_value["yes"]
    needs = field(course, "needs-assessment/child-needs")
    assert isinstance(needs, rank.Type)
    assert (len(needs.options), needs.max) == (8, 3)


def test_the_plan_has_one_to_three_goals_each_with_steps_and_a_caregivers_part(
    course: Course,
) -> None:
    plan = course.tools["action-plan"]
    assert isinstance(plan, Plan)
    assert plan.goals == 3
    # The caregiver's part is always asked, also in the short way.
    assert not field(course, "action-plan/caregiver-part").more


def test_the_employers_duties_stand_apart_from_the_workers_own_part(course: Course) -> None:
    plan = course.tools["wellbeing-plan"]
    assert isinstance(plan, Form)
    assert [part.id for part in plan.parts] == ["personal", "team", "organisation"]
    assert not any(field.sensitive for field in plan.parts[2].fields)


def test_the_role_map_has_sets_of_three_of_four_and_of_ones_own_roles(course: Course) -> None:
    roles = course.tools["team-role-map"]
    assert isinstance(roles, RoleMap)
    assert [(one.id, len(roles.columns(one)), one.custom) for one in roles.role_sets] == [
        ("true-three", 3, False),
        ("true-four", 4, False),
        ("custom", 6, True),
    ]
    assert len(roles.duties) == 13
    assert roles.exactly_one == "leads"
    assert [one.duties for one in roles.cautions] == [("listening-to-carer", "statutory-duties")]


# Words of scales that others hold the rights to, and of measures that no course should imitate.
NEVER = re.compile(r"\b(?:ACEs?|total score|red flag|lethality|burnout score|attachment style)\b")


@pytest.mark.parametrize("id", EIGHT)
def test_no_instrument_counts_adversity_or_gives_a_total(id: str, course: Course) -> None:
    for part in texts(course.tools[id]):
        assert not NEVER.search(part.text), part.text
