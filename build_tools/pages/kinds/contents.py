"""All modules, by area: the page the navigation leads to, and the capacity grid as a list."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page

URI = "contents.md"


def uris(course: Course) -> Iterator[str]:
    """One page."""
    yield URI


def make(builder: Builder) -> Iterator[Page]:
    """Every published module under its area."""
    gettext = builder.translations.gettext
    yield builder.page(
        "contents",
        URI,
        gettext("All modules"),
        gettext(
            "Every module of the course, by area, with what it is about and how long it takes."
        ),
        sources=("course/course.yml",),
    )
