"""``modules/<id>/scenario.yml``: a branching story of decisions with consequences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from build_tools.core.record import FileRecord, Flag, Id, Record, Text, Whole, as_list, one_of


class Response(Record):
    """Something the worker may do: how well it fits, what follows, and why."""

    id: Id
    text: Text
    fit: Annotated[str, one_of("best", "partly", "not-here")]
    consequence: Text
    feedback: Text
    goto: Id
    was: Annotated[tuple[Id, ...], as_list] = ()


class Step(Record):
    """A moment of the story; an ending has no responses."""

    text: Text
    ending: Flag = False
    responses: Annotated[tuple[Response, ...], as_list] = ()


class Scenario(FileRecord):
    """A whole story. ``steps`` keeps the order of the file."""

    id: Id
    rev: Whole = 1
    title: Text
    people: Text
    content_note: Text | None = None
    about: Id | None = None
    objectives: Annotated[tuple[Id, ...], as_list] = ()
    start: Id
    steps: Mapping[Id, Step]
    debrief: Text
