"""Number: a number to type, with a tolerance and with ranges that are nearly right.

    - id: nights-on-call
      type: number
      objective: share-the-load
      prompt: Three workers share 21 nights evenly. How many nights is that for each?
      answer: 7
      tolerance: 0
      unit: nights
      feedback: …                # to whoever typed the answer
      near:
        - {id: for-two, from: 10, to: 11, feedback: …}
      otherwise: …               # to whoever typed another number

Learners may type a decimal point or comma, a sign, and thousands apart by a space: 2.5, 2,5, -4,
1 000. Where “1,000” could be one or a thousand, they are asked to type it otherwise, and nothing is
scored. Compared are the numbers themselves: 0.1 + 0.2 is 0.3 here.

Two points for the answer, one for a near miss. QTI 3: ``textEntryInteraction``; cmi: ``numeric``.
"""

from __future__ import annotations

import re
from decimal import Decimal as ExactDecimal
from typing import Annotated

from pydantic import Field

from build_tools.activities.typed import Case, Typed
from build_tools.core.fields import Decimal, Id, Text, as_list
from build_tools.core.record import Record

LONGEST = 40
_SPACE = "[ \u00a0\u2007\u2009\u202f]"
_WHOLE = rf"[0-9]+|[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}})+"
_TYPED = re.compile(
    rf"{_SPACE}*([-+\u2212]?){_SPACE}?(?:({_WHOLE})(?:[.,]([0-9]+))?|[.,]([0-9]+)){_SPACE}*"
)
_AMBIGUOUS = re.compile(rf"{_SPACE}*[-+\u2212]?{_SPACE}?[1-9][0-9]{{0,2}},[0-9]{{3}}{_SPACE}*")


def number(typed: str) -> ExactDecimal | None:
    """Read a number as people type it; nothing where it is none, or could be two."""
    match = _TYPED.fullmatch(typed)
    if match is None or len(typed) > LONGEST or _AMBIGUOUS.fullmatch(typed):
        return None
    sign, whole, fraction, alone = match.groups(default="")
    minus = "" if sign in ("", "+") else "-"
    return ExactDecimal(f"{minus}{re.sub(_SPACE, '', whole)}.{fraction or alone or 0}")


class Near(Record):
    """A range of numbers that is nearly right, and what to say to whoever typed one of them."""

    id: Id
    """Short name of the near miss that never changes, for example one-week-only."""
    start: Annotated[Decimal, Field(alias="from")]
    """The smallest number of the range."""
    to: Decimal
    """The largest number of the range."""
    feedback: Text
    """What is right in it, and what is still missing."""


class Activity(Typed):
    """A question that is answered with a number."""

    qti = "textEntryInteraction"
    cmi = "numeric"
    minutes = 1.0

    answer: Decimal
    """The number that fits."""
    tolerance: Decimal | None = None
    """How far from the answer a number may be and still fit; 0 if it must be exact."""
    unit: Text | None = None
    """What is counted or measured, shown after the field, for example minutes."""
    near: Annotated[tuple[Near, ...], as_list] = ()
    """Ranges of numbers that are nearly right, each with a reply of its own."""

    @property
    def key(self) -> tuple[str, ...]:
        """The answer, in plain digits."""
        return (f"{self.answer:f}",)

    @property
    def right(self) -> str:
        """The answer with its unit."""
        return f"{self.answer:f} {self.unit or ''}".strip()

    @property
    def cases(self) -> tuple[Case, ...]:
        """What is near enough to the answer, the ranges of the near misses, and all else."""
        within = self.tolerance or ExactDecimal(0)
        ranges = [("best", self.feedback, self.answer - within, self.answer + within)]
        ranges += [("partly", near.feedback, near.start, near.to) for near in self.near]
        return (
            *(Case(kind, says, (f"{low:f}", f"{high:f}")) for kind, says, low, high in ranges),
            Case("not-here", self.otherwise),
        )

    def holds(self, case: Case, typed: str) -> bool:
        """Say whether a typed number is in the range of a case; both ends belong to it."""
        value = number(typed)
        if value is None or not case.parts:
            return False
        low, high = map(ExactDecimal, case.parts)
        return low <= value <= high
