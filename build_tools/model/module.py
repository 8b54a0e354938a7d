"""``modules/<id>/``: one unit of the course, its objectives, its text and its story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, NamedTuple

from pydantic import PrivateAttr

from build_tools.activities.scenario import Scenario
from build_tools.core.diagnostics import Place, TextPlace
from build_tools.core.document import Document
from build_tools.core.fields import Day, Id, Text, Whole, as_list, one_of
from build_tools.core.record import FileRecord, Record
from build_tools.core.yaml_text import Table

THEMES = ("violence", "abuse", "neglect", "self-harm", "loss", "racism", "distress")
EVIDENCE = (
    "review",
    "trial",
    "study",
    "consensus-guideline",
    "practice-model",
    "metaphor",
    "practice-advice",
)


class ContentNote(Record):
    """What a part of the text touches on, how far, and how to go round it.

    ``exposure``: 1 named, 2 described, 3 danger; 2 and 3 are sensitive.
    """

    theme: Annotated[str, one_of(*THEMES)]
    """What the text touches on, for example loss."""
    exposure: Whole
    """How far it goes: 1 named, 2 described, 3 danger."""
    note: Text
    """What happens, in one calm sentence, for example: A child screams in a car; nobody is hurt."""
    where: Text | None = None
    """Page and heading where it stands, for example index.md#in-the-car."""
    skip_to: Text | None = None
    """Page and heading where a learner who skips it can go on, for example index.md#summary."""

    @property
    def sensitive(self) -> bool:
        """Whether it needs a way round."""
        return self.exposure in (2, 3)


class Objective(Record):
    """What a learner will be able to do, where it is taught and how it is assessed."""

    id: Id
    """Short name of the objective that never changes, for example choose-when."""
    text: Text
    """What the learner will be able to do; begin with Describe, Choose, Order and the like."""
    taught: Annotated[tuple[Text, ...], as_list]
    """Pages and headings that teach it, for example index.md#calm-first."""
    assessed: Annotated[str, one_of("quiz", "practice", "reflection")]
    """How it is checked: by the quiz, by a practice task or by a reflection on the page."""
    was: Annotated[tuple[Id, ...], as_list] = ()
    """Earlier ids of this objective, if it had to change, so that saved progress still finds it."""


class KeyPoint(Record):
    """A claim of the module with the kind of evidence behind it."""

    text: Text
    """The claim, in one sentence."""
    evidence: Annotated[str, one_of(*EVIDENCE)]
    """What the claim rests on; only practice-advice needs no source."""
    cites: Annotated[tuple[Text, ...], as_list] = ()
    """Keys of the sources, as in references.json, for example samhsa2014."""


class Review(Record):
    """Who last read the module through, in what capacity and when."""

    kind: Annotated[str, one_of("desk", "clinical", "lived-experience")]
    """Who read it in what role: at a desk, as a clinician or from lived experience."""
    by: Text
    """Who read it, for example course authors."""
    on: Day
    """Day on which it was read, for example 2026-11-21."""


class Task(Record):
    """The options of a ``reflect`` or ``practice`` block in the text."""

    objectives: Annotated[tuple[Id, ...], as_list] = ()
    """Ids of the module's objectives that this task works on."""
    minutes: Whole | None = None
    """About how many minutes it takes."""
    answer: Text | None = None
    """A model answer that learners can compare with their own."""


@dataclass(frozen=True)
class PlacedTask:
    """A task with its kind (``reflect`` or ``practice``), its id and its place in the text."""

    kind: str
    id: str
    task: Task
    place: TextPlace


class Section(NamedTuple):
    """A part of a module that a learner can finish.

    ``page`` and ``anchor`` say where it is; it stands in the lines ``first`` to ``last`` of the
    page's file and has about so many ``words``.
    """

    page: str
    anchor: str
    title: str
    first: int
    last: int
    words: int


class Way(NamedTuple):
    """A way round sensitive text: the themes it skips, and the parts, as ``page#anchor``."""

    themes: tuple[str, ...]
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Parts:
    """What stands in a module's folder beside ``module.yml``.

    ``documents`` maps file names such as ``index.md`` to scanned text, the learner's pages in
    reading order; ``declared`` are all objective ids written, also of those with a fault.
    """

    id: str = ""
    documents: Mapping[str, Document] = field(default_factory=dict)
    facilitator: Document | None = None
    scenario: Scenario | None = None
    tasks: tuple[PlacedTask, ...] = ()
    declared: frozenset[str] = frozenset()


