"""Fields that turn what a trainer types into numbers and lists of wordings."""

from __future__ import annotations

from decimal import Decimal as ExactDecimal

import pytest
from jsonschema import Draft202012Validator

from build_tools.core.faults import Reported
from build_tools.core.fields import Decimal, Texts
from build_tools.core.record import Record
from build_tools.core.validation import validate
from build_tools.core.yaml_text import load

DIGITS = "write digits, with a point if there is a fraction: 35 or 2.5"


class Part(Record):
    """A record with the fields under test."""

    size: Decimal | None = None
    """A number."""
    words: Texts = ()
    """One wording or several."""


def read(text: str) -> tuple[Part | None, list[tuple[str, str]]]:
    data, faults = load(text, "file.yml")
    assert not faults
    told: list[Reported] = []
    record = validate(Part, data, "file.yml", told.append)
    return record, [(fault.finding.message, fault.finding.hint) for fault in told]


@pytest.mark.parametrize(
    ("typed", "exact"),
    [("7", "7"), ("-2.5", "-2.5"), ("+0.30", "0.3"), ("007", "7"), ('"1.000001"', "1.000001")],
)
def test_a_number_is_read_exactly(typed: str, exact: str) -> None:
    record, told = read(f"size: {typed}")
    assert told == []
    assert record is not None
    assert record.size == ExactDecimal(exact)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("2,5", "write 2.5"),
        ("−4", "write -4"),
        ("1 000", "write 1000"),
        ("about 3", DIGITS),
        ("1,000", DIGITS),
        ("1e3", DIGITS),
        (".5", DIGITS),
        ("true", DIGITS),
        ("[1]", DIGITS),
        ("1234567890123", DIGITS),
    ],
)
def test_what_is_no_number_is_told_with_what_is_probably_meant(typed: str, hint: str) -> None:
    _, told = read(f"size: {typed}")
    assert [said[0].split(",")[0] for said in told] == ["a number is expected here"]
    assert told[0][1] == hint


def test_one_wording_and_a_list_of_wordings_read_alike() -> None:
    for typed in ("burnout", "[burnout]"):
        record, told = read(f"words: {typed}")
        assert told == []
        assert record is not None
        assert record.words == ("burnout",)
    record, _ = read("words: [No, 12:30, 7]")
    assert record is not None
    assert record.words == ("No", "12:30", "7")


def test_a_wording_that_is_no_text_is_told() -> None:
    for typed in ("[{a: b}]", "{a: b}", '""', '[""]'):
        _, told = read(f"words: {typed}")
        assert len(told) == 1


def test_an_editor_is_told_the_same() -> None:
    validator = Draft202012Validator(Part.model_json_schema())
    for fits in ({"size": 2.5}, {"size": 7}, {"words": "burnout"}, {"words": ["burnout", 7]}):
        assert validator.is_valid(fits), fits
    for wrong in ({"size": "about 3"}, {"size": True}, {"words": {}}, {"words": [""]}):
        assert not validator.is_valid(wrong), wrong
