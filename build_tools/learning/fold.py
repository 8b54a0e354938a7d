"""What a list of events comes to: the state of somebody's learning."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from build_tools.learning.events import Event, union

State = dict[str, dict[str, Any]]

DAY = 86_400_000
# Days until a question comes back: after the first answer, then after each time it was answered
# well when it was due. A miss begins anew. Widening gaps: Cepeda et al., Psychological Bulletin
# 132 (2006); the steps are this course's own choice.
LADDER = (2, 7, 21)


def fold(events: Iterable[Event]) -> State:
    """Give the state after all events: a pure function of the set, whatever their order.

    Keys are ``quiz/item`` for ``items``, ``module/page#heading`` for ``sections``,
    ``tool/wave/item`` for ``ratings``, ``tool/step`` for ``plans``, and plain ids for ``draws``,
    ``stories`` and ``phases``. ``due`` is when a question comes back, in the unit of ``at``, and 0
    when it does not.
    """
    state: State = {
        name: {} for name in ("draws", "items", "phases", "plans", "ratings", "sections", "stories")
    }
    for event in union(events):
        _STEPS[event["kind"]](state, event)
    return state


def _answer(state: State, event: Event) -> None:
    key = f"{event['quiz']}/{event['item']}"
    before = state["items"].get(key)
    fresh = not before or before["rev"] != event["rev"]
    missed = event["score"] < event["max"]
    step, due = 0, event["at"] + LADDER[0] * DAY
    if before and not fresh and not missed:
        step, due = before["step"], before["due"]
    # A question comes back on a day, whatever the hour.
    if not fresh and not missed and due and event["at"] > due - DAY:
        step += 1
        due = event["at"] + LADDER[step] * DAY if step < len(LADDER) else 0
    state["items"][key] = {
        "at": event["at"],
        "attempts": before["attempts"] + 1 if before else 1,
        "due": due if event["max"] else 0,
        "max": event["max"],
        "missed": int(missed),
        "order": event["order"],
        "response": event["response"],
        "rev": event["rev"],
        "score": event["score"],
        "step": step,
    }


def _draw(state: State, event: Event) -> None:
    state["draws"][event["quiz"]] = event["items"]


def _story(state: State, event: Event) -> None:
    before = state["stories"].get(event["scenario"])
    steps = before["steps"] if before and before["rev"] == event["rev"] else {}
    state["stories"][event["scenario"]] = {
        "at": event["at"],
        "last": event["step"],
        "rev": event["rev"],
        "steps": {**steps, event["step"]: event["response"]},
    }


def _section(state: State, event: Event) -> None:
    key = f"{event['module']}/{event['page']}#{event['heading']}"
    state["sections"][key] = {"at": event["at"], "done": event["done"]}


def _rating(state: State, event: Event) -> None:
    key = f"{event['tool']}/{event['wave']}/{event['item']}"
    state["ratings"][key] = {"at": event["at"], "rev": event["rev"], "value": event["value"]}


def _plan(state: State, event: Event) -> None:
    key = f"{event['tool']}/{event['step']}"
    state["plans"][key] = {"at": event["at"], "status": event["status"]}


def _phase(state: State, event: Event) -> None:
    state["phases"][event["phase"]] = {"at": event["at"], "state": event["state"]}


_STEPS: dict[str, Callable[[State, Event], None]] = {
    "answer": _answer,
    "draw": _draw,
    "story": _story,
    "section": _section,
    "rating": _rating,
    "plan": _plan,
    "phase": _phase,
}
