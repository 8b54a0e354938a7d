"""The alignment of a course as text for a terminal, as a table (CSV) and as data (JSON).

The table has one line for each objective, then one for each cell of the capacity grid without a
module, whose objective is left empty; several values in one field are parted by ``; ``. With the
programmes, it has one line for each element instead. Data hold objectives, cells and, if asked for,
programmes; each gap stands there as its name, which never changes, with the words for it.
"""

from __future__ import annotations

import csv
import io
import json
import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from build_tools.model.alignment import (
    CellRow,
    ElementRow,
    Gap,
    ObjectiveRow,
    cell_rows,
    element_rows,
    objective_rows,
)
from build_tools.model.course import Course

WORDS = {
    Gap.NOT_TAUGHT: "no section teaches it",
    Gap.NOT_ASSESSED: "nothing assesses it",
    Gap.ASSESSED_OTHERWISE: "it is assessed, but not in the way that it says",
    Gap.QUIZ_UNREADABLE: "its quiz cannot be read",
    Gap.NO_MODULE: "no module covers it",
}
OBJECTIVE_FIELDS = (
    "module", "module title", "area", "levels", "objective", "text", "taught", "to be assessed by",
    "questions", "tasks", "gaps",
)  # fmt: skip
ELEMENT_FIELDS = (
    "programme",
    "programme title",
    "element",
    "text",
    "claim",
    "modules",
    "tools",
    "gaps",
)
WIDTH = 78


def in_words(gaps: Iterable[Gap]) -> str:
    """Say in one line what is missing; nothing where nothing is."""
    return "; ".join(WORDS[gap] for gap in gaps)


def as_json(course: Course, *, trace: bool = False) -> str:
    """Give the alignment as one JSON object; ``trace`` adds the programmes."""
    objectives = objective_rows(course)
    found: dict[str, Any] = {
        "course": course.file.id,
        "version": course.file.version,
        "objectives": [_objective(row) for row in objectives],
        "cells": [_cell(row) for row in cell_rows(course, objectives)],
    }
    if trace:
        found["programmes"] = [
            {
                "id": programme.id,
                "code": programme.code,
                "title": programme.title,
                "source": programme.source,
                "cautions": list(programme.cautions),
                "elements": [_element(row) for row in rows],
            }
            for programme, rows in groupby(element_rows(course), lambda row: row.programme)
        ]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _named(gaps: Iterable[Gap]) -> dict[str, str]:
    return {gap.value: WORDS[gap] for gap in gaps}


def _objective(row: ObjectiveRow) -> dict[str, Any]:
    return {
        "module": row.module.id,
        "module_title": row.module.title,
        "area": row.module.area,
        "levels": list(row.module.levels),
        "objective": row.objective.id,
        "text": row.objective.text,
        "taught": list(row.taught),
        "to_be_assessed_by": row.objective.assessed,
        "assessed": row.assessed,
        "questions": list(row.questions),
        "tasks": [{"kind": kind, "id": id} for kind, id in row.tasks],
        "gaps": _named(row.gaps),
    }


def _cell(row: CellRow) -> dict[str, Any]:
    return {
        "area": row.area.id,
        "level": row.level.id,
        "modules": [module.id for module in row.modules],
        "objectives": [
            {"module": one.module.id, "objective": one.objective.id} for one in row.objectives
        ],
        "taught": row.taught,
        "assessed": row.assessed,
        "gaps": _named(row.gaps),
    }


def _element(row: ElementRow) -> dict[str, Any]:
    return {
        "id": row.element.id,
        "text": row.element.text,
        "claim": row.element.claim,
        "modules": [module.id for module in row.modules],
        "tools": [tool.id for tool in row.tools],
        "gaps": _named(row.gaps),
    }


