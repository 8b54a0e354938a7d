"""The browser and Python read a learner's record alike: events, what they come to, and files."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from build_tools.learning.events import is_event, union
from build_tools.learning.file import Refused, read_file
from build_tools.learning.fold import fold
from tests.browser import learners_course
from tests.learning.events import EVENTS, RECORDS

Open = Callable[..., Page]
Address = Callable[[str], str]
Record = list[dict[str, Any]]

# Twelve pages of thirty records: a call to the browser costs more than a record.
TWELVE = settings(
    max_examples=12,
    deadline=None,
    database=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.large_base_example,
    ],
)


def many(strategy: st.SearchStrategy[Any], number: int = 30) -> st.SearchStrategy[list[Any]]:
    return st.lists(strategy, min_size=number, max_size=number)


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-2, 2**53 + 2)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=4)
    | st.sampled_from(["calm-first", "__proto__", "answer", "a" * 65, "é" * 1999, "😀" * 1001]),
    lambda part: (
        st.lists(part, max_size=3) | st.dictionaries(st.text(max_size=4), part, max_size=3)
    ),
    max_leaves=4,
)
FIELDS = st.sampled_from(["id", "at", "kind", "quiz", "item", "rev", "response", "score", "value"])


@st.composite
def nearly(draw: st.DrawFn) -> object:
    """An event in which one thing may be missing, more than it should be, or something else."""
    event = dict(draw(EVENTS))
    slip = draw(st.sampled_from(["none", "drop", "put", "own", "list", "other"]))
    if slip == "drop":
        event.pop(draw(st.sampled_from(sorted(event))))
    elif slip == "put":
        event[draw(FIELDS | st.text(max_size=3) | st.just("__proto__"))] = draw(VALUES)
    elif slip == "own":
        event[draw(st.sampled_from(sorted(event)))] = draw(VALUES)
    elif slip == "list":
        name = draw(st.sampled_from(sorted(event)))
        event[name] = [event[name]]
    return draw(VALUES) if slip == "other" else event


def whole(value: Any) -> Any:
    """Read 1.0 as 1, as JSON does in a browser and as `read_file` does."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [whole(part) for part in value]
    if isinstance(value, dict):
        return {key: whole(part) for key, part in value.items()}
    return value


@pytest.fixture
def page(open_page: Open, learners_address: Address) -> Page:
    return open_page(learners_address("quizzes/hard-days.md"))


def ask(page: Page, function: str, values: object) -> Any:
    """Call a function in the browser; as text, which is far quicker than value by value."""
    call = f"text => JSON.stringify(({function})(JSON.parse(text)))"
    return json.loads(page.evaluate(call, json.dumps(values)))


@TWELVE
@given(records=many(RECORDS))
def test_360_records_come_to_the_same_in_both(page: Page, records: list[Record]) -> None:
    """Whatever happened in whatever order, some of it in the same millisecond."""
    found = ask(page, "all => all.map((events) => trellis.fold(events))", records)
    assert found == [fold(record) for record in records]


@TWELVE
@given(records=many(st.tuples(RECORDS, RECORDS, RECORDS), 10))
def test_joining_is_the_same_in_both_and_keeps_its_laws(
    page: Page, records: list[tuple[Record, Record, Record]]
) -> None:
    """Order-free, idempotent and associative, also where two events have one id."""
    found = ask(
        page,
        """all => all.map(([a, b, c]) => {
            const { union } = trellis;
            const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
            const sorted = (event) => Object.fromEntries(Object.entries(event).sort());
            const plain = (events) => events.map(sorted);
            return [
                union(a, b, c),
                same(plain(union(a, b)), plain(union(b, a))),
                same(plain(union(union(a, b), c)), plain(union(a, union(b, c)))),
                same(plain(union(a, a)), plain(union(a))),
            ];
        })""",
        records,
    )
    assert found == [[union(*three), True, True, True] for three in records]


@TWELVE
@given(values=many(nearly()))
def test_both_take_the_same_for_an_event(page: Page, values: list[Any]) -> None:
    """Sound ones, ones with a slip, and anything else."""
    found = ask(page, "all => all.map((value) => trellis.isEvent(value))", values)
    assert found == [is_event(whole(value)) for value in values]


READ = """texts => texts.map((text) => {
    localStorage.clear();
    sessionStorage.clear();
    trellis.record.reload();
    const { refused } = trellis.file.read(text);
    const empty = !Object.keys(localStorage).length && !Object.keys(sessionStorage).length;
    return [refused || "taken", empty || !refused, trellis.record.events.length];
})"""
PID = "0123456789abcdef" * 2


def file(events: object, **more: object) -> dict[str, object]:
    course = {"id": learners_course.ID, "version": "1"}
    sound = {"format": "trellis-record/1", "course": course, "organisation": "here", "pid": PID}
    return {**sound, "events": events, **more}


@st.composite
def files(draw: st.DrawFn) -> str:
    """A file as saved, or with one slip."""
    slip = draw(st.sampled_from(["none", "event", "field", "cut", "text", "number"]))
    data = file(draw(RECORDS if slip != "event" else st.lists(nearly(), max_size=3)))
    if slip == "field":
        name = draw(st.sampled_from([*data, "private", "__proto__"]))
        note = st.fixed_dictionaries({"text": st.text(max_size=3), "at": VALUES})
        others = st.sampled_from(["trellis-record/2", "trellis-record/1 ", ["trellis-record/1"]])
        data[name] = draw(VALUES | others | st.dictionaries(st.text(max_size=3), note, max_size=2))
    text = json.dumps(data, ensure_ascii=draw(st.booleans()))
    if slip == "cut":
        return text[: draw(st.integers(0, len(text)))]
    if slip == "number":
        numbers = ["1.0", "-0", "1e400", "9" * 5000, "NaN", "0x1", "01", "1e2", "-1", "Infinity"]
        return text.replace('"at": ', f'"at": {draw(st.sampled_from(numbers))}, "was": ', 1)
    return draw(st.text(max_size=9)) if slip == "text" else text


def reason(text: str) -> tuple[str, int]:
    found = read_file(text, learners_course.ID)
    return (found.value, 0) if isinstance(found, Refused) else ("taken", len(found.events))


@TWELVE
@given(texts=many(files()))
def test_both_take_or_refuse_a_file_for_the_same_reason(page: Page, texts: list[str]) -> None:
    """What is refused leaves nothing behind."""
    found = page.evaluate(READ, texts)
    assert [(said, count) for said, _, count in found] == [reason(text) for text in texts]
    assert all(clean for _, clean, _ in found)


ODD = [
    '{"format": {"toString": 1}}',
    '{"format": ["trellis-record/1"]}',
    json.dumps(file([{"kind": {"toString": 1}}])),
    json.dumps(file([{"kind": ["phase"], "id": "x"}])),
    '{"__proto__": {"format": "trellis-record/1"}}',
    json.dumps(file([], private=None)),
    json.dumps(file([], private={"a": {"text": 1, "at": 1}})),
    json.dumps(file([], private={"k" * 201: {"text": "", "at": 1}})),
    json.dumps(file([], private={"a": {"text": "\ud800", "at": 1}})),
    "\ufeff" + json.dumps(file([])),
    "\ufeff\ufeff" + json.dumps(file([])),
    "\0",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_files_are_read_alike_too(text: str, page: Page) -> None:
    ((said, clean, count),) = page.evaluate(READ, [text])
    assert (said, count) == reason(text)
    assert clean
