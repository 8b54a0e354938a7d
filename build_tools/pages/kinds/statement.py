"""A statement of participation, made in the learner's browser from what it has kept."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page

URI = "statement.md"


def uris(course: Course) -> Iterator[str]:
    """One page."""
    yield URI


def make(builder: Builder) -> Iterator[Page]:
    """A sheet to print; the browser fills in the modules, the name and the day."""
    gettext = builder.translations.gettext
    yield builder.page(
        "statement",
        URI,
        gettext("Statement of participation"),
        gettext("One page to print: the modules you have completed, and about how long they take."),
        sources=("course/course.yml", "course/host.yml"),
        meta={"learner": True},
    )
