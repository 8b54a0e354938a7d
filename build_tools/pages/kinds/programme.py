"""The programmes that the course is inspired by: what each consists of, and where it is here."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.alignment import element_rows
from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page

FOLDER = "programmes"


def uris(course: Course) -> Iterator[str]:
    """One page for each programme."""
    return (f"{FOLDER}/{id}.md" for id in course.programmes)


def make(builder: Builder) -> Iterator[Page]:
    """What to keep in mind comes first, then every element with what covers it."""
    course = builder.course
    rows = element_rows(course)
    for programme in course.programmes.values():
        yield builder.page(
            "programme",
            f"{FOLDER}/{programme.id}.md",
            programme.title,
            programme.description,
            sources=(programme.place().file,),
            programme=programme,
            rows=[row for row in rows if row.programme is programme],
            pathways=[p for p in course.shown_pathways if programme.code in p.programmes],
        )
