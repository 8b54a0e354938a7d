"""The types of fields: how a value typed as text is read, strictly, and what an editor is told.

All values arrive as text (`Plain` when typed without quotes). Each type turns that text into a
number, a date or a truth value, words its complaint for a trainer, and describes itself in a JSON
Schema, so that an editor suggests and underlines what the checks would.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal as ExactDecimal
from typing import Annotated, Any

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from build_tools.core.faults import Fault
from build_tools.core.ids import ID, MAX_ID, good_id
from build_tools.core.suggest import did_you_mean
from build_tools.core.yaml_text import Plain

NULLS = {"", "~", "null", "Null", "NULL"}


def is_null(value: object) -> bool:
    """Say whether a plain scalar means “nothing given”."""
    return isinstance(value, Plain) and value in NULLS


def complain(fault: Fault, message: str, hint: str) -> PydanticCustomError:
    """Word a complaint about a value; `record.validate` turns it into a fault with its place."""
    return PydanticCustomError(
        "trellis", "{message}", {"fault": fault.code, "message": message, "hint": hint}
    )


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
        raise complain(Fault.WRONG_TYPE, f"text is expected here, not {kind_of(value)}", hint)
    if is_null(value) or not value.strip():
        raise complain(
            Fault.MISSING_FIELD, "there is no text here", "write the text, or remove the field"
        )
    return str(value)


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, Plain) and value in ("true", "false"):
        return value == "true"
    meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(str(value).lower(), "")
    hint = f"write {meant}" if meant else "write true or false, in small letters and without quotes"
    raise complain(Fault.WRONG_TYPE, f"true or false is expected here, not {kind_of(value)}", hint)


def _whole(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,9}", value):
        return int(value)
    raise complain(
        Fault.WRONG_TYPE,
        f"a whole number is expected here, not {kind_of(value)}",
        "write digits alone: 35",
    )


def _decimal(value: object) -> ExactDecimal:
    if isinstance(value, ExactDecimal):
        return value
    text = str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    # Few enough digits that adding and taking away never rounds.
    if re.fullmatch(r"[-+]?[0-9]{1,12}(\.[0-9]{1,6})?", text):
        return ExactDecimal(text)
    # A comma, a minus sign of a word processor and thousands set apart are meant well; only “1,000”
    # could be one or a thousand.
    meant = re.sub(r"\s", "", text.replace(",", ".").replace("−", "-"))
    sure = re.fullmatch(r"[-+]?[0-9]{1,12}(\.[0-9]{1,6})?", meant) and not re.search(
        r",[0-9]{3}\s*\Z", text
    )
    raise complain(
        Fault.WRONG_TYPE,
        f"a number is expected here, not {kind_of(value)}",
        f"write {meant}"
        if sure
        else "write digits, with a point if there is a fraction: 35 or 2.5",
    )


def _texts(value: object) -> tuple[str, ...]:
    parts = value if isinstance(value, (list, tuple)) else [value]
    return tuple(_text(part) for part in parts)


def _day(value: object) -> date:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass  # falls through to the complaint: 2026-02-30 looks like a date and is none
    raise complain(
        Fault.WRONG_TYPE,
        f"a date is expected here, not {kind_of(value)}",
        "write year-month-day: 2026-11-21",
    )


def _id(value: object) -> str:
    text = _text(value)
    if not ID.match(text) or len(text) > MAX_ID:
        raise complain(
            Fault.BAD_ID,
            f"“{shorten(text)}” is not a good id",
            good_id(text),
        )
    return text


def _items(value: object) -> Any:
    if not isinstance(value, (list, tuple)):
        raise complain(
            Fault.WRONG_TYPE,
            f"a list is expected here, not {kind_of(value)}",
            "write [one, two], or one “- ” line for each part",
        )
    return value


def _web(value: object) -> str:
    text = _text(value)
    if not re.match(r"https?://[^\s/]\S*\Z", text):
        raise complain(
            Fault.WRONG_TYPE,
            f"a web address is expected here, not {kind_of(value)}",
            "begin it with https://",
        )
    return text


@dataclass(frozen=True, eq=False)
class Reads:
    """How a field reads its text, and the JSON Schema that tells an editor the same."""

    read: Callable[[object], Any]
    shape: Mapping[str, Any]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Read before pydantic's own check of the type."""
        return core_schema.no_info_before_validator_function(self.read, handler(source))

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Describe what is read, not the type it becomes."""
        return dict(self.shape)


# Typed without quotes, 999 and true are text here, but a number and a truth value to an editor.
_TEXT_TYPES = ("string", "number", "boolean")
_TEXT = {"type": _TEXT_TYPES, "pattern": r"\S"}
_ID_PATTERN = f"^{ID.pattern.removesuffix(chr(92) + 'Z')}$"

Text = Annotated[str, Reads(_text, _TEXT)]
Flag = Annotated[bool, Reads(_flag, {"type": "boolean"})]
Whole = Annotated[int, Reads(_whole, {"type": "integer"})]
Decimal = Annotated[ExactDecimal, Reads(_decimal, {"type": "number"})]
Day = Annotated[date, Reads(_day, {"type": "string", "format": "date"})]
Id = Annotated[str, Reads(_id, {"type": _TEXT_TYPES, "pattern": _ID_PATTERN, "maxLength": MAX_ID})]
WebAddress = Annotated[
    str, Reads(_web, {"type": "string", "format": "uri", "pattern": r"^https?://[^\s/]\S*$"})
]
as_list = BeforeValidator(_items)
Texts = Annotated[
    tuple[str, ...], Reads(_texts, {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]})
]


def one_of(*words: str) -> Reads:
    """Make a type that admits only the given words and suggests the nearest."""

    def check(value: object) -> str:
        text = _text(value)
        if text not in words:
            raise complain(
                Fault.UNKNOWN_VALUE,
                f"“{shorten(text)}” is not known here",
                did_you_mean(text, words),
            )
        return text

    return Reads(check, {"type": "string", "enum": list(words)})


def whole(least: int, most: int) -> Reads:
    """Make a whole number that stays between two others."""

    def check(value: object) -> int:
        number = _whole(value)
        if not least <= number <= most:
            raise complain(
                Fault.UNKNOWN_VALUE,
                f"{number} is {'too small' if number < least else 'too large'} here",
                f"write a number from {least} to {most}",
            )
        return number

    return Reads(check, {"type": "integer", "minimum": least, "maximum": most})


# The edition of something that is asked; what is kept of an answer names it, up to 999,999.
Edition = Annotated[int, whole(1, 999_999)]


def _version(value: object) -> int:
    number = _whole(value)
    if number != 1:
        raise complain(
            Fault.UNKNOWN_VALUE,
            f"schema {number} is not known here",
            "this version of Trellis reads schema: 1",
        )
    return number


FormatVersion = Annotated[int, Reads(_version, {"type": "integer", "const": 1})]
