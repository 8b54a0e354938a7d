"""Records: frozen pieces of a course that know where in their file they stand.

All values arrive as text (`Plain` when typed without quotes). The field types below turn that text
into numbers, dates and truth values, strictly, and word their complaints for a trainer.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, ClassVar, Self, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationError,
    model_validator,
)
from pydantic_core import PydanticCustomError

from build_tools.core.diagnostics import YamlPlace
from build_tools.core.faults import Fault, Reported, report
from build_tools.core.source import ID, MAX_ID
from build_tools.core.suggest import did_you_mean
from build_tools.core.yaml_text import Plain, Table

NULLS = {"", "~", "null", "Null", "NULL"}


def is_null(value: object) -> bool:
    """Say whether a plain scalar means “nothing given”."""
    return isinstance(value, Plain) and value in NULLS


def _complain(fault: Fault, message: str, hint: str) -> PydanticCustomError:
    return PydanticCustomError("trellis", "{message}", {"fault": fault.code, "message": message, "hint": hint})  # fmt: skip


def kind_of(value: object) -> str:
    """Name a value's shape in plain words."""
    if isinstance(value, dict):
        return "a group of fields"
    if isinstance(value, list):
        return "a list"
    return f"“{shorten(str(value))}”"


def shorten(text: str, width: int = 40) -> str:
    """Cut a text for a message."""
    text = " ".join(text.split())
    return text if len(text) <= width else text[: width - 1] + "…"


def _text(value: object) -> str:
    if not isinstance(value, str):
        hint = "write plain text here"
        if isinstance(value, dict):
            hint = "put the text in quotes if it has a “: ” or begins with {"
        raise _complain(Fault.WRONG_TYPE, f"text is expected here, not {kind_of(value)}", hint)
    if is_null(value) or not value.strip():
        raise _complain(Fault.MISSING_FIELD, "there is no text here", "write the text, or remove the field")  # fmt: skip
    return str(value)


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, Plain) and value in ("true", "false"):
        return value == "true"
    meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(str(value).lower(), "")
    hint = f"write {meant}" if meant else "write true or false, in small letters and without quotes"
    raise _complain(Fault.WRONG_TYPE, f"true or false is expected here, not {kind_of(value)}", hint)


def _whole(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,9}", value):
        return int(value)
    raise _complain(Fault.WRONG_TYPE, f"a whole number is expected here, not {kind_of(value)}", "write digits alone: 35")  # fmt: skip


def _day(value: object) -> date:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass  # falls through to the complaint: 2026-02-30 looks like a date and is none
    raise _complain(Fault.WRONG_TYPE, f"a date is expected here, not {kind_of(value)}", "write year-month-day: 2026-11-21")  # fmt: skip


def _id(value: object) -> str:
    text = _text(value)
    if not ID.match(text) or len(text) > MAX_ID:
        raise _complain(
            Fault.BAD_ID,
            f"“{shorten(text)}” is not a good id",
            "use small letters, digits and single hyphens, at most 64: “calm-first”",
        )
    return text


def _items(value: object) -> Any:
    if not isinstance(value, (list, tuple)):
        raise _complain(
            Fault.WRONG_TYPE,
            f"a list is expected here, not {kind_of(value)}",
            "write [one, two], or one “- ” line for each part",
        )
    return value


def _web(value: object) -> str:
    text = _text(value)
    if not re.match(r"https?://[^\s/]", text):
        raise _complain(Fault.WRONG_TYPE, f"a web address is expected here, not {kind_of(value)}", "begin it with https://")  # fmt: skip
    return text


