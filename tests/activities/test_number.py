"""A number is read as people type it, and compared exactly."""

from __future__ import annotations

from decimal import Decimal

import pytest

from build_tools.activities.number import number

READ = {
    "7": "7", "007": "7", "2.5": "2.5", "2,5": "2.5", ".5": "0.5", ",25": "0.25", "-4": "-4",
    "+4": "4", "−4": "-4", "- 4": "-4", " 7 ": "7", "1 000": "1000", "1\u2009000": "1000",
    "1\u202f000\u00a0000,5": "1000000.5", "12 345.678": "12345.678", "0,125": "0.125",
    "1000,250": "1000.25", "1.000": "1", "-0": "0",
}  # fmt: skip
REFUSED = [
    "", " ", "seven", "7 nights", "1,000", "-1,000", "999,999", "1e3", "0x10", "1/2", "½", "²", "٧",
    "1 00", "1000 000", "1 000 00", "--4", "+-4", "5.", "1.2.3", "1,000,000", "1.000,5", "7\n",
    "Infinity", "NaN", "1_000", "1'000", "9" * 41,
]  # fmt: skip


@pytest.mark.parametrize("typed", READ)
def test_a_number_is_read_as_people_type_it(typed: str) -> None:
    assert number(typed) == Decimal(READ[typed])


@pytest.mark.parametrize("typed", REFUSED)
def test_what_is_no_number_or_could_be_two_is_not_read(typed: str) -> None:
    assert number(typed) is None
