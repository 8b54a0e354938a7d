"""Results of a capacity self-assessment: shown only where there is enough, worded, never summed."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.exports.capacity_rule import rule_of
from build_tools.instruments.rating import Kind
from build_tools.learning.capacity import Change, Rule, Wave, changes, wave
from build_tools.learning.events import is_event
from build_tools.model.course import Course

AREAS, LEVELS = ("awareness", "safety"), ("self", "team")
CELLS = tuple((area, level) for area in AREAS for level in LEVELS)
ITEMS = {f"{area}-{level}-{n}": (area, level) for area, level in CELLS for n in (1, 2, 3)}
POINTS = {1: "Not yet", 2: "A little", 3: "Half", 4: "Mostly", 5: "Fully"}
RULE = Rule("capacity", ITEMS, CELLS, POINTS, frozenset(id for id in ITEMS if id.endswith("-1")))
FIRST = ("awareness", "self")
ANSWERS = st.dictionaries(st.sampled_from(sorted(ITEMS)), st.integers(1, 5))


def rated(
    answers: dict[str, Any], *, name: str = "pre", rev: int = 1, at: int = 0
) -> list[dict[str, Any]]:
    """Give the events of somebody who answers so."""
    start = 100_000 * (at + (rev * 7) + len(name))
    return [
        {
            "id": f"00000000-0000-4000-8000-{start + number:012x}",
            "at": 1_780_000_000_000 + start + number,
            "kind": "rating",
            "tool": "capacity",
            "wave": name,
            "item": item,
            "rev": rev,
            "value": value,
        }
        for number, (item, value) in enumerate(sorted(answers.items()))
    ]


def result(answers: dict[str, Any], name: str = "pre") -> Wave:
    return wave(rated(answers, name=name), RULE, name)


def cell(*values: Any) -> dict[str, Any]:
    """Answers to the statements of the first cell; None leaves one open."""
    return {f"awareness-self-{n}": v for n, v in enumerate(values, 1) if v is not None}


# One statement outside the short form, so that a wave is a full one.
FULL = {"safety-team-2": 3}


def test_what_the_tests_make_are_events() -> None:
    assert all(map(is_event, rated(cell(1, 5, "not-known"))))


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ((2, 3, 4), Fraction(3)),
        ((2, 3, None), Fraction(5, 2)),
        ((None, 3, None), None),
        ((2, None, "not-known"), None),
        (("not-known", 4, 5), Fraction(9, 2)),
        ((9, 4, None), None),
    ],
)
def test_a_cell_is_shown_if_two_of_three_are_answered(
    values: tuple[Any, ...], shown: Fraction | None
) -> None:
    """“Don't know” and what is no point of the scale count as open."""
    assert result(cell(*values) | FULL).cells.get(FIRST) == shown


def test_in_the_short_form_one_statement_is_enough() -> None:
    short = result(cell(4))
    assert short.short
    assert short.cells == {FIRST: Fraction(4)}
    assert not result(cell(4, 4)).short
    assert not result({}).short


def test_the_last_answer_to_a_statement_counts() -> None:
    events = rated(cell(1, 1, 1)) + rated(cell(5, 5, 5), at=9)
    assert wave(events, RULE, "pre").cells == {FIRST: Fraction(5)}


def test_an_answer_is_found_under_earlier_ids_of_its_statement_and_instrument() -> None:
    """The last of all counts; of two in one moment, the one under today's id."""
    rule = replace(RULE, was={"awareness-self-1": ("old-one",)}, earlier=("old-tool",))
    old = [{**event, "tool": "old-tool"} for event in rated({"old-one": 2} | FULL)]
    assert wave(old, rule, "pre").answers["awareness-self-1"].value == 2
    now = rated({"awareness-self-1": 5}, at=9)
    assert wave(old + now, rule, "pre").answers["awareness-self-1"].value == 5
    same = [{**event, "at": old[1]["at"]} for event in now]
    assert wave(old + same, rule, "pre").answers["awareness-self-1"].value == 5


def test_other_waves_and_other_instruments_do_not_count() -> None:
    events = rated(cell(5, 5, 5), name="post")
    assert wave(events, RULE, "pre").answers == {}
    other = [{**event, "tool": "another"} for event in events]
    assert wave(other, RULE, "post").answers == {}


@pytest.mark.parametrize(
    ("mean", "words"),
    [
        (Fraction(1), "Not yet"),
        (Fraction(7, 3), "A little"),
        (Fraction(8, 3), "Half"),
        (Fraction(5, 2), "A little"),
        (Fraction(9, 2), "Mostly"),
        (Fraction(5), "Fully"),
    ],
)
def test_a_mean_is_worded_by_the_nearest_point_and_a_half_by_the_lower(
    mean: Fraction, words: str
) -> None:
    assert result({}).words(mean) == words


