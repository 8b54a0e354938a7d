"""Form: fields to fill in, below one another or in parts.

    schema: 1
    kind: form
    title: Needs assessment
    description: A first look at what is needed, and at what works already.
    phases: [assess]
    limits: [It is no clinical record.]
    fields:
      - {id: strengths, type: text, label: "What already works here?"}
      - {id: contacts-known, type: yesno, label: Contacts are known, if_value: {no: first-goal}}

    suggest:
      areas: staff-confidence
      needs: {child-needs: {calming-down: [co-regulation]}}

``suggest:`` names the answers that lead to modules: a grid whose rows are areas of the course, of
which the lowest two count, the choice that says for which level, and what is put in order by need.

With ``parts:`` in place of ``fields:`` a form has headings; ``scale:`` gives the points that its
scales and grids share.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field as Described

from build_tools.core.fields import Id, Text, as_list
from build_tools.core.record import Record
from build_tools.instruments.field import Field, Fields, Point
from build_tools.instruments.instrument import Instrument


class Part(Record):
    """A part of a form, with a heading of its own."""

    id: Id
    """Short name of the part that never changes, for example organisation."""
    title: Text
    """The heading."""
    about: Text | None = None
    """Whose part it is, and what happens with it."""
    fields: Fields
    """The fields of this part, in order."""


class Suggest(Record):
    """Which answers lead to modules."""

    areas: Id | None = None
    """A grid whose rows are areas of the course; the lowest two lead to the modules of the area."""
    level: Id | None = None
    """A choice whose options are levels of the course; only modules of that level are shown."""
    needs: Mapping[Id, Mapping[Id, Annotated[tuple[Id, ...], as_list]]] = {}
    """Fields to put in order; for each of their options, the modules that it leads to."""


class Kind(Instrument):
    """An instrument of fields."""

    scale: Annotated[tuple[Point, ...], as_list] = ()
    """The points of every scale and grid that has none of its own."""
    asked: Fields = Described(default=(), alias="fields")
    """The fields, in order."""
    suggest: Suggest | None = None
    """Which answers lead to modules."""
    parts: Annotated[tuple[Part, ...], as_list] = ()
    """Parts with headings of their own, where there are many fields."""

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields of all parts, after those that stand in none."""
        return (*self.asked, *(field for part in self.parts for field in part.fields))

    @property
    def lists(self) -> Iterator[tuple[tuple[Record, ...], str]]:
        """Also its parts, and its points."""
        yield from super().lists
        yield self.parts, "part of this instrument"
        yield self.scale, "point of this scale"
