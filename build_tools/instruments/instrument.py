"""What every instrument has: what it is for, its limits, and where in the journey it belongs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import PrivateAttr

from build_tools.core.fields import Edition, Id, Text, as_list, one_of, whole
from build_tools.core.record import FileRecord, Record
from build_tools.instruments.field import Field, Option

PHASES = ("assess", "learn", "plan", "follow-up", "close")


class Instrument(FileRecord):
    """A worksheet of the programme. It works on paper, and nothing in it is ever required."""

    _id: str = PrivateAttr("")

    kind: Text
    """The kind of instrument, which decides its other fields: rating, form, plan or role-map."""
    title: Text
    """Its name, as learners see it, for example Needs assessment."""
    description: Text
    """What it is for, in one sentence."""
    about: Text | None = None
    """How to use it, and with whom; Markdown works in it."""
    rev: Edition = 1
    """Edition of the instrument; add 1 when what it asks changes its meaning."""
    minutes: Annotated[int, whole(1, 600)] | None = None
    """About how long it takes to fill in, in minutes."""
    phases: Annotated[tuple[Annotated[str, one_of(*PHASES)], ...], as_list] = ()
    """Phases of the journey that it belongs to, for example assess."""
    when: Text | None = None
    """When to use it, in a few words, for example: six weeks after the plan."""
    content_note: Text | None = None
    """What in it could be hard to think about, shown before the first field."""
    limits: Annotated[tuple[Text, ...], as_list] = ()
    """What it is not and must not be used for; shown in a box on its page."""
    covers: Annotated[tuple[Text, ...], as_list] = ()
    """Elements of the programmes that it puts to work, for example S0.13."""
    allow: Mapping[str, Text] = {}
    """Findings to keep quiet about here: the code, for example PLN001, then your reason."""
    was: Annotated[tuple[Id, ...], as_list] = ()
    """Earlier ids of this instrument, if it had to change, so that what was kept still finds it."""

    @property
    def id(self) -> str:
        """The file's name."""
        return self._id

    @property
    def file(self) -> str:
        """The file's path from the project's root."""
        return self.place().file

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every field to fill in, in order; the rows of a rating are no fields."""
        return ()

    @property
    def lists(self) -> Iterator[tuple[tuple[Record, ...], str]]:
        """Every list whose members are told apart by their ids, with the word for a member."""
        yield self.fields, "field of this instrument"
        for field in self.fields:
            for name in type(field).model_fields:
                value = getattr(field, name)
                if isinstance(value, tuple) and value and isinstance(value[0], Option):
                    yield value, f"{type(value[0]).__name__.lower()} of this field"
