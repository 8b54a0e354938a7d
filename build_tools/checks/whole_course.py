"""What a finished course still lacks: judged only once ``status: complete`` says it is finished.

While a course is a draft such gaps are expected, and one line sums them up (`summary`).
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.alignment import element_rows
from build_tools.model.course import Area, Course, Level
from build_tools.model.module import Module
from build_tools.model.pathway import Pathway
from build_tools.model.programme import Element


def modules_in(course: Course, area: Area, level: Level) -> list[Module]:
    """The published modules of one cell of the capacity grid."""
    return [m for m in course.published if m.area == area.id and level.id in m.levels]


def empty_cells(course: Course) -> Iterator[tuple[Area, Level]]:
    """Cells of the grid that no published module is in."""
    for area in course.file.areas:
        for level in course.file.levels:
            if not modules_in(course, area, level):
                yield area, level


def unassessed_cells(course: Course) -> Iterator[tuple[Area, Level]]:
    """Cells that have a module, but no question and no task on any of its objectives."""
    for area in course.file.areas:
        for level in course.file.levels:
            modules = modules_in(course, area, level)
            if modules and not any(_assesses(course, module) for module in modules):
                yield area, level


def _assesses(course: Course, module: Module) -> bool:
    quiz = course.quiz_of(module)
    if quiz is None and module.id in course.known["quiz"]:
        return True  # a quiz that cannot be read is told elsewhere
    asked = {question.objective for question in quiz.questions} if quiz else set()
    tried = {objective for placed in module.tasks for objective in placed.task.objectives}
    return bool((asked | tried) & module.declared_objectives)


def areas_left_out(course: Course) -> Iterator[tuple[Pathway, Area]]:
    """Pathways none of whose modules is in an area. One with a broken module is not judged."""
    for pathway in course.shown_pathways:
        if any(id not in course.modules for id in pathway.modules):
            continue
        met = {course.modules[id].area for id in pathway.modules}
        for area in course.file.areas:
            if area.id not in met:
                yield pathway, area


def modules_without_story(course: Course) -> Iterator[Module]:
    """Published modules with no ``scenario.yml``."""
    for module in course.published:
        story = f"{module.folder}/scenario.yml"
        if story not in course.source.texts and story not in course.source.broken:
            yield module


def uncovered_elements(course: Course) -> Iterator[Element]:
    """Elements of the programmes that no published module and no instrument covers."""
    return (row.element for row in element_rows(course) if row.gaps)


def summary(course: Course) -> str:
    """Sum a draft's gaps up in one line, or say nothing where there are none."""
    if course.file.status == "complete":
        return ""
    left_out = {pathway.id for pathway, _ in areas_left_out(course)}
    parts = (
        _count(len(list(empty_cells(course))), "cell", "cells", "without a module"),
        _count(len(list(unassessed_cells(course))), "cell", "cells", "not assessed"),
        _count(len(left_out), "pathway", "pathways", "without a module in every area"),
        _count(len(list(modules_without_story(course))), "module", "modules", "without a story"),
        _count(
            len(list(uncovered_elements(course))),
            "programme element",
            "programme elements",
            "to cover",
        ),
    )
    gaps = ", ".join(part for part in parts if part)
    return f"The course is a draft. Still open: {gaps}." if gaps else ""


def _count(number: int, one: str, many: str, what: str) -> str:
    return f"{number} {one if number == 1 else many} {what}" if number else ""
