"""Questions answered by typing: what they share is a field, and words for what is nearly right.

A response is a list with the one text that was typed. Two points are given for what fits and one
for a near miss, so that somebody who nearly had it is told so: QTI 3's ``map_response`` with
1 and 0.5, in whole numbers.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.activities.question import Question, Score
from build_tools.core.fields import Text


@dataclass(frozen=True, slots=True)
class Case:
    """What some typed answers are told, and what the script compares an answer with, as JSON.

    ``kind`` is ``best`` for what fits, ``partly`` for a near miss, ``not-here`` for all else.
    """

    kind: str
    feedback: str
    parts: tuple[str, ...] = ()

    @property
    def compared(self) -> str:
        """Wordings, or the ends of a range, for an attribute of the page."""
        return json.dumps(self.parts, ensure_ascii=False)


class Typed(Question):
    """A question with a field to type into."""

    feedback: Text
    """What to say to a learner whose answer fits."""
    otherwise: Text
    """What to say to a learner who typed something else: what fits, and why."""

    @property
    def right(self) -> str:
        """What fits, as it is shown to a learner."""
        raise NotImplementedError

    @property
    def cases(self) -> tuple[Case, ...]:
        """What fits, each near miss, and all else, in the order in which an answer is compared."""
        raise NotImplementedError

    def holds(self, case: Case, typed: str) -> bool:
        """Say whether a typed text is among what a case is compared with."""
        raise NotImplementedError

    def case(self, typed: str) -> Case:
        """Find the first case that a typed text is; the last is for all else."""
        return next((case for case in self.cases if self.holds(case, typed)), self.cases[-1])

    def score(self, response: Sequence[str]) -> Score:
        """Give two points for what fits and one for a near miss."""
        kind = self.case(response[0]).kind if response else ""
        return Score({"best": 2, "partly": 1}.get(kind, 0), 2)
