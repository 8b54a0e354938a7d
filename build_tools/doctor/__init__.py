"""What may be wrong round a course: on the machine, in its files, or where it is hosted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Advice:
    """One thing that is not as it should be: where, why that matters, and how to mend it.

    What is ``serious`` stops work or can harm a learner; the rest is worth knowing.
    """

    where: str
    why: str
    mend: str
    serious: bool = True

    def __str__(self) -> str:
        """Say it in three lines."""
        sign = "!" if self.serious else "-"
        return f"{sign} {self.where}\n    why: {self.why}\n    do:  {self.mend}"
