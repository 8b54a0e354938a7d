"""Choice: one answer out of three or four.

    - id: caller-asks
      type: choice
      objective: answer-a-caller
      prompt: A man asks whether Helen is with you. What do you say?
      options:
        - {id: same-for-all, text: …, correct: true, feedback: …}
        - {id: not-today, text: …, feedback: …}

QTI 3: ``choiceInteraction`` with ``max-choices="1"``; cmi: ``choice``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from build_tools.activities.question import Option, Question, Score
from build_tools.core.fields import Flag, as_list


class Activity(Question):
    """A question with exactly one right answer."""

    qti = "choiceInteraction"
    cmi = "choice"
    minutes = 1.0

    options: Annotated[tuple[Option, ...], as_list]
    """Three or four answers, of which one is right."""
    shuffle: Flag = False
    """true to show the answers in another order at each try; the order is kept with the answer."""

    @property
    def answers(self) -> tuple[Option, ...]:
        """The options in the order written."""
        return self.options

    def score(self, response: Sequence[str]) -> Score:
        """Give one point for the right answer, none for any other."""
        key = {option.id for option in self.options if option.correct}
        return Score(int(len(response) == 1 and response[0] in key), 1)
