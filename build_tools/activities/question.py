"""What every kind of question has: an id, an objective, a prompt, and a way to be scored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from build_tools.core.record import Flag, Id, Record, Text, Whole, as_list


@dataclass(frozen=True, slots=True)
class Score:
    """Points reached and points possible; whole numbers, so that records stay exact."""

    points: int
    maximum: int

    @property
    def verdict(self) -> str:
        """Name the outcome: ``best`` for all points, ``partly`` for some, ``not-here`` for none.

        The words are those of a story's ``fit``, so that questions and stories speak alike.
        """
        if self.points >= self.maximum:
            return "best"
        return "partly" if self.points > 0 else "not-here"


class Option(Record):
    """One answer that can be chosen, with what choosing it does to the person concerned."""

    id: Id
    text: Text
    correct: Flag = False
    feedback: Text
    was: Annotated[tuple[Id, ...], as_list] = ()


class Question(Record):
    """One item of a quiz. Ids are kept by learners' records, so they never change.

    ``rev`` goes up when the meaning, the key or the options change. ``about`` names a content
    note's theme; ``critical`` marks an item on immediate danger.
    """

    qti: ClassVar[str]
    cmi: ClassVar[str]

    id: Id
    rev: Whole = 1
    type: Text
    objective: Id
    prompt: Text
    critical: Flag = False
    about: Id | None = None
    cites: Annotated[tuple[Text, ...], as_list] = ()
    was: Annotated[tuple[Id, ...], as_list] = ()

    @property
    def answers(self) -> tuple[Option, ...]:
        """The options as shown and answered, with their feedback."""
        raise NotImplementedError

    def score(self, response: Sequence[str]) -> Score:
        """Score a response, given as the ids chosen."""
        raise NotImplementedError
