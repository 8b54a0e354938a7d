"""What every kind of question has: an id, an objective, a prompt, and a way to be scored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, ClassVar, NamedTuple

from build_tools.core.diagnostics import Place
from build_tools.core.fields import Edition, Flag, Id, Text, as_list
from build_tools.core.record import Record, Single

# Fields that are no words for learners, whatever kind of question they stand in.
_NAMES = frozenset({"type", "objective", "about", "cites", "was", "accepted"})


@dataclass(frozen=True, slots=True)
class Score:
    """Points reached and points possible; whole numbers, so that records stay exact."""

    points: int
    maximum: int

    @property
    def verdict(self) -> str:
        """Name the outcome: ``best`` for all points, ``partly`` for some, ``not-here`` for none.

        The words are those of a story's ``fit``, so that questions and stories speak alike. Where
        nothing is scored there is no outcome to name, and the verdict is empty.
        """
        if not self.maximum:
            return ""
        if self.points >= self.maximum:
            return "best"
        return "partly" if self.points > 0 else "not-here"


class Words(NamedTuple):
    """A text that learners read: a field of a record, or one entry (``entry``) of a field."""

    record: Record
    field: str
    entry: int | None = None

    @property
    def text(self) -> str:
        """The text as written."""
        value = getattr(self.record, self.field)
        return str(value if self.entry is None else value[self.entry])

    @property
    def place(self) -> Place:
        """Where it stands; parts that a kind makes up itself stand nowhere."""
        path = (self.field,) if self.entry is None else (self.field, self.entry)
        return self.record.place(*path)


def words(record: Record) -> Iterator[Words]:
    """Give every text for learners in a question or a part of one, in the order of its fields."""
    for name in _worded(type(record)):
        value = getattr(record, name)
        if isinstance(value, Record):
            yield from words(value)
        elif isinstance(value, str):
            yield Words(record, name)
        elif isinstance(value, tuple):
            for index, part in enumerate(value):
                if isinstance(part, Record):
                    yield from words(part)
                elif isinstance(part, str):
                    yield Words(record, name, index)


@cache
def _worded(model: type[Record]) -> tuple[str, ...]:
    """Name the fields that hold words or parts with words, and none that hold an id."""
    named = Id.__metadata__[0]  # type: ignore[attr-defined]
    return tuple(
        name
        for name, field in model.model_fields.items()
        if name not in _NAMES and named not in field.metadata
    )


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


class Question(Single):
    """One item of a quiz. Ids are kept by learners' records, so they never change.

    ``rev`` goes up when the meaning, the key or the options change. ``about`` names a content
    note's theme; ``critical`` marks an item on immediate danger. A kind that is not ``scored`` has
    no key; ``assesses`` is the way of assessing an objective (its ``assessed:``) that a kind is
    evidence for, or empty where it is evidence for nothing.
    """

    qti: ClassVar[str]
    cmi: ClassVar[str]
    minutes: ClassVar[float]
    scored: ClassVar[bool] = True
    assesses: ClassVar[str] = "quiz"

    id: Id
    """Short name of the question that never changes, for example when-to-talk."""
    rev: Edition = 1
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
    hints: Annotated[tuple[Text, ...], as_list] = ()
    """Hints for those who ask, shown one after another, from a nudge to nearly the answer."""
    overall: Text | None = None
    """What to say after any answer, below the feedback on what was chosen."""
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
        """The options as shown and answered, with their feedback; none where nothing is chosen."""
        return ()

    @property
    def lists(self) -> tuple[tuple[Record, ...], ...]:
        """The lists of parts with ids, as options or groups; an id is used once in each."""
        return tuple(
            value
            for name in type(self).model_fields
            if isinstance(value := getattr(self, name), tuple)
            and value
            and isinstance(value[0], Record)
        )

    @property
    def key(self) -> tuple[str, ...]:
        """The response that earns all points, in the form that `score` takes."""
        return tuple(answer.id for answer in self.answers if answer.correct)

    def score(self, response: Sequence[str]) -> Score:
        """Score a response: ids of what was chosen, or what the kind says of its own form."""
        raise NotImplementedError
