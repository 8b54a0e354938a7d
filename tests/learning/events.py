"""Events of learners' records as Hypothesis makes them; the browser's tests use them too."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

IDS = st.sampled_from(["calm-first", "a", "b2", "constructor", "to-string"])
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TIMES = st.integers(0, 40).map(lambda day: 1_780_000_000_000 + day * 43_200_000)
SMALL = st.integers(1, 3)


def _event(kind: str, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    # Few different ids, so that events meet each other in every way.
    uuids = st.integers(0, 60).map(lambda n: f"00000000-0000-4000-8000-{n:012x}")
    return st.fixed_dictionaries({"id": uuids, "at": TIMES, "kind": st.just(kind), **fields})


@st.composite
def _answers(draw: st.DrawFn) -> dict[str, Any]:
    most = draw(st.integers(0, 4))
    return draw(
        _event(
            "answer",
            quiz=IDS,
            item=IDS,
            rev=SMALL,
            attempt=SMALL,
            response=st.lists(TEXTS, max_size=3),
            order=st.lists(IDS, max_size=3),
            score=st.integers(0, most),
            max=st.just(most),
        )
    )


EVENTS = st.one_of(
    _answers(),
    _event("draw", quiz=IDS, items=st.lists(IDS, max_size=3)),
    _event("story", scenario=IDS, rev=SMALL, step=IDS, response=IDS),
    _event("section", module=IDS, page=TEXTS, heading=TEXTS, done=st.integers(0, 1)),
    _event("rating", tool=IDS, wave=IDS, item=IDS, rev=SMALL, value=st.integers(0, 5) | TEXTS),
    _event("plan", tool=IDS, step=IDS, status=IDS),
    _event("phase", phase=IDS, state=IDS),
)
RECORDS = st.lists(EVENTS, max_size=25)
