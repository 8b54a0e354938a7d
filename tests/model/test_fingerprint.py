"""A fingerprint tells questions apart by what they mean, whatever kind they are of."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from build_tools import activities
from build_tools.activities.question import Question
from build_tools.core.validation import validate
from build_tools.model.fingerprint import Fingerprint, fingerprint, folded
from tests.activities.examples import Example, examples

ALL = [pytest.param(example, id=example.question.id) for example in examples()]


def taken(example: Example, edit: Callable[[Any], None]) -> Fingerprint:
    """Give the fingerprint of an example whose data were edited."""
    data = copy.deepcopy(example.data)
    edit(data)
    question = validate(activities.questions()[example.kind], data, "quiz.yml", lambda _: None)
    assert isinstance(question, Question)
    return fingerprint(question, example.kind)


@pytest.mark.parametrize("example", ALL)
def test_other_words_in_the_prompt_change_the_words_alone(example: Example) -> None:
    before = fingerprint(example.question, example.kind)
    after = taken(example, lambda data: data.update(prompt="Something else altogether?"))
    assert before.changed(after) == ("words",)


@pytest.mark.parametrize("example", ALL)
def test_case_and_punctuation_and_what_stands_beside_change_nothing(example: Example) -> None:
    def edit(data: Any) -> None:
        data["prompt"] = data["prompt"].upper().rstrip("?.") + " …"
        data.update(hints=["Think of her hands."], overall="Well weighed.", cites=["somebody"])

    assert taken(example, edit) == fingerprint(example.question, example.kind)


@pytest.mark.parametrize("example", ALL)
def test_the_order_of_parts_counts_only_where_it_is_what_is_asked(example: Example) -> None:
    def turn(data: Any) -> None:
        for name, value in data.items():
            if isinstance(value, list) and value and isinstance(value[0], dict):
                data[name] = value[::-1]

    changed = fingerprint(example.question, example.kind).changed(taken(example, turn))
    assert changed == (("key",) if example.kind == "order" else ())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Don’t ask *her*.", "dont   ask her", True),
        ("Come in,\nplease", "come in please!", True),
        ("naïve", "NAI\u0308VE", True),
        ("a soft\u00adhyphen", "a softhyphen", True),
        ("naïve", "naive", False),
        ("5 < 6", "5 > 6", False),
        ("£5", "€5", False),
        ("well-being", "well being", True),
        ("hand in", "handin", False),
    ],
)
def test_folding_keeps_what_is_read(one: str, other: str, same: bool) -> None:
    assert (folded(one) == folded(other)) is same
