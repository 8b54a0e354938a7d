"""The objectives index: where each is taught and how it is checked, from the model."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page

URI = "objectives.md"


def uris(course: Course) -> Iterator[str]:
    """One page."""
    yield URI


def make(builder: Builder) -> Iterator[Page]:
    """Objective → sections → questions and tasks, module by module."""
    gettext = builder.translations.gettext
    yield builder.page(
        "objectives",
        URI,
        gettext("Objectives"),
        gettext("What each module lets you do, where it teaches it, and how you can check."),
        sources=("course/course.yml",),
    )
