"""Choices: several answers fit, and some do not.

    - id: first-three-things
      type: choices
      objective: match-four-rs
      prompt: Which of these would help Samira in the next five minutes?
      options:
        - {id: quiet-seat, text: …, correct: true, feedback: …}
        - {id: form-later, text: …, correct: true, feedback: …}
        - {id: ask-again, text: …, feedback: …}

Partial credit as QTI 3's ``choiceInteraction`` with a mapping gives it: one point for each right
answer chosen, one off for each other answer chosen, never below none. cmi: ``choice``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from build_tools.activities.question import Option, Question, Score
from build_tools.core.fields import Flag, as_list


class Activity(Question):
    """A question with more than one right answer."""

    qti = "choiceInteraction"
    cmi = "choice"
    minutes = 1.5

    options: Annotated[tuple[Option, ...], as_list]
    """The answers, of which at least two are right and at least one is not."""
    shuffle: Flag = False
    """true to show the answers in another order at each try; the order is kept with the answer."""

    @property
    def answers(self) -> tuple[Option, ...]:
        """The options in the order written."""
        return self.options

    def score(self, response: Sequence[str]) -> Score:
        """Give a point for each right answer and take one for each other, never below none."""
        key = {option.id for option in self.options if option.correct}
        chosen = set(response)
        return Score(max(0, len(chosen & key) - len(chosen - key)), len(key))
