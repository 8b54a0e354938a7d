"""What every kind of question has: an id, an objective, a prompt, and a way to be scored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from build_tools.core.fields import Flag, Id, Text, Whole, as_list
from build_tools.core.record import Record


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
    """Short name of the option that never changes, for example quiet-seat."""
    text: Text
    """What the learner can choose."""
    correct: Flag = False
    """true if this is a right answer; leave it out if not."""
    feedback: Text
    """What choosing it would do for the person concerned, and why; every option has some."""
    was: Annotated[tuple[Id, ...], as_list] = ()
    """Earlier ids of this option, if it had to change, so that saved progress still finds it."""


class Question(Record):
    """One item of a quiz. Ids are kept by learners' records, so they never change.

    ``rev`` goes up when the meaning, the key or the options change. ``about`` names a content
    note's theme; ``critical`` marks an item on immediate danger.
    """

    qti: ClassVar[str]
    cmi: ClassVar[str]
    minutes: ClassVar[float]

    id: Id
    """Short name of the question that never changes, for example when-to-talk."""
    rev: Whole = 1
    """Edition of the question; add 1 when its meaning, its right answer or its options change."""
    type: Text
    """The kind of question, which decides its other fields, for example choice."""
    objective: Id
    """Id of the module's objective that it checks."""
    prompt: Text
    """The question itself; Markdown works in it."""
    critical: Flag = False
    """true if a wrong answer could leave somebody in danger: what is right then shows at once."""
    about: Id | None = None
    """Theme it touches on, for example abuse; learners who skip the theme do not see it."""
    cites: Annotated[tuple[Text, ...], as_list] = ()
    """Keys of the sources behind the answer, as in references.json, for example samhsa2014."""
    was: Annotated[tuple[Id, ...], as_list] = ()
    """Earlier ids of this question, if it had to change, so that saved progress still finds it."""

    @property
    def scene(self) -> str:
        """What stands before the last paragraph of the prompt, and sets the scene; may be empty."""
        return self.prompt.strip().rpartition("\n\n")[0]

    @property
    def ask(self) -> str:
        """The last paragraph of the prompt, which asks."""
        return self.prompt.strip().rpartition("\n\n")[2]

    @property
    def answers(self) -> tuple[Option, ...]:
        """The options as shown and answered, with their feedback."""
        raise NotImplementedError

    def score(self, response: Sequence[str]) -> Score:
        """Score a response, given as the ids chosen."""
        raise NotImplementedError
