"""Rating: statements to judge, once or in several waves; what comes out is words, never a sum.

    schema: 1
    kind: rating
    title: Capacity self-assessment
    description: Where you and your place of work stand, in your own eyes.
    phases: [assess, follow-up]
    limits: [It is not validated.]
    scale:
      - {id: not-yet, value: 1, text: Not true yet}
      - {id: fully, value: 5, text: Fully true}
      - {id: not-known, text: "Don't know, or not part of my role"}
    stems: {self: "Thinking of my own work as it is now …"}
    items:
      - {id: aw-s-1, area: awareness, level: self, text: I can say why one event may harm.}
    short_form: [aw-s-1]
    waves:
      - {id: pre, title: Before the first module, phase: assess}
      - {id: then, title: Looking back, apart: true, after: post, ask: "How was it before?"}
    prompts:
      - {id: changed, text: "What changed in how you work?", waves: [follow-up-3m]}

``scoring:`` holds the numbers of the rule by which a result is worded; `build_tools.learning`
reads records by it. A wave that is ``apart`` has a page of its own, since an answer about the past
beside one about now is drawn towards it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal as ExactDecimal
from typing import Annotated

from pydantic import AfterValidator

from build_tools.core.faults import Fault
from build_tools.core.fields import (
    Decimal,
    Edition,
    Flag,
    Id,
    Text,
    as_list,
    complain,
    one_of,
    whole,
)
from build_tools.core.record import Record
from build_tools.instruments.field import Field, Option, Point
from build_tools.instruments.instrument import PHASES, Instrument


class Item(Option):
    """A statement to judge."""

    area: Id
    """Id of the course's area that it belongs to, for example awareness."""
    level: Id
    """Id of the course's level that it belongs to, for example self."""
    rev: Edition = 1
    """Edition of the statement; add 1 when its meaning changes."""


class Wave(Record):
    """A time at which the statements are judged."""

    id: Id
    """Short name of the wave that never changes, for example follow-up-3m."""
    title: Text
    """What the wave is called, for example Three months later."""
    when: Text | None = None
    """When it is due, in a few words."""
    ask: Text | None = None
    """What to think of, where it is not now, for example how it was before the course."""
    apart: Flag = False
    """true to give it a page of its own, away from the other waves."""
    after: Id | None = None
    """Id of the wave that must be closed first."""
    phase: Annotated[str, one_of(*PHASES)] | None = None
    """Phase of the journey that it belongs to, for example follow-up."""


class Prompt(Option):
    """An open question beside the statements."""

    waves: Annotated[tuple[Id, ...], as_list] = ()
    """Ids of the waves in which it is asked; without them, in all."""


def _moves(value: ExactDecimal) -> ExactDecimal:
    if value <= 0:
        raise complain(
            Fault.UNKNOWN_VALUE,
            "what did not move would be called a change",
            "write how far it must move, for example 0.6",
        )
    return value


Movement = Annotated[Decimal, AfterValidator(_moves)]


class Scoring(Record):
    """The numbers of the rule by which results are worded. There is no total, on purpose."""

    cell: Annotated[int, whole(1, 20)] = 2
    """How many statements of a cell must be answered before it is shown."""
    line: Annotated[int, whole(1, 20)] = 2
    """How many cells of an area or a level must be shown before it is."""
    change: Movement = ExactDecimal("0.6")
    """By how much the mean of a cell must move to be called a change."""
    short_change: Movement = ExactDecimal(1)
    """By how much the one statement of a cell must move, in the short form."""
    lowest: Annotated[int, whole(0, 20)] = 2
    """How many of the lowest cells are given a next step."""


class Kind(Instrument):
    """An instrument of statements with one scale."""

    scale: Annotated[tuple[Point, ...], as_list]
    """The points, from the lowest number to the highest; one without a number is left out."""
    stems: Mapping[Id, Text] = {}
    """What to think of at each level: its id, then the beginning of the sentence."""
    items: Annotated[tuple[Item, ...], as_list]
    """The statements, each with its area and its level."""
    short_form: Annotated[tuple[Id, ...], as_list] = ()
    """Ids of the statements of the short form, one for each cell."""
    waves: Annotated[tuple[Wave, ...], as_list]
    """The times at which it is filled in, in order."""
    prompts: Annotated[tuple[Prompt, ...], as_list] = ()
    """Open questions, kept apart from the statements."""
    scoring: Scoring = Scoring()
    """The numbers by which results are worded."""

    def cell(self, area: str, level: str, *, short: bool = False) -> tuple[Item, ...]:
        """The statements of one cell; of the short form alone, if asked."""
        return tuple(
            item
            for item in self.items
            if item.area == area
            and item.level == level
            and (not short or item.id in self.short_form)
        )

    @property
    def fields(self) -> tuple[Field, ...]:
        """None: statements are no fields, and no other instrument draws on them."""
        return ()

    @property
    def lists(self) -> Iterator[tuple[tuple[Record, ...], str]]:
        """Statements, points, waves and open questions."""
        yield self.items, "statement of this instrument"
        yield self.scale, "point of this scale"
        yield self.waves, "wave of this instrument"
        yield self.prompts, "open question of this instrument"
