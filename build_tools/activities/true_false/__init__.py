"""True or false: a statement to judge, with words for either answer.

    - id: need-the-story
      type: true-false
      objective: informed-or-therapy
      prompt: You need to know what happened to somebody before you can work safely with them.
      answer: false
      feedback:
        "true": …      # what follows from believing it
        "false": …     # why it does not hold, and what to do instead

QTI 3: ``choiceInteraction``; cmi: ``true-false``.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.activities.question import Option, Question, Score
from build_tools.core.fields import Flag, Text
from build_tools.core.record import Record


class Feedback(Record):
    """Words for the learner who says true, and for the one who says false."""

    true: Text
    """What to say to a learner who answers true."""
    false: Text
    """What to say to a learner who answers false."""


class Activity(Question):
    """A statement that is either true or false."""

    qti = "choiceInteraction"
    cmi = "true-false"
    minutes = 0.5

    answer: Flag
    """Whether the statement in the prompt holds: true or false."""
    feedback: Feedback
    """What to say after each of the two answers."""

    @property
    def answers(self) -> tuple[Option, ...]:
        """Two options with the fixed ids ``true`` and ``false``; the page translates the words."""
        return (
            Option(id="true", text="True", correct=self.answer, feedback=self.feedback.true),
            Option(id="false", text="False", correct=not self.answer, feedback=self.feedback.false),
        )

    def score(self, response: Sequence[str]) -> Score:
        """Give one point for the right judgement."""
        return Score(int(list(response) == ["true" if self.answer else "false"]), 1)
