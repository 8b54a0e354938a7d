"""``course/course.yml`` and the course as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated

from build_tools.core.diagnostics import Place
from build_tools.core.document import Document
from build_tools.core.fields import Day, Id, Text, Whole, as_list, one_of
from build_tools.core.record import FileRecord, Record
from build_tools.core.source import Source
from build_tools.instruments.instrument import Instrument
from build_tools.model.cast import Cast
from build_tools.model.glossary import Glossary, Term
from build_tools.model.host import Host
from build_tools.model.items import Comparison, compare
from build_tools.model.lock import Lock
from build_tools.model.module import Module
from build_tools.model.pathway import Pathway
from build_tools.model.programme import Programme
from build_tools.model.quiz import Quiz
from build_tools.model.reference import Reference
from build_tools.model.support import Contact, Support


class Area(Record):
    """A row of the capacity grid."""

    id: Id
    """Short name of the area that never changes; modules name it under area."""
    title: Text
    """What learners see as the name of this row of the grid, for example Awareness."""
    summary: Text
    """One sentence on what a learner gains in this area."""


class Level(Record):
    """A column of the capacity grid."""

    id: Id
    """Short name of the level that never changes; modules name it under levels."""
    title: Text
    """What learners see as the name of this column of the grid, for example Your organisation."""
    summary: Text | None = None
    """One sentence on what this level is about."""


class Completion(Record):
    """What a module needs to count as done; ``pass_mark`` in per cent replaces *attempted*."""

    modules: Annotated[str, one_of("done")] = "done"
    """What a module needs to count as finished: done, which learners tick themselves."""
    quizzes: Annotated[str, one_of("attempted")] = "attempted"
    """What a quiz needs to count as finished: attempted, which is a try at every question."""
    pass_mark: Whole | None = None
    """Per cent of the points a quiz needs, for example 80; leave it out if trying is enough."""


class Accessibility(Record):
    """What the accessibility statement says of this edition."""

    tested: Day | None = None
    """Day on which this edition was last tested for accessibility, for example 2026-11-21."""
    issues: Annotated[tuple[Text, ...], as_list] = ()
    """What is known to stand in some people's way, each as one or two plain sentences."""


class CourseFile(FileRecord):
    """What ``course/course.yml`` says."""

    id: Id
    """Short name of the course, chosen once: saved progress hangs on it."""
    title: Text
    """The name of the course, as learners see it."""
    version: Text
    """Your own number for this edition, in quotes, for example "2026.12"."""
    language: Text = "en"
    """Language of the course as a short code, for example en, es or fr-CA."""
    description: Text | None = None
    """One sentence on what the course is for, shown on the home page and by search engines."""
    licence: Text | None = None
    """How others may use your words, for example CC BY 4.0."""
    areas: Annotated[tuple[Area, ...], as_list]
    """The rows of the capacity grid: fields of work that modules belong to."""
    levels: Annotated[tuple[Level, ...], as_list]
    """The columns of the capacity grid: whom a module strengthens."""
    modules: Annotated[tuple[Id, ...], as_list] = ()
    """Ids of the modules to publish, in order; each is a folder in modules/."""
    pathways: Annotated[tuple[Id, ...], as_list] = ()
    """Ids of the pathways to show, in order; each is a file in course/pathways/."""
    status: Annotated[str, one_of("draft", "complete")] = "draft"
    """draft while parts are still missing, complete once every gap should count as a fault."""
    completion: Completion = Completion()
    """When a module or a quiz counts as finished."""
    accessibility: Accessibility = Accessibility()
    """When this edition was tested for accessibility, and what stands in some people's way."""
    essential: Annotated[tuple[Id, ...], as_list] = ()
    """Ids of the modules that every pathway must hold, or replace by named local training."""


@dataclass(frozen=True)
class Course:
    """Everything a course is made of.

    ``modules`` and ``quizzes`` are in the order of ``course.yml`` (unlisted ones after it), and
    ``tools``, the instruments, in that of their phases; ``pages`` are the hand-written Markdown
    files of ``course/``. ``known`` holds, for each kind of thing, every id that exists on disk,
    also of things too broken to load; ``lock`` says what learners may have answered already.
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
    programmes: Mapping[str, Programme] = field(default_factory=dict)
    tools: Mapping[str, Instrument] = field(default_factory=dict)
    known: Mapping[str, frozenset[str]] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    @cached_property
    def published(self) -> tuple[Module, ...]:
        """The modules that are listed in ``course.yml``, in its order."""
        return tuple(self.modules[id] for id in self.file.modules if id in self.modules)

    def neighbours(self, module: Module) -> tuple[Module | None, Module | None]:
        """The modules before and after one in the course's order; none where it is not listed."""
        order = self._order
        here = order.get(module.id)
        if here is None:
            return None, None
        return (
            self.published[here - 1] if here > 0 else None,
            self.published[here + 1] if here + 1 < len(self.published) else None,
        )

    def ways_on(self, module: Module) -> Iterator[tuple[Pathway, Module | None]]:
        """Each pathway that holds a module, with the module after it there; none after the last."""
        for pathway in self.shown_pathways:
            ids = [id for id in pathway.modules if id in self.modules]
            if module.id in ids:
                following = ids[ids.index(module.id) + 1 :]
                yield pathway, self.modules[following[0]] if following else None

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {module.id: place for place, module in enumerate(self.published)}

    @cached_property
    def emergency(self) -> Contact | None:
        """The emergency contact of the host's country, or of the host itself, if there is one."""
        near = [c for c in self.host.local_contacts if c.kind == "emergency"]
        for country in self.support.countries:
            if country.code == self.host.country:
                near += [c for c in country.contacts if c.kind == "emergency"]
        return near[0] if near else None

    @property
    def shown_pathways(self) -> tuple[Pathway, ...]:
        """The pathways that are listed in ``course.yml``, in its order."""
        return tuple(self.pathways[id] for id in self.file.pathways if id in self.pathways)

    @cached_property
    def locked(self) -> Comparison:
        """Every question and story beside what the lock says of it."""
        return compare(self)

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """Glossary terms by id."""
        return {term.id: term for term in self.glossary.terms}

    def quiz_of(self, module: Module) -> Quiz | None:
        """The quiz of the same id as a module, if there is one."""
        return self.quizzes.get(module.id)

    def covered(self) -> Iterator[tuple[str, Place]]:
        """Every element of a programme that something says it covers, with the place."""
        for module in self.modules.values():
            for index, element in enumerate(module.covers):
                yield element, module.place("covers", index)
        for tool in self.tools.values():
            for index, element in enumerate(tool.covers):
                yield element, tool.place("covers", index)

    def citations(self) -> Iterator[tuple[str, Place]]:
        """Every key cited anywhere, with the place of each citation."""
        for module in self.modules.values():
            yield from module.citations()
        for quiz in self.quizzes.values():
            yield from quiz.citations()
        for term in self.glossary.terms:
            for index, key in enumerate(term.cites):
                yield key, term.place("cites", index)
        for programme in self.programmes.values():
            yield from programme.citations()
        for document in self.pages.values():
            yield from document.cited()
