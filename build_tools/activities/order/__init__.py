"""Order: things to be put into the order that fits.

    - id: calm-first
      type: order
      objective: order-the-steps
      prompt: Put what Joseph does into the order that helps.
      items:
        - {id: stop, text: He stops the car., feedback: …}
        - {id: stay, text: He stays near and says nothing., feedback: …}
        - {id: reason, text: "Later, he explains the rule.", feedback: …}

Write the items in the right order. Learners meet them mixed up, and never in the right order; the
mixed order is the same at every build. They are moved with buttons, Up and Down.

All or nothing, as QTI 3 scores an ``orderInteraction``: one point for the right order. The feedback
says how much of it was there. cmi: ``sequencing``.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from itertools import pairwise
from typing import Annotated

from build_tools.activities.question import Question, Score
from build_tools.core.fields import Id, Text, as_list
from build_tools.core.record import Record

# More would rarely find an order in which less is right.
TRIES = 20


class Item(Record):
    """A thing that has a place in the order."""

    id: Id
    """Short name of the thing that never changes, for example stop."""
    text: Text
    """The thing itself, without a number or a word that tells its place."""
    feedback: Text
    """Why it comes where it comes, for a learner who put it elsewhere."""
    was: Annotated[tuple[Id, ...], as_list] = ()
    """Earlier ids of this thing, if it had to change, so that saved progress still finds it."""


class Activity(Question):
    """A question that puts things into order."""

    qti = "orderInteraction"
    cmi = "sequencing"
    minutes = 1.5

    items: Annotated[tuple[Item, ...], as_list]
    """Three to seven things, written in the right order; learners meet them mixed up."""

    @property
    def key(self) -> tuple[str, ...]:
        """The ids in the right order."""
        return tuple(item.id for item in self.items)

    @property
    def shown(self) -> tuple[Item, ...]:
        """The items as learners meet them: of a few orders, one with the least that is right."""
        orders = (self._mixed(attempt) for attempt in range(TRIES))
        best = min(orders, key=lambda order: (self._following(order), order[:1] == self.items[:1]))
        return best if best != self.items else self.items[::-1]

    def score(self, response: Sequence[str]) -> Score:
        """Give one point for the right order of all things, none for any other."""
        return Score(int(tuple(response) == self.key), 1)

    def _mixed(self, attempt: int) -> tuple[Item, ...]:
        """Mix by a hash of the ids, which gives the same order on every computer."""

        def place(item: Item) -> bytes:
            return sha256(f"{self.id} {item.id} {attempt}".encode()).digest()

        return tuple(sorted(self.items, key=place))

    def _following(self, order: Sequence[Item]) -> int:
        """Count the things that directly follow the one they should follow."""
        return len(set(pairwise(self.items)) & set(pairwise(order)))