class Module(FileRecord):
    """``module.yml``, with the parts of its folder."""

    _parts: Parts = PrivateAttr(default_factory=Parts)

    title: Text
    """Title of the module, as learners see it; in quotes if it has a colon."""
    description: Text
    """One sentence on what the module is for, shown on cards and in search results."""
    area: Id
    """Id of the row of the capacity grid it belongs to, from course.yml, for example competency."""
    levels: Annotated[tuple[Id, ...], as_list]
    """Ids of the columns of the capacity grid it belongs to, from course.yml, for example self."""
    minutes: Whole
    """About how many minutes it takes to work through, quiz included."""
    requires: Annotated[tuple[Id, ...], as_list] = ()
    """Ids of the modules to do first."""
    covers: Annotated[tuple[Text, ...], as_list] = ()
    """Elements of the programmes that this module teaches, for example S1.38."""
    content_notes: Annotated[tuple[ContentNote, ...], as_list]
    """What could be hard to read, so that learners can choose; write [] if there is nothing."""
    objectives: Annotated[tuple[Objective, ...], as_list]
    """What a learner will be able to do afterwards; three to five are best."""
    key_points: Annotated[tuple[KeyPoint, ...], as_list]
    """What to take away, each with the kind of evidence behind it."""
    review: Review
    """Who last read the module through, and when; never claim a review that did not happen."""
    allow: Mapping[str, Text] = {}
    """Findings to keep quiet about here: the code, for example OBJ002, then your reason."""
    was: Annotated[tuple[Id, ...], as_list] = ()
    """Earlier ids of this module, if it had to change, so that saved progress still finds it."""

    @property
    def id(self) -> str:
        """The folder's name."""
        return self._parts.id

    @property
    def folder(self) -> str:
        """The folder's path from the project's root."""
        return f"modules/{self.id}"

    @property
    def documents(self) -> Mapping[str, Document]:
        """The learner's pages by file name, ``index.md`` first."""
        return self._parts.documents

    @property
    def facilitator(self) -> Document | None:
        """The notes for whoever runs the module with a group."""
        return self._parts.facilitator

    @property
    def scenario(self) -> Scenario | None:
        """The module's branching story."""
        return self._parts.scenario

    @property
    def sections(self) -> tuple[Section, ...]:
        """What learners mark as done: every heading of the second level, or a page without any."""
        return tuple(
            section
            for name, document in self.documents.items()
            for section in _parts_of(name, document)
        )

    def note_on(self, section: Section) -> ContentNote | None:
        """The first sensitive content note on a part of a section, or on all of its page."""
        notes = (note for note in self.content_notes if note.sensitive)
        return next((note for note in notes if self._covers(note, section)), None)

    def _covers(self, note: ContentNote, section: Section) -> bool:
        page, _, anchor = (note.where or section.page).partition("#")
        if page != section.page:
            return False
        lines = [h.line for h in self.documents[page].headings if h.anchor == anchor]
        return not anchor or any(section.first <= line <= section.last for line in lines)

    def notes_on(self, page: str) -> tuple[ContentNote, ...]:
        """The content notes on a page; those that name no place are on the main one."""
        return tuple(
            note
            for note in self.content_notes
            if (note.where or "index.md").partition("#")[0] == page
        )

    @property
    def summary(self) -> Section | None:
        """The first part that holds a summary, where a learner can always go on."""
        for section in self.sections:
            for block in self.documents[section.page].blocks:
                if block.name == "summary" and section.first <= block.line <= section.last:
                    return section
        return None

    def ways_past(self, notes: Iterable[ContentNote]) -> tuple[str, ...]:
        """Where to go on without what some notes are about: as they say, else the summary."""
        notes = tuple(notes)
        targets = tuple(dict.fromkeys(note.skip_to for note in notes if note.skip_to))
        if not targets and notes and self.summary is not None:
            return (f"{self.summary.page}#{self.summary.anchor}",)
        return targets

    def way_round(self, target: str) -> Way:
        """What a learner leaves out who goes on at ``target``, the ``skip_to`` of some notes.

        Where no note names the place, it is the way round all of them.
        """
        notes = [note for note in self.content_notes if note.skip_to == target]
        notes = notes or list(self.content_notes)
        parts = [
            f"{part.page}#{part.anchor}"
            for part in self.sections
            if f"{part.page}#{part.anchor}" != target
            and any(self._covers(note, part) for note in notes)
        ]
        return Way(tuple(dict.fromkeys(note.theme for note in notes)), tuple(parts))

    def note_about(self, theme: str) -> ContentNote | None:
        """The content note on a theme, the most sensitive if there are several."""
        notes = [note for note in self.content_notes if note.theme == theme]
        return max(notes, key=lambda note: note.exposure, default=None)

    @property
    def tasks(self) -> tuple[PlacedTask, ...]:
        """The reflections and practice tasks of its pages."""
        return self._parts.tasks

    def tasks_for(self, objective: str, kind: str) -> tuple[PlacedTask, ...]:
        """The tasks of one kind that name an objective."""
        return tuple(
            placed
            for placed in self.tasks
            if placed.kind == kind and objective in placed.task.objectives
        )

    @property
    def declared_objectives(self) -> frozenset[str]:
        """Ids of all objectives written down, also those whose record has a fault."""
        return self._parts.declared

    def citations(self) -> Iterator[tuple[str, Place]]:
        """Every key cited by its key points and its pages."""
        for point in self.key_points:
            for index, key in enumerate(point.cites):
                yield key, point.place("cites", index)
        if self.scenario is not None:
            yield from self.scenario.citations()
        for document in (*self.documents.values(), self.facilitator):
            if document is not None:
                yield from document.cited()


def _parts_of(name: str, document: Document) -> Iterator[Section]:
    parts = [heading for heading in document.headings if heading.level == 2]
    lines = document.text.split("\n")
    if not parts:
        title = document.headings[0].text if document.headings else name
        yield Section(name, "top", title, 1, len(lines), len(document.text.split()))
        return
    ends = [heading.line - 1 for heading in parts[1:]] + [len(lines)]
    for heading, last in zip(parts, ends, strict=True):
        words = sum(len(line.split()) for line in lines[heading.line : last])
        yield Section(name, heading.anchor, heading.text, heading.line, last, words)


def declared_ids(data: object, field_name: str) -> frozenset[str]:
    """Collect the ids of a list of groups in raw data, however faulty the rest is."""
    items = data.get(field_name) if isinstance(data, Table) else None
    if not isinstance(items, list):
        return frozenset()
    return frozenset(str(item["id"]) for item in items if isinstance(item, dict) and "id" in item)
