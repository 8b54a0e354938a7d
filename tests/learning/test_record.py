"""Records fold the same whatever their order, and join like sets."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.learning.events import is_event, union
from build_tools.learning.file import RecordFile, Refused, read_file
from build_tools.learning.fold import DAY, fold
from tests.learning.events import EVENTS, RECORDS

Record = list[dict[str, Any]]
ANSWER = {
    "id": "0d92a37e-68f2-403e-a46e-7b3ffd06b234",
    "at": 1_780_000_000_000,
    "kind": "answer",
    "quiz": "co-regulation",
    "item": "when-to-talk",
    "rev": 1,
    "attempt": 1,
    "response": ["later"],
    "order": [],
    "score": 0,
    "max": 1,
}
FILE = {
    "format": "trellis-record/1",
    "course": {"id": "first-course", "version": "1"},
    "organisation": "our-house",
    "pid": "0123456789abcdef" * 2,
    "events": [ANSWER],
}


@given(EVENTS)
def test_what_the_tests_make_are_events(event: dict[str, Any]) -> None:
    """The strategy and the definition agree."""
    assert is_event(event)


@settings(deadline=None)
@given(RECORDS, st.randoms())
def test_folding_does_not_depend_on_the_order_or_on_repetition(record: Record, random: Any) -> None:
    """The same events shuffled, and some of them twice, come to the same state."""
    mixed = [*record, *record[: len(record) // 2]]
    random.shuffle(mixed)
    assert fold(mixed) == fold(record)


@settings(deadline=None)
@given(RECORDS, RECORDS, RECORDS)
def test_merging_is_commutative_associative_and_idempotent(a: Record, b: Record, c: Record) -> None:
    """Which device is loaded first, and how often, makes no difference."""
    assert union(a, b) == union(b, a)
    assert union(union(a, b), c) == union(a, union(b, c))
    assert union(a, a) == union(a)


def answered(days: float, score: int, number: int, rev: int = 1) -> dict[str, Any]:
    at = ANSWER["at"] + int(days * DAY)  # type: ignore[operator]
    uuid = f"00000000-0000-4000-8000-{number:012x}"
    return {**ANSWER, "id": uuid, "at": at, "score": score, "rev": rev}


@pytest.mark.parametrize(
    ("history", "days_until"),
    [
        ([(0, 0)], 2),
        ([(0, 1)], 2),
        # Trying again at once is practice, and no proof that it will be there in a week.
        ([(0, 0), (0.01, 1)], 2),
        ([(0, 1), (2, 1)], 2 + 7),
        ([(0, 1), (2, 1), (9, 1)], 9 + 21),
        ([(0, 1), (2, 1), (9, 1), (30, 1)], None),
        ([(0, 1), (2, 1), (9, 0)], 9 + 2),
        ([(0, 1), (2, 1), (5, 1)], 2 + 7),
        # On the day, but at an earlier hour.
        ([(0, 1), (1.6, 1)], 1.6 + 7),
        ([(0, 1), (1, 1)], 2),
        ([(0, 1), (2, 1), (9, 1), (30, 1), (31, 0)], 31 + 2),
    ],
)
def test_a_question_comes_back_after_2_7_and_21_days(
    history: list[tuple[float, int]], days_until: int | None
) -> None:
    """Answered well when it was due, it comes back later; missed, it begins anew."""
    events = [answered(day, score, number) for number, (day, score) in enumerate(history)]
    due = fold(events)["items"]["co-regulation/when-to-talk"]["due"]
    start: int = ANSWER["at"]  # type: ignore[assignment]
    assert due == (0 if days_until is None else start + int(days_until * DAY))


def test_a_new_edition_of_a_question_begins_anew() -> None:
    """What was known of the old one says nothing about the new one."""
    state = fold([answered(0, 1, 1), answered(2, 1, 2), answered(9, 1, 3, rev=2)])
    item = state["items"]["co-regulation/when-to-talk"]
    assert (item["rev"], item["step"]) == (2, 0)


def test_a_sound_file_is_read() -> None:
    """With a byte-order mark too, and with numbers as another program may write them."""
    text = "\ufeff" + json.dumps(FILE).replace('"score": 0', '"score": 0.0')
    found = read_file(text, "first-course")
    assert isinstance(found, RecordFile)
    assert found.events == (ANSWER,)
    assert found.organisation == "our-house"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Refused.CUT_OFF),
        (json.dumps(FILE)[:-9], Refused.CUT_OFF),
        ("[" * 100_000, Refused.CUT_OFF),
        ("[]", Refused.NO_RECORD),
        ('{"format": "scorm"}', Refused.NO_RECORD),
        ('{"format": ["trellis-record/1"]}', Refused.NO_RECORD),
        (json.dumps({**FILE, "format": "trellis-record/2"}), Refused.NEWER),
        (json.dumps({**FILE, "course": {"id": "other", "version": "1"}}), Refused.OTHER_COURSE),
        (json.dumps({**FILE, "course": "first-course"}), Refused.CHANGED),
        (json.dumps({**FILE, "pid": "me"}), Refused.CHANGED),
        (json.dumps({**FILE, "events": [{**ANSWER, "score": 2}]}), Refused.CHANGED),
        (json.dumps({**FILE, "events": [{**ANSWER, "note": "more"}]}), Refused.CHANGED),
        (json.dumps({**FILE, "events": [{**ANSWER, "id": "1"}]}), Refused.CHANGED),
        (json.dumps({**FILE, "events": [{**ANSWER, "at": True}]}), Refused.CHANGED),
        (json.dumps({**FILE, "events": [{**ANSWER, "item": "__proto__"}]}), Refused.CHANGED),
        (json.dumps(FILE).replace('"score": 0', '"score": NaN'), Refused.CUT_OFF),
        (json.dumps(FILE).replace('"score": 0', '"score": ' + "9" * 5000), Refused.CHANGED),
        (json.dumps({**FILE, "private": None}), Refused.CHANGED),
        (json.dumps({**FILE, "private": {"a/b": {"text": "x", "at": 0.5}}}), Refused.CHANGED),
        (" " * (20 * 1024 * 1024 + 1), Refused.TOO_BIG),
    ],
)
def test_anything_else_is_refused_with_a_reason(text: str, reason: Refused) -> None:
    """Cut off, of another kind, of another course, newer, changed by hand, or far too large."""
    assert read_file(text, "first-course") is reason


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda part: st.lists(part) | st.dictionaries(st.text(), part),
    )
)
def test_no_value_at_all_makes_reading_fail(value: Any) -> None:
    """Whatever stands in a file, the answer is a reason and never an exception."""
    assert read_file(json.dumps(value)) in set(Refused)
    assert read_file(json.dumps({**FILE, "events": [value]})) is Refused.CHANGED
