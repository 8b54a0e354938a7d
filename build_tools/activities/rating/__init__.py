"""Rating: say how far one agrees. There is no right answer, and nothing is scored.

    - id: how-sure
      type: rating
      objective: choose-greeting
      prompt: I know what to say when somebody arrives late and upset.
      scale:
        - {id: not-yet, text: Not yet, feedback: Then the example in this module is a good start.}
        - {id: sometimes, text: Sometimes}
        - {id: mostly, text: Most of the time}
      unsure: true

``scale`` has three to seven points in their order; a point may have a word back. ``unsure: true``
adds “Don't know, or not part of my role”. QTI 3: ``choiceInteraction`` without a key; cmi:
``likert``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from build_tools.activities.question import Question, Score
from build_tools.core.fields import Flag, Id, Text, as_list
from build_tools.core.record import Record


class Point(Record):
    """One point of a scale."""

    id: Id
    """Short name of the point that never changes, for example sometimes."""
    text: Text
    """What the point says, for example Most of the time."""
    feedback: Text | None = None
    """A word back to whoever chooses it; never that an answer is right or wrong."""
    was: Annotated[tuple[Id, ...], as_list] = ()
    """Earlier ids of this point, if it had to change, so that saved progress still finds it."""


class Activity(Question):
    """A statement with a scale. No answer is better than another."""

    qti = "choiceInteraction"
    cmi = "likert"
    minutes = 0.5
    scored = False
    assesses = ""

    scale: Annotated[tuple[Point, ...], as_list]
    """Three to seven points in their order, from one end to the other."""
    unsure: Flag = False
    """true to add “Don't know, or not part of my role” below the scale."""

    @property
    def tells(self) -> bool:
        """Whether there is anything to read besides the scale itself."""
        words_back = any(point.feedback for point in self.scale)
        return bool(words_back or self.overall or self.cites)

    def score(self, response: Sequence[str]) -> Score:
        """Give no point out of none: what somebody thinks is not scored."""
        return Score(0, 0)
