"""``course/course.yml`` and the course as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated

from build_tools.core.diagnostics import Place
from build_tools.core.document import Document
from build_tools.core.record import FileRecord, Id, Record, Text, Whole, as_list, one_of
from build_tools.core.source import Source
from build_tools.model.cast import Cast
from build_tools.model.glossary import Glossary, Term
from build_tools.model.host import Host
from build_tools.model.module import Module
from build_tools.model.pathway import Pathway
from build_tools.model.quiz import Quiz
from build_tools.model.reference import Reference
from build_tools.model.support import Support


class Area(Record):
    """A row of the capacity grid."""

    id: Id
    title: Text
    summary: Text


class Level(Record):
    """A column of the capacity grid."""

    id: Id
    title: Text
    summary: Text | None = None


class Completion(Record):
    """What a module needs to count as done; ``pass_mark`` in per cent replaces *attempted*."""

    modules: Annotated[str, one_of("done")] = "done"
    quizzes: Annotated[str, one_of("attempted")] = "attempted"
    pass_mark: Whole | None = None


class CourseFile(FileRecord):
    """What ``course/course.yml`` says."""

    id: Id
    title: Text
    version: Text
    language: Text = "en"
    description: Text | None = None
    licence: Text | None = None
    areas: Annotated[tuple[Area, ...], as_list]
    levels: Annotated[tuple[Level, ...], as_list]
    modules: Annotated[tuple[Id, ...], as_list] = ()
    pathways: Annotated[tuple[Id, ...], as_list] = ()
    status: Annotated[str, one_of("draft", "complete")] = "draft"
    completion: Completion = Completion()
    essential: Annotated[tuple[Id, ...], as_list] = ()


@dataclass(frozen=True)
class Course:
    """Everything a course is made of.

    ``modules`` and ``quizzes`` are in the order of ``course.yml`` (unlisted ones after it);
    ``pages`` are the hand-written Markdown files of ``course/``. ``known`` holds, for each kind of
    thing, every id that exists on disk, also of things too broken to load.
    """

    file: CourseFile
    source: Source
    host: Host
    support: Support
    glossary: Glossary
    cast: Cast
    references: Mapping[str, Reference]
    modules: Mapping[str, Module]
    quizzes: Mapping[str, Quiz]
    pathways: Mapping[str, Pathway]
    pages: Mapping[str, Document]
    known: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def published(self) -> tuple[Module, ...]:
        """The modules that are listed in ``course.yml``, in its order."""
        return tuple(self.modules[id] for id in self.file.modules if id in self.modules)

    @property
    def shown_pathways(self) -> tuple[Pathway, ...]:
        """The pathways that are listed in ``course.yml``, in its order."""
        return tuple(self.pathways[id] for id in self.file.pathways if id in self.pathways)

    @property
    def terms(self) -> Mapping[str, Term]:
        """Glossary terms by id."""
        return {term.id: term for term in self.glossary.terms}

    def quiz_of(self, module: Module) -> Quiz | None:
        """The quiz of the same id as a module, if there is one."""
        return self.quizzes.get(module.id)

    def citations(self) -> Iterator[tuple[str, Place]]:
        """Every key cited anywhere, with the place of each citation."""
        for module in self.modules.values():
            yield from module.citations()
        for quiz in self.quizzes.values():
            yield from quiz.citations()
        for term in self.glossary.terms:
            for index, key in enumerate(term.cites):
                yield key, term.place("cites", index)
        for document in self.pages.values():
            yield from document.cited()