Text = Annotated[str, BeforeValidator(_text)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Whole = Annotated[int, BeforeValidator(_whole)]
Day = Annotated[date, BeforeValidator(_day)]
Id = Annotated[str, BeforeValidator(_id)]
WebAddress = Annotated[str, BeforeValidator(_web)]
as_list = BeforeValidator(_items)


def one_of(*words: str) -> Any:
    """Make a validator that admits only the given words and suggests the nearest."""

    def check(value: object) -> str:
        text = _text(value)
        if text not in words:
            raise _complain(
                Fault.UNKNOWN_VALUE, f"“{shorten(text)}” is not known here", did_you_mean(text, words)
            )
        return text

    return BeforeValidator(check)


class Record(BaseModel):
    """A part of a course file: frozen, without unknown fields, and aware of its place."""

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid")
    _file: str = PrivateAttr("")
    _path: tuple[str | int, ...] = PrivateAttr(())

    def place(self, *fields: str | int, key: bool = False) -> YamlPlace:
        """Point at this record, or at a field inside it (``key`` points at the field's name)."""
        return YamlPlace(self._file, self._path + fields, on_key=key)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if isinstance(value, cls):
            return value
        if not isinstance(value, dict):
            raise _complain(
                Fault.WRONG_TYPE,
                f"a group of fields is expected here, not {kind_of(value)}",
                "write “field: value” lines, or {field: value, …}",
            )
        # A field left empty counts as not given; one that must be given then reads as missing.
        given = {name: part for name, part in value.items() if not is_null(part)}
        record = handler(given)
        if isinstance(value, Table):
            record._path = value.origin
        return record


R = TypeVar("R", bound=Record)


def validate(
    model: type[R], data: Any, file: str, tell: Callable[[Reported], None]
) -> R | None:
    """Make a record of data, telling of every fault; whatever is sound around a fault is kept.

    A field that is unknown or badly filled is reported and left out, an item of a list that cannot
    do without it is left out whole, and None is given only where nothing sound remains.
    """
    told: set[tuple[Any, ...]] = set()
    working = data
    for _ in range(200):
        try:
            record = model.model_validate(working)
        except ValidationError as problem:
            working = working if working is not data else _copy(data)
            lost: Any = None
            for error in sorted(problem.errors(), key=lambda e: len(e["loc"]), reverse=True):
                loc = error["loc"]
                if (loc, "missing") not in told and (loc, error["type"]) not in told:
                    tell(_fault_of(error, working, file, model))
                told |= {(loc, error["type"]), (loc, "missing")}
                lost = _prune(working, loc) or lost
            if lost == "all":
                return None
        else:
            _set_file(record, file)
            return record
    return None


def _copy(value: Any) -> Any:
    if isinstance(value, Table):
        table = Table(value.origin)
        table.update({key: _copy(part) for key, part in value.items()})
        return table
    if isinstance(value, dict):
        return {key: _copy(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_copy(part) for part in value]
    return value


def _origin(data: Any, loc: tuple[Any, ...]) -> tuple[str | int, ...]:
    """Translate a location in pruned data into the path in the file."""
    path: tuple[str | int, ...] = getattr(data, "origin", ())
    for step in loc:
        if isinstance(data, dict) and step in data:
            data = data[step]
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return (*path, step)
        path = data.origin if isinstance(data, Table) else (*path, step)
    return path


def _prune(data: Any, loc: tuple[Any, ...]) -> str:
    """Take the faulty part out: the field, or the list item that cannot do without it."""
    if not loc:
        return "all"
    parents = [data]
    for step in loc[:-1]:
        here = parents[-1]
        if isinstance(here, dict) and step in here:
            parents.append(here[step])
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            parents.append(here[step])
        else:
            break
    parent, last = parents[-1], loc[len(parents) - 1]
    if isinstance(parent, dict) and last in parent and not is_null(parent[last]):
        del parent[last]
        return ""
    if isinstance(parent, list) and isinstance(last, int) and last < len(parent):
        del parent[last]
        return ""
    # The field is not there at all: what needs it has to go.
    return _prune(data, loc[: len(parents) - 1])


def _fault_of(error: Any, data: Any, file: str, model: type[Record]) -> Reported:
    loc: tuple[Any, ...] = error["loc"]
    path = _origin(data, loc)
    name = str(loc[-1]) if loc else ""
    if error["type"] == "trellis":
        context = error["ctx"]
        fault = next(f for f in Fault if f.code == context["fault"])
        return report(fault, YamlPlace(file, path), context["message"], context["hint"])
    if error["type"] == "missing":
        return report(
            Fault.MISSING_FIELD,
            YamlPlace(file, path if _has(data, loc) else path[:-1]),
            f"the field “{name}” is missing",
            f"add a line “{name}: …”",
        )
    if error["type"] == "extra_forbidden":
        known = fields_at(model, loc[:-1])
        return report(
            Fault.UNKNOWN_FIELD,
            YamlPlace(file, path, on_key=True),
            f"there is no field “{shorten(name)}” here",
            did_you_mean(name, known),
        )
    return report(Fault.WRONG_TYPE, YamlPlace(file, path), str(error["msg"]).lower(), "")


def _has(data: Any, loc: tuple[Any, ...]) -> bool:
    for step in loc:
        if isinstance(data, dict) and step in data:
            data = data[step]
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return False
    return True


def fields_at(model: type[Record], loc: tuple[Any, ...]) -> list[str]:
    """List the fields a record has at a location inside a model, following lists and groups."""
    current: Any = model
    for step in loc:
        if isinstance(step, str) and isinstance(current, type) and issubclass(current, Record):
            field = current.model_fields.get(step)
            current = _record_in(field.annotation) if field else None
    if isinstance(current, type) and issubclass(current, Record):
        return [field.alias or name for name, field in current.model_fields.items()]
    return []


def _record_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        if (found := _record_in(part)) is not None:
            return found
    return None


def _set_file(value: Any, file: str) -> None:
    if isinstance(value, Record):
        value._file = file
        for name in type(value).model_fields:
            _set_file(getattr(value, name), file)
    elif isinstance(value, (tuple, list)):
        for part in value:
            _set_file(part, file)
    elif isinstance(value, dict):
        for part in value.values():
            _set_file(part, file)


def _version(value: object) -> int:
    number = _whole(value)
    if number != 1:
        raise _complain(
            Fault.UNKNOWN_VALUE, f"schema {number} is not known here", "this version of Trellis reads schema: 1"
        )
    return number


class FileRecord(Record):
    """The top of a file: a record that says which version of the format it is written in."""

    schema_version: Annotated[int, BeforeValidator(_version)] = Field(
        default=1, alias="schema", description="Version of the format; 1."
    )
