"""What an event of a learner's record looks like, and how lists of events are joined."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

Event = Mapping[str, Any]

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")
# The year 2100: a clock may be wrong, but not so wrong that no later event could follow.
LATEST = 4102444800000
LARGEST = 2**53 - 1


def _text(value: object) -> bool:
    # The browser counts UTF-16 units.
    return isinstance(value, str) and len(value.encode("utf-16-le", "surrogatepass")) <= 4000


def _id(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 64 and ID.match(value) is not None


def _whole(value: object) -> bool:
    return type(value) is int and 0 <= value <= LARGEST


def _count(value: object) -> bool:
    return _whole(value) and value != 0


def _list(part: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list) and len(value) <= 500 and all(map(part, value))


SHAPES: Mapping[str, Mapping[str, Callable[[object], bool]]] = {
    "answer": {
        "quiz": _id,
        "item": _id,
        "rev": _count,
        "attempt": _count,
        "response": _list(_text),
        "order": _list(_id),
        "score": _whole,
        "max": _whole,
    },
    "draw": {"quiz": _id, "items": _list(_id)},
    "story": {"scenario": _id, "rev": _count, "step": _id, "response": _id},
    "section": {
        "module": _id,
        "page": _text,
        "heading": _text,
        "done": lambda value: type(value) is int and value in (0, 1),
    },
    "rating": {
        "tool": _id,
        "wave": _id,
        "item": _id,
        "rev": _count,
        "value": lambda value: _whole(value) or _text(value),
    },
    "plan": {"tool": _id, "step": _id, "status": _id},
    "phase": {"phase": _id, "state": _id},
}


def is_event(value: object) -> bool:
    """Say whether a value is an event: of a known kind, with that kind's fields and no more.

    ``id`` is a UUID, ``at`` counts milliseconds since 1970 in UTC, ``done`` is 1 or 0. Values are
    whole numbers, texts of at most 2,000 UTF-16 units, and lists of at most 500.
    """
    if not isinstance(value, dict):
        return False
    shape = SHAPES.get(value["kind"]) if isinstance(value.get("kind"), str) else None
    at: Any = value.get("at")
    uuid = value.get("id")
    return (
        shape is not None
        and isinstance(uuid, str)
        and UUID.match(uuid) is not None
        and _whole(at)
        and at <= LATEST
        and set(value) == {"id", "at", "kind", *shape}
        and all(fits(value[name]) for name, fits in shape.items())
        and not value.get("score", 0) > value.get("max", 0)
    )


def canonical(event: Event) -> str:
    """Give the one spelling of an event by which two events with one id are compared."""
    return json.dumps(event, sort_keys=True, separators=(",", ":"))


def union(*lists: Iterable[Event]) -> list[Event]:
    """Join lists of events by id, oldest first; order-free, idempotent and associative.

    Two different events with one id can only come from a file that was changed by hand; the one
    whose spelling comes first is taken, whatever the order of loading.
    """
    by_id: dict[str, Event] = {}
    for events in lists:
        for event in events:
            known = by_id.get(event["id"])
            if known is None or (known is not event and canonical(event) < canonical(known)):
                by_id[event["id"]] = event
    return sorted(by_id.values(), key=lambda event: (event["at"], event["id"]))