def as_csv(course: Course, *, trace: bool = False) -> str:
    """Give the alignment as a table with a line of headings; ``trace`` gives the elements."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    if trace:
        table.writerow(ELEMENT_FIELDS)
        for row in element_rows(course):
            programme, element = row.programme, row.element
            modules = _joined(module.id for module in row.modules)
            claim = "claim" if element.claim else ""
            start = (programme.code, programme.title, element.id, element.text)
            tools = _joined(tool.id for tool in row.tools)
            table.writerow((*start, claim, modules, tools, in_words(row.gaps)))
        return out.getvalue()
    table.writerow(OBJECTIVE_FIELDS)
    objectives = objective_rows(course)
    for one in objectives:
        module, objective = one.module, one.objective
        start = (module.id, module.title, module.area, _joined(module.levels))
        middle = (objective.id, objective.text, _joined(one.taught), objective.assessed)
        tasks = _joined(f"{kind} {id}" for kind, id in one.tasks)
        table.writerow((*start, *middle, _joined(one.questions), tasks, in_words(one.gaps)))
    for cell in cell_rows(course, objectives):
        if Gap.NO_MODULE in cell.gaps:
            nothing = [""] * (len(OBJECTIVE_FIELDS) - 5)
            table.writerow(("", "", cell.area.id, cell.level.id, *nothing, in_words(cell.gaps)))
    return out.getvalue()


def _joined(words: Iterable[str]) -> str:
    return "; ".join(words)


def as_text(course: Course, *, trace: bool = False) -> str:
    """Give the alignment in lines of at most 78 characters; ``trace`` adds the programmes."""
    objectives = objective_rows(course)
    cells = cell_rows(course, objectives)
    parts = [_filled(course.file.title), *_grid(cells), *_objectives(course, objectives)]
    elements = element_rows(course) if trace else ()
    parts += _programmes(elements)
    parts += _summary(objectives, cells, elements)
    return "\n".join(parts) + "\n"


def _filled(text: str, first: str = "", others: str = "") -> str:
    # A word is never cut: ids and places are there to be copied.
    return textwrap.fill(
        text, WIDTH, initial_indent=first, subsequent_indent=others or " " * len(first),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _grid(cells: Iterable[CellRow]) -> Iterator[str]:
    yield "\nCAPACITY GRID"
    for area, row in groupby(cells, lambda cell: cell.area):
        yield _filled(area.title)
        for cell in row:
            modules = _count(len(cell.modules), "module")
            said = f"{modules}, {_count(len(cell.objectives), 'objective')}"
            if cell.gaps:
                said = f"gap: {in_words(cell.gaps)}"
            yield _filled(f"{cell.level.title}: {said}", "  ", "      ")


def _objectives(course: Course, rows: Iterable[ObjectiveRow]) -> Iterator[str]:
    areas = {area.id: area.title for area in course.file.areas}
    levels = {level.id: level.title for level in course.file.levels}
    yield "\nOBJECTIVES"
    for module, group in groupby(rows, lambda row: row.module):
        yield _filled(f"{module.title} ({module.id})")
        where = ", ".join(levels.get(level, level) for level in module.levels)
        yield _filled(f"{areas.get(module.area, module.area)}: {where}")
        for row in group:
            yield _filled(row.objective.text, "  - ")
            if row.taught:
                yield _filled(", ".join(row.taught), "      sections   ")
            served = [f"{kind} {id}" for kind, id in row.tasks]
            if row.questions:
                served.insert(0, f"quiz ({', '.join(row.questions)})")
            if served:
                yield _filled(", ".join(served), "      activities ")
            for gap in row.gaps:
                yield _filled(WORDS[gap], "      GAP        ")
        yield ""


def _programmes(rows: Iterable[ElementRow]) -> Iterator[str]:
    for programme, group in groupby(rows, lambda row: row.programme):
        yield _filled(f"{programme.code.upper()} {programme.title}")
        for row in group:
            ids = [*(module.id for module in row.modules), *(tool.id for tool in row.tools)]
            covered = ", ".join(ids)
            start = f"  {row.element.id:<6} "
            claim = " (claim)" if row.element.claim else ""
            yield _filled(f"{row.element.text}{claim}", start)
            said = covered or f"GAP  {in_words(row.gaps)}"
            yield _filled(said, " " * len(start) + "> ", " " * (len(start) + 2))
        yield ""


def _summary(
    objectives: tuple[ObjectiveRow, ...],
    cells: tuple[CellRow, ...],
    elements: tuple[ElementRow, ...],
) -> Iterator[str]:
    yield "GAPS"
    yield f"  {sum(bool(row.gaps) for row in objectives)} of {_count(len(objectives), 'objective')}"
    for row in objectives:
        if row.gaps:
            yield _filled(
                f"{row.module.id}, {row.objective.id}: {in_words(row.gaps)}", "    ", "      "
            )
    yield f"  {sum(bool(cell.gaps) for cell in cells)} of {_count(len(cells), 'cell')}"
    for cell in cells:
        if cell.gaps:
            named = f"{cell.area.title}, {cell.level.title}"
            yield _filled(f"{named}: {in_words(cell.gaps)}", "    ", "      ")
    for programme, group in groupby(elements, lambda row: row.programme):
        rows = list(group)
        open_ones = sum(bool(row.gaps) for row in rows)
        yield f"  {open_ones} of {_count(len(rows), 'element')} of {programme.code}"
