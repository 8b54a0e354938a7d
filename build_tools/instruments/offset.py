"""Spans of time as a trainer writes them: ``+6 weeks``."""

from __future__ import annotations

import re
from typing import Annotated, NamedTuple

from build_tools.core.faults import Fault
from build_tools.core.fields import Reads, complain, kind_of

_UNITS = ("day", "week", "month")
_PATTERN = rf"\+([1-9][0-9]{{0,2}}) ({'|'.join(_UNITS)})s?"


class Span(NamedTuple):
    """A span of time: a number, and day, week or month."""

    number: int
    unit: str


def _span(value: object) -> Span:
    if isinstance(value, Span):
        return value
    match = re.fullmatch(_PATTERN, value) if isinstance(value, str) else None
    if match is None:
        raise complain(
            Fault.WRONG_TYPE,
            f"a span of time is expected here, not {kind_of(value)}",
            "write a plus sign, a number, and days, weeks or months: +6 weeks",
        )
    return Span(int(match.group(1)), match.group(2))


Offset = Annotated[Span, Reads(_span, {"type": "string", "pattern": f"^{_PATTERN}$"})]
