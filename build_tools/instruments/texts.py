"""Every text that people read in an instrument, with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from build_tools.activities.question import Words
from build_tools.core.fields import Text
from build_tools.core.record import Record

_TEXT = Text.__metadata__[0]  # type: ignore[attr-defined]
# What is typed as text and read by programs alone.
_NAMES = frozenset({"kind", "type", "covers", "allow"})


def texts(record: Record) -> Iterator[Words]:
    """Give every text of an instrument, or of a part of one, in the order of its fields."""
    for name in _worded(type(record)):
        value = getattr(record, name)
        if isinstance(value, str):
            yield Words(record, name)
        elif isinstance(value, Record):
            yield from texts(value)
        elif isinstance(value, tuple):
            for index, part in enumerate(value):
                if isinstance(part, Record):
                    yield from texts(part)
                elif isinstance(part, str):
                    yield Words(record, name, index)


@cache
def _worded(model: type[Record]) -> tuple[str, ...]:
    """Name the fields of a model that hold words, or parts that may."""
    return tuple(
        name
        for name, field in model.model_fields.items()
        if name not in _NAMES and (_holds(field.metadata) or _holds_in(field.annotation))
    )


def _holds(metadata: Any) -> bool:
    return any(mark is _TEXT for mark in metadata)


def _holds_in(annotation: Any) -> bool:
    """Say whether a type is words, or a record, or a list of either."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return True
    if _holds(getattr(annotation, "__metadata__", ())):
        return True
    origin = getattr(annotation, "__origin__", None)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return False
    return any(_holds_in(part) for part in get_args(annotation))
