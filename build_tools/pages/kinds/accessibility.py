"""The accessibility statement: what was tested, what was not, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page

URI = "accessibility.md"


def uris(course: Course) -> Iterator[str]:
    """One page."""
    yield URI


def make(builder: Builder) -> Iterator[Page]:
    """The day and the course's own issues are data of ``course.yml``; contacts are the host's."""
    gettext = builder.translations.gettext
    yield builder.page(
        "accessibility",
        URI,
        gettext("Accessibility"),
        gettext("Using the course without a mouse, by ear or in large print, and what was tested."),
        sources=("course/course.yml",),
        tested=builder.course.file.accessibility.tested,
        issues=builder.course.file.accessibility.issues,
        contact=builder.course.host.organisation.contact or builder.course.host.corrections,
    )
