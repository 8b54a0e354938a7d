"""What every field of an instrument has: an id, a label, and where its content comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, ClassVar

from pydantic import Field as Described
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationError
from pydantic_core import CoreSchema, InitErrorDetails, core_schema

from build_tools.core.discovery import modules_in
from build_tools.core.faults import Fault
from build_tools.core.fields import Flag, Id, Reads, Text, as_list, complain, kind_of, whole
from build_tools.core.ids import ID
from build_tools.core.record import Record
from build_tools.core.suggest import did_you_mean

# What stands in a JSON Schema for a field of any type.
ANY_FIELD = "any type of field"
# What a rule may do besides leading to another instrument.
ACTIONS = ("first-goal", "support", "safeguarding-lead")
_WORD = ID.pattern.removesuffix(r"\Z")


def _words(value: object) -> tuple[str, ...]:
    parts = value if isinstance(value, (list, tuple)) else [value]
    for part in parts:
        if not isinstance(part, str) or not ID.match(part):
            raise complain(
                Fault.BAD_ID,
                f"an action or the id of an instrument is expected here, not {kind_of(part)}",
                f"use one of: {', '.join(ACTIONS)}, or the name of a file in course/tools/",
            )
    return tuple(str(part) for part in parts)


def _source(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(f"{_WORD}/{_WORD}", value):
        raise complain(
            Fault.WRONG_TYPE,
            f"an instrument and its field are expected here, not {kind_of(value)}",
            "write the two ids with a slash between them: needs-assessment/priorities",
        )
    return str(value)


Outcomes = Annotated[
    tuple[str, ...],
    Reads(_words, {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
Source = Annotated[str, Reads(_source, {"type": "string", "pattern": f"^{_WORD}/{_WORD}$"})]


class Option(Record):
    """Something that can be ticked, chosen or put in order, or a row to fill in."""

    id: Id
    """Short name that never changes, for example feeling-safe."""
    text: Text
    """What people read."""
    was: Annotated[tuple[Id, ...], as_list] = ()
    """Earlier ids, if it had to change, so that what was kept still finds it."""


class Point(Option):
    """A point of a scale, in words; one without a number is left out of every average."""

    value: Annotated[int, whole(0, 100)] | None = None
    """Its number, for example 3; leave it out for “don't know”."""


class Wanted(Record):
    """Something that should be ticked, and what to say kindly where it is not."""

    of: Annotated[tuple[Id, ...], as_list]
    """Ids of options, of which at least one should be ticked."""
    say: Text
    """What to say kindly where none is ticked, as a question that can be left open."""


class Field(Record):
    """One field to fill in. Nothing is ever required; an empty field reads “left open”.

    What stands under ``from`` is entered once and carried on: from earlier instruments, by their
    ids. A field that is ``sensitive`` is never kept and never carried on.
    """

    by_kind = True
    # Whether only text can be typed into it, which a browser must hide until a script keeps it.
    written: ClassVar[bool] = False

    id: Id
    """Short name of the field that never changes, for example child-needs."""
    type: Text
    """The type of field, which decides what else it has, for example text."""
    label: Text
    """What to fill in; it never asks for a name or for anybody's history."""
    hint: Text | None = None
    """A short help below the label."""
    sensitive: Flag = False
    """true if it must never be kept: it is gone when the page is left, and left out of files."""
    more: Flag = False
    """true to show it under “More questions”, so that the short way stays short."""
    sources: Annotated[tuple[Source, ...], as_list] = Described(default=(), alias="from")
    """Fields of earlier instruments that it shows, for example needs-assessment/priorities."""
    if_value: Mapping[Id, Outcomes] = {}
    """What an answer leads to: its id, then first-goal, support, safeguarding-lead or a tool."""
    was: Annotated[tuple[Id, ...], as_list] = ()
    """Earlier ids of this field, if it had to change, so that what was kept still finds it."""

    @property
    def values(self) -> tuple[str, ...]:
        """The ids of the answers that can be chosen; none where one writes."""
        return ()

    @property
    def carried(self) -> Iterator[tuple[str, tuple[str | int, ...]]]:
        """Each field of another instrument that this one draws on, with its place in the file."""
        for index, source in enumerate(self.sources):
            yield source, ("from", index)


@dataclass(frozen=True)
class AnyField:
    """Reads a field by its ``type``; a fault in it is told where it stands."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Let each type of field read its own."""
        return core_schema.no_info_plain_validator_function(_read)

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Leave a mark: the types are filled in by `build_tools.exports.schemas`."""
        return {"$comment": ANY_FIELD}


def _read(value: Any) -> Field:
    if isinstance(value, Field):
        return value
    if not isinstance(value, dict):
        raise complain(
            Fault.WRONG_TYPE,
            f"a field is expected here, not {kind_of(value)}",
            "begin with “- {id: …, type: text, label: …}”",
        )
    named = value.get("type")
    if named is None:
        raise _at_type(
            value,
            complain(
                Fault.MISSING_FIELD,
                "the field “type” is missing",
                "add “type: text”; types: " + ", ".join(types()),
            ),
        )
    if not isinstance(named, str) or named not in types():
        near = did_you_mean(str(named), types())
        raise _at_type(
            value,
            complain(
                Fault.UNKNOWN_VALUE,
                f"there is no type of field called {kind_of(named)}",
                near or "types: " + ", ".join(types()),
            ),
        )
    return types()[named].model_validate(value)


def _at_type(value: Any, problem: Any) -> ValidationError:
    """Point a complaint at the field's type; pydantic joins the place to what is round it."""
    details: InitErrorDetails = {"type": problem, "loc": ("type",), "input": value.get("type")}
    return ValidationError.from_exception_data("field", [details])


@cache
def types() -> dict[str, type[Field]]:
    """Map the name of each type of field to its model."""
    return {
        module.__name__.rsplit(".", 1)[1].replace("_", "-"): module.Type
        for module in modules_in("build_tools.instruments.fields")
    }


AField = Annotated[Field, AnyField()]
Fields = Annotated[tuple[AField, ...], as_list]
