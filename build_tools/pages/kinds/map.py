"""The map for trainers: grid, objectives and programme elements, with what each still lacks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from build_tools.model.alignment import cell_rows, element_rows, objective_rows
from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page

URI = "trainers/map.md"


def uris(course: Course) -> Iterator[str]:
    """One page."""
    yield URI


def make(builder: Builder) -> Iterator[Page]:
    """Rows as the model aligns them, grouped for reading."""
    course = builder.course
    gettext = builder.translations.gettext
    objectives = objective_rows(course)
    cells = cell_rows(course, objectives)
    elements = element_rows(course)
    yield builder.page(
        "map",
        URI,
        gettext("Map of the course"),
        gettext("What teaches and what checks each objective, and what the course still lacks."),
        sources=("course/course.yml", *(p.place().file for p in course.programmes.values())),
        meta={"search": {"exclude": True}},
        areas=[(area, list(row)) for area, row in groupby(cells, lambda cell: cell.area)],
        modules=[(module, list(row)) for module, row in groupby(objectives, lambda o: o.module)],
        programmes=[(one, list(row)) for one, row in groupby(elements, lambda e: e.programme)],
        open_cells=[cell for cell in cells if cell.gaps],
        open_objectives=[row for row in objectives if row.gaps],
        open_elements=[row for row in elements if row.gaps],
    )
