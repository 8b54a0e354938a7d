"""Reflect: write for yourself, then compare with a possible answer. Private, and never scored.

    - id: one-small-change
      type: reflect
      objective: rewrite-question
      prompt: Which question at your door is hard to answer in front of others?
      answer: We ask for a date of birth out loud. It could be written down, or asked in the room.
      look_for:
        - Did you think of somebody who cannot answer it in front of others?
        - Can a nod be enough?

What is written stays in the browser: this tab only, or on this device if the learner says so. The
record says that somebody compared, and never what they wrote. It is evidence for an objective with
``assessed: reflection``. QTI 3: ``extendedTextInteraction``; cmi: ``long-fill-in``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from build_tools.activities.question import Question, Score
from build_tools.core.fields import Text, as_list


class Activity(Question):
    """A prompt to write about in private, with a possible answer."""

    qti = "extendedTextInteraction"
    cmi = "long-fill-in"
    minutes = 4.0
    scored = False
    assesses = "reflection"

    answer: Text
    """One possible answer, to compare with one's own; Markdown works in it."""
    look_for: Annotated[tuple[Text, ...], as_list] = ()
    """Points to look for in one's own words when comparing, two to five."""

    def score(self, response: Sequence[str]) -> Score:
        """Give no point out of none: nobody reads what was written."""
        return Score(0, 0)
