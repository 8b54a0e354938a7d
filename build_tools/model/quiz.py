"""``quizzes/<id>.yml``: the questions of the module of that id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import PrivateAttr

from build_tools.activities.question import Question, words
from build_tools.core.diagnostics import Place
from build_tools.core.document import cited_keys
from build_tools.core.fields import Text, Whole, as_list
from build_tools.core.record import FileRecord


class QuizFile(FileRecord):
    """What a quiz file says beside its questions, which are read one by one by their kind."""

    allow: Mapping[str, Text] = {}
    """Findings to keep quiet about here: the code, for example QUI001, then your reason."""
    draw: Whole | None = None
    """How many questions to draw from those below, for example 5; leave it out to show them all."""
    questions: Annotated[tuple[Any, ...], as_list]
    """The questions in the order learners meet them; the type of each says which fields it has."""


class Quiz(FileRecord):
    """A quiz with the questions that could be read.

    ``declared`` holds the ids of all questions written down, also those with a fault.
    """

    _id: str = PrivateAttr("")
    _declared: frozenset[str] = PrivateAttr(frozenset())

    allow: Mapping[str, Text] = {}
    """Findings to keep quiet about here: the code, for example QUI001, then your reason."""
    draw: Whole | None = None
    """How many questions to draw from those below; all of them without it."""
    questions: tuple[Question, ...]
    """The questions that could be read, in the order of the file."""

    @property
    def id(self) -> str:
        """The file's name, which is its module's id."""
        return self._id

    @property
    def file(self) -> str:
        """The file's path from the project's root."""
        return f"quizzes/{self.id}.yml"

    @property
    def declared(self) -> frozenset[str]:
        """Ids of all questions written down."""
        return self._declared

    def citations(self) -> Iterator[tuple[str, Place]]:
        """Every key cited by its questions."""
        for question in self.questions:
            for index, key in enumerate(question.cites):
                yield key, question.place("cites", index)
            for part in words(question):
                for key in cited_keys(part.text):
                    yield key, part.place
