"""What goes with what: objectives, sections, activities, cells of the grid, programme elements.

Rows are made from the published modules; nothing here is written for people to read. A gap is
named by a word that never changes; ``build_tools.exports.alignment`` and the trainers' map put it
into sentences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from build_tools.instruments.instrument import Instrument
from build_tools.model.course import Area, Course, Level
from build_tools.model.module import Module, Objective
from build_tools.model.programme import Element, Programme
from build_tools.model.quiz import Quiz

# `assessed:` says reflection where the block in the text is called reflect.
BLOCKS = {"practice": "practice", "reflection": "reflect"}


class Gap(Enum):
    """What an objective, a cell or an element still lacks."""

    NOT_TAUGHT = "not-taught"
    NOT_ASSESSED = "not-assessed"
    ASSESSED_OTHERWISE = "assessed-otherwise"
    QUIZ_UNREADABLE = "quiz-unreadable"
    NO_MODULE = "no-module"


@dataclass(frozen=True)
class ObjectiveRow:
    """One objective with all that serves it, by id.

    ``taught`` are the places (``page#heading``) that exist. ``tasks`` are (kind, id) of practice
    tasks, reflections and the story that name the objective; a story teaches, and assesses nothing.
    """

    module: Module
    objective: Objective
    taught: tuple[str, ...]
    questions: tuple[str, ...]
    tasks: tuple[tuple[str, str], ...]
    gaps: tuple[Gap, ...]

    @property
    def assessed(self) -> bool:
        """Whether a question, a practice task or a reflection names the objective."""
        return bool(self.questions) or any(kind in BLOCKS.values() for kind, _ in self.tasks)


@dataclass(frozen=True)
class CellRow:
    """One cell of the capacity grid with its modules and the rows of their objectives."""

    area: Area
    level: Level
    modules: tuple[Module, ...]
    objectives: tuple[ObjectiveRow, ...]

    @property
    def taught(self) -> bool:
        """Whether a section teaches at least one of its objectives."""
        return any(row.taught for row in self.objectives)

    @property
    def assessed(self) -> bool:
        """Whether at least one of its objectives is assessed."""
        return any(row.assessed for row in self.objectives)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What the cell as a whole lacks."""
        if not self.modules:
            return (Gap.NO_MODULE,)
        if not self.assessed and any(Gap.QUIZ_UNREADABLE in row.gaps for row in self.objectives):
            return (Gap.QUIZ_UNREADABLE,)
        missing = ((Gap.NOT_TAUGHT, self.taught), (Gap.NOT_ASSESSED, self.assessed))
        return tuple(gap for gap, there in missing if not there)


@dataclass(frozen=True)
class ElementRow:
    """One element of a programme with the modules and the instruments that cover it."""

    programme: Programme
    element: Element
    modules: tuple[Module, ...]
    tools: tuple[Instrument, ...] = ()

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Whether anything covers it."""
        return () if self.modules or self.tools else (Gap.NO_MODULE,)


def objective_rows(course: Course) -> tuple[ObjectiveRow, ...]:
    """Give a row for each objective of each published module, in the course's order."""
    return tuple(row for module in course.published for row in _of_module(course, module))


def cell_rows(
    course: Course, objectives: Iterable[ObjectiveRow] | None = None
) -> tuple[CellRow, ...]:
    """Give a row for each cell of the grid, area by area; a module may stand in several cells."""
    by_module: dict[str, list[ObjectiveRow]] = defaultdict(list)
    for row in objective_rows(course) if objectives is None else objectives:
        by_module[row.module.id].append(row)
    members: dict[tuple[str, str], list[Module]] = defaultdict(list)
    for module in course.published:
        for level in dict.fromkeys(module.levels):
            members[module.area, level].append(module)
    return tuple(
        CellRow(
            area,
            level,
            tuple(modules := members[area.id, level.id]),
            tuple(row for module in modules for row in by_module[module.id]),
        )
        for area in course.file.areas
        for level in course.file.levels
    )


def element_rows(course: Course) -> tuple[ElementRow, ...]:
    """Give a row for each element, programme by programme, in the order of their codes."""
    covering: dict[str, list[Module]] = defaultdict(list)
    for module in course.published:
        for element in dict.fromkeys(module.covers):
            covering[element].append(module)
    using: dict[str, list[Instrument]] = defaultdict(list)
    for tool in course.tools.values():
        for element in dict.fromkeys(tool.covers):
            using[element].append(tool)
    return tuple(
        ElementRow(programme, element, tuple(covering[element.id]), tuple(using[element.id]))
        for programme in sorted(course.programmes.values(), key=lambda programme: programme.code)
        for element in programme.elements
    )


def _of_module(course: Course, module: Module) -> Iterator[ObjectiveRow]:
    quiz = course.quiz_of(module)
    asked: dict[str, list[str]] = defaultdict(list)
    for question in quiz.questions if quiz else ():
        if question.assesses == "quiz":
            asked[question.objective].append(question.id)
    unreadable = quiz is None and module.id in course.known.get("quiz", ())
    for objective in module.objectives:
        taught = tuple(place for place in objective.taught if _exists(module, place))
        questions = tuple(asked[objective.id])
        tasks = tuple(_tasks(module, quiz, objective))
        ways = {kind for kind, _ in tasks} | ({"quiz"} if questions else set())
        gaps = [] if taught else [Gap.NOT_TAUGHT]
        wanted = BLOCKS.get(objective.assessed, objective.assessed)
        if wanted == "quiz" and unreadable:
            gaps.append(Gap.QUIZ_UNREADABLE)
        elif wanted not in ways:
            gaps.append(Gap.ASSESSED_OTHERWISE if ways - {"story"} else Gap.NOT_ASSESSED)
        yield ObjectiveRow(module, objective, taught, questions, tasks, tuple(gaps))


def _exists(module: Module, place: str) -> bool:
    name, _, anchor = place.partition("#")
    document = module.documents.get(name)
    return document is not None and (not anchor or anchor in document.anchors)


def _tasks(module: Module, quiz: Quiz | None, objective: Objective) -> Iterator[tuple[str, str]]:
    for way, kind in BLOCKS.items():
        for placed in module.tasks_for(objective.id, kind):
            yield kind, placed.id
        for question in quiz.questions if quiz else ():
            if question.assesses == way and question.objective == objective.id:
                yield kind, question.id
    if module.scenario is not None and objective.id in module.scenario.objectives:
        yield "story", module.scenario.id
