"""Questions in which each of several things is given one of several answers.

Matching, sorting and filling gaps differ in what they show; a response to any of them is a list of
pairs, each the id of a thing, a space and the id of what it was given: ``"plate seen"``. The form
is that of a ``directedPair`` in QTI 3.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from build_tools.activities.question import Question, Score


class Pairing(Question):
    """A question with one answer for each of several things."""

    @property
    def pairs(self) -> Mapping[str, str]:
        """What each thing should be given: ids of things, with ids of answers."""
        raise NotImplementedError

    @property
    def key(self) -> tuple[str, ...]:
        """Every thing with what it should be given."""
        return tuple(f"{thing} {answer}" for thing, answer in self.pairs.items())

    def score(self, response: Sequence[str]) -> Score:
        """Give a point for each thing with its right answer; what is left open costs nothing.

        QTI 3: ``map_response`` with one point for each pair of the key, and none taken.
        """
        return Score(len(set(response) & set(self.key)), len(self.pairs))