def test_an_area_or_a_level_is_shown_if_two_of_its_cells_are() -> None:
    answers = cell(2, 2, 2) | {"awareness-team-1": 4, "awareness-team-2": 4, "safety-self-1": 1}
    assert result(answers).lines == {"awareness": Fraction(3)}


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ((3, 3, 3), (4, 4, 3), Change.MORE),
        ((3, 3, 3), (4, 3, 3), Change.NO_CLEAR_CHANGE),
        ((4, 4, 4), (3, 3, 4), Change.LESS),
        ((3, 3, None), (4, 3, None), Change.NO_CLEAR_CHANGE),
        ((3, 3, None), (4, 4, None), Change.MORE),
        ((3, 3, None), (None, 5, 5), Change.NOT_COMPARABLE),
        ((1, 3, 3), (None, 3, 3), Change.NO_CLEAR_CHANGE),
        ((None, None, None), (5, 5, 5), Change.NOT_COMPARABLE),
    ],
)
def test_a_change_needs_two_steps_on_statements_answered_both_times(
    before: tuple[Any, ...], after: tuple[Any, ...], change: Change
) -> None:
    found = changes(result(cell(*before) | FULL), result(cell(*after) | FULL, "post"))
    assert found[FIRST] is change


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ((3,), (4,), Change.MORE),
        ((3,), (3,), Change.NO_CLEAR_CHANGE),
        ((3,), (2, 5, 5), Change.LESS),
        ((3, 1, 1), (4,), Change.MORE),
    ],
)
def test_with_a_short_form_one_full_step_is_needed(
    before: tuple[Any, ...], after: tuple[Any, ...], change: Change
) -> None:
    """Also where only one of the two waves was a short form: then one statement is common."""
    assert changes(result(cell(*before)), result(cell(*after), "post"))[FIRST] is change


def test_another_edition_of_a_statement_is_not_compared() -> None:
    after = wave(rated(cell(5, 5, 5) | FULL, name="post", rev=2), RULE, "post")
    assert changes(result(cell(1, 1, 1) | FULL), after)[FIRST] is Change.NOT_COMPARABLE


def test_the_two_lowest_cells_come_first_and_equals_in_the_order_of_the_course() -> None:
    answers = dict.fromkeys(ITEMS, 3) | {"safety-team-1": 1, "safety-team-2": 1}
    assert result(answers).lowest == (("safety", "team"), FIRST)
    assert result(cell(3)).lowest == (FIRST,)


@settings(deadline=None)
@given(ANSWERS, st.randoms())
def test_results_do_not_depend_on_the_order_of_the_record(
    answers: dict[str, int], random: Any
) -> None:
    events = rated(answers)
    mixed = [*events, *events[:2]]
    random.shuffle(mixed)
    assert wave(mixed, RULE, "pre") == wave(events, RULE, "pre")


@settings(deadline=None)
@given(ANSWERS)
def test_every_mean_lies_within_the_scale_and_has_words(answers: dict[str, int]) -> None:
    found = result(answers)
    for mean in (*found.cells.values(), *found.lines.values()):
        assert 1 <= mean <= 5
        assert found.words(mean) in POINTS.values()
    assert set(found.lowest) <= set(found.cells)


@settings(deadline=None)
@given(ANSWERS, ANSWERS)
def test_going_back_is_the_opposite_of_going_forward(
    one: dict[str, int], other: dict[str, int]
) -> None:
    before, after = result(one), result(other, "post")
    opposite = {Change.MORE: Change.LESS, Change.LESS: Change.MORE}
    back = changes(after, before)
    for home, change in changes(before, after).items():
        assert back[home] is opposite.get(change, change)


@settings(deadline=None)
@given(ANSWERS)
def test_nothing_changed_between_a_wave_and_itself(answers: dict[str, int]) -> None:
    found = result(answers)
    assert not {Change.MORE, Change.LESS} & set(changes(found, found).values())


def test_the_shipped_instrument_gives_twelve_cells_of_three(course: Course) -> None:
    tool = course.tools["capacity-self-assessment"]
    assert isinstance(tool, Kind)
    rule = rule_of(course, tool)
    assert [list(rule.items.values()).count(cell) for cell in rule.cells] == [3] * 12
    assert {rule.items[id] for id in rule.short_form} == set(rule.cells)
    assert (rule.change, rule.short_change) == (Fraction(3, 5), Fraction(1))
