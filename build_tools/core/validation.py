"""Making records of data: every fault told, and whatever is sound round a fault kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import ValidationError

from build_tools.core.diagnostics import YamlPlace
from build_tools.core.faults import Fault, Reported, report
from build_tools.core.fields import is_null, shorten
from build_tools.core.record import Record
from build_tools.core.suggest import did_you_mean, nearest
from build_tools.core.yaml_slips import ODD_SPACES
from build_tools.core.yaml_text import Table

R = TypeVar("R", bound=Record)
Location = tuple[str | int, ...]
# What pydantic calls the key of a group where the key itself is at fault.
KEY_OF_A_GROUP = "[key]"
STRANGE_SIGNS = re.compile(rf"[{ODD_SPACES}“”„‟«»‘’‚\"'*`]")
# Shapes that pydantic names in words of its own.
SHAPES = {
    "dict_type": ("a group of fields is expected here", "write “field: value” lines below it"),
    "mapping_type": ("a group of fields is expected here", "write “field: value” lines below it"),
    "tuple_type": ("a list is expected here", "write [one, two], or one “- ” line for each part"),
}


def validate(model: type[R], data: Any, file: str, tell: Callable[[Reported], None]) -> R | None:
    """Make a record of data, telling of every fault.

    A field that is unknown or badly filled is reported and left out, an item of a list that cannot
    do without it is left out whole, and None is given only where nothing sound remains.
    """
    told: set[tuple[Location, str]] = set()
    working = data
    while True:
        try:
            record = model.model_validate(working)
        except ValidationError as problem:
            errors = problem.errors()
            told |= {(_origin(working, loc), "missing") for loc in _misspelt(errors, model)}
            for error in errors:
                origin = _origin(working, error["loc"])
                # What was pruned for a fault of its own is then missed: that is told already.
                if not {(origin, "missing"), (origin, error["type"])} & told:
                    tell(_fault_of(error, working, file, model))
                told |= {(origin, error["type"]), (origin, "missing")}
            working = _copy(data) if working is data else working
            parts = {_removable(working, error["loc"]) for error in errors}
            if () in parts:
                return None
            told |= {(_origin(working, part), "missing") for part in parts}
            _prune(working, parts)
        else:
            record._incomplete = working is not data
            return record


def _misspelt(errors: Iterable[Any], model: type[Record]) -> Iterator[Location]:
    """Give what is missing only since its name is misspelt; of the two one is enough to tell."""
    for error in errors:
        if error["type"] == "extra_forbidden":
            *above, name = error["loc"]
            if meant := nearest(str(name), fields_at(model, tuple(above))):
                yield (*above, meant)


def _copy(value: Any) -> Any:
    if isinstance(value, Table):
        table = Table(value.origin, value.file)
        table.update({key: _copy(part) for key, part in value.items()})
        return table
    if isinstance(value, dict):
        return {key: _copy(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_copy(part) for part in value]
    return value


def _origin(data: Any, loc: Location) -> Location:
    """Translate a location in pruned data into the path in the file."""
    path: Location = getattr(data, "origin", ())
    for step in loc:
        if not _has_part(data, step):
            return (*path, step)
        data = data[step]
        path = data.origin if isinstance(data, Table) else (*path, step)
    return path


def _prune(data: Any, parts: set[Location]) -> None:
    """Take parts out; later items of a list go first, so that the places of the others hold."""
    outermost = [p for p in parts if not any(p[:n] in parts for n in range(1, len(p)))]
    for *above, last in sorted(outermost, key=_order, reverse=True):
        holder = data
        for step in above:
            holder = holder[step]
        del holder[last]


def _order(loc: Location) -> tuple[tuple[bool, int, str], ...]:
    return tuple((False, step, "") if isinstance(step, int) else (True, 0, step) for step in loc)


def _removable(data: Any, loc: Location) -> Location:
    """Find what to take out for a fault: the field, or what cannot do without it."""
    for length in range(len(loc), 0, -1):
        *above, last = loc[:length]
        holder = data
        for step in above:
            holder = holder[step] if _has_part(holder, step) else None
        if _has_part(holder, last) and not is_null(holder[last]):
            return loc[:length]
    return ()


def _has_part(data: Any, step: str | int) -> bool:
    if isinstance(data, list):
        return isinstance(step, int) and step < len(data)
    return isinstance(data, dict) and step in data


def _fault_of(error: Any, data: Any, file: str, model: type[Record]) -> Reported:
    loc: Location = error["loc"]
    path = _origin(data, loc)
    name = str(loc[-1]) if loc else ""
    if error["type"] == "trellis":
        context = error["ctx"]
        fault = next(f for f in Fault if f.code == context["fault"])
        place = YamlPlace(file, path)
        if name == KEY_OF_A_GROUP:
            place = YamlPlace(file, path[:-1], on_key=True)
        return report(fault, place, context["message"], context["hint"])
    if error["type"] == "missing":
        there = _removable(data, loc) == loc or _is_empty(data, loc)
        return report(
            Fault.MISSING_FIELD,
            YamlPlace(file, path if there else path[:-1]),
            f"the field “{name}” is missing",
            f"add a line “{name}: …”",
        )
    if error["type"] == "extra_forbidden":
        known = fields_at(model, loc[:-1])
        message, hint = f"there is no field “{shorten(name)}” here", did_you_mean(name, known)
        if (bare := STRANGE_SIGNS.sub("", name)) in known:
            message = f"the field “{bare}” has signs round its name that do not belong to it"
            hint = f"type it again: {bare}: …; Word and web pages put in such marks and odd spaces"
        return report(Fault.UNKNOWN_FIELD, YamlPlace(file, path, on_key=True), message, hint)
    message, hint = SHAPES.get(error["type"], (str(error["msg"]).lower(), ""))
    return report(Fault.WRONG_TYPE, YamlPlace(file, path), message, hint)


def _is_empty(data: Any, loc: Location) -> bool:
    """Say whether a field is written down with nothing behind it."""
    for step in loc[:-1]:
        data = data[step] if _has_part(data, step) else None
    return bool(loc) and _has_part(data, loc[-1]) and is_null(data[loc[-1]])


def fields_at(model: type[Record], loc: Location) -> list[str]:
    """List the fields a record has at a location inside a model, following lists and groups."""
    current: Any = model
    for step in loc:
        current = _inside(current, step)
    record = _record_in(current)
    return [] if record is None else list(_named(record))


def _named(record: type[Record]) -> dict[str, Any]:
    """Give the types of a record's fields by name; of all its kinds, where data name their kind."""
    fields = {field.alias or name: field.annotation for name, field in record.model_fields.items()}
    if record.by_kind:
        for kind in record.__subclasses__():
            fields = {**_named(kind), **fields}
    return fields


def _inside(annotation: Any, step: str | int) -> Any:
    """Give the type of a part: a field of a record, an item of a list, a value of a group."""
    if (record := _record_in(annotation)) is not None:
        return _named(record).get(str(step))
    origin, parts = get_origin(annotation), get_args(annotation)
    if isinstance(origin, type) and issubclass(origin, (tuple, Mapping)):
        return parts[1] if issubclass(origin, Mapping) else parts[0]
    return None


def _record_in(annotation: Any) -> type[Record] | None:
    """Find the record that a type is, also where it may be left out."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    if get_origin(annotation) in (Annotated, Union, UnionType):
        return next(filter(None, map(_record_in, get_args(annotation))), None)
    return None
