"""What is carried from one instrument to the next: every line between two fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from build_tools.core.diagnostics import Place
from build_tools.instruments.field import Field
from build_tools.instruments.instrument import Instrument
from build_tools.model.course import Course


class Carried(NamedTuple):
    """A field that draws on another one: its instrument, itself, what it names, and where."""

    tool: Instrument
    field: Field
    source: str
    place: Place

    @property
    def home(self) -> str:
        """The id of the instrument that is drawn on."""
        return self.source.partition("/")[0]


def carried(course: Course) -> Iterator[Carried]:
    """Give every field that draws on another, in the order of the instruments."""
    for tool in course.tools.values():
        for field in tool.fields:
            for source, path in field.carried:
                yield Carried(tool, field, source, field.place(*path))


def field_of(course: Course, source: str) -> Field | None:
    """Find the field that ``instrument/field`` names."""
    home, _, id = source.partition("/")
    tool = course.tools.get(home)
    return next((field for field in tool.fields if field.id == id), None) if tool else None
