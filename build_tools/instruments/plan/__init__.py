"""Plan: one goal or a few, each with its fields, its if-then steps and a day to look again.

    schema: 1
    kind: plan
    title: Action plan
    description: One to three goals, each with a small step and a day to look at it again.
    phases: [plan]
    goals: 3
    limits: [It is no record of a family.]
    fields:
      - {id: goal, type: text, label: "What will be different, for whom"}
      - {id: step, type: if-then, label: The step, max: 3, actor: I/we}
      - {id: review, type: date, label: Review date, default: +6 weeks}

Every goal has all of the fields. The record keeps how a step is going, by its id, and never what
it says.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field as Described

from build_tools.core.fields import whole
from build_tools.instruments.field import Field, Fields
from build_tools.instruments.instrument import Instrument


class Kind(Instrument):
    """An instrument in which goals are set."""

    goals: Annotated[int, whole(1, 9)] = 3
    """How many goals there may be at most; one is enough."""
    asked: Fields = Described(alias="fields")
    """The fields of each goal, in order; one of them is of the type if-then."""

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields of a goal."""
        return self.asked
