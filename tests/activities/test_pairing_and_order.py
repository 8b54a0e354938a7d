"""What matching and putting in order promise beyond their examples."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_tools.activities.match import Activity as Match
from build_tools.activities.order import Activity as Order
from build_tools.core import yaml_text
from build_tools.core.faults import Reported
from build_tools.core.validation import validate

PAIRS = """
id: first-for-whom
type: match
objective: choose-greeting
prompt: What helps first?
choices: [{id: words, text: Fewer words}, {id: out, text: A way out}]
pairs: [{id: maya, text: Maya, mtach: words, match: words, feedback: Words are noise to her.}]
"""


def order(ids: list[str]) -> Order:
    """A question with things of these ids, in this order."""
    items = [{"id": id, "text": f"Text of {id}", "feedback": "Because."} for id in ids]
    asked = {"id": "steps", "type": "order", "objective": "repair", "prompt": "Which order?"}
    return Order.model_validate({**asked, "items": items})


@given(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), max_size=9, unique=True))
def test_things_to_order_are_met_mixed_up_and_in_the_same_way_each_time(ids: list[str]) -> None:
    """All of them are there, and never in the right order; one alone has no other."""
    shown = [item.id for item in order(ids).shown]
    assert sorted(shown) == sorted(ids)
    assert shown == [item.id for item in order(ids).shown]
    assert len(ids) < 2 or shown != ids


def test_the_mixed_order_is_that_of_any_other_computer() -> None:
    """A learner who prints the page and one who opens it see the same."""
    shown = order(["stop", "stay", "wait", "reason"]).shown
    assert [item.id for item in shown] == ["wait", "stay", "reason", "stop"]


def test_an_order_with_a_thing_left_out_or_named_twice_earns_nothing() -> None:
    question = order(["stop", "stay", "reason"])
    assert question.score(["stop", "stay", "reason"]).points == 1
    assert question.score(["stop", "stay"]).points == 0
    assert question.score(["stop", "stay", "reason", "reason"]).points == 0


def test_a_misspelt_field_inside_a_pair_gets_a_suggestion() -> None:
    """The list of pairs has another name in the program than in the file."""
    data, _ = yaml_text.load(PAIRS, "quizzes/first-steps.yml")
    told: list[Reported] = []
    assert validate(Match, data, "quizzes/first-steps.yml", told.append) is not None
    assert [fault.finding.hint for fault in told] == ["did you mean “match”?"]
