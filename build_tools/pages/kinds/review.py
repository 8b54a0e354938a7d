"""Questions met before come back here, after 2, 7 and 21 days and mixed across modules."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page

URI = "review.md"


def uris(course: Course) -> Iterator[str]:
    """One page."""
    yield URI


def make(builder: Builder) -> Iterator[Page]:
    """All questions by name; the browser shows those whose time has come."""
    gettext = builder.translations.gettext
    yield builder.page(
        "review",
        URI,
        gettext("Look again"),
        gettext("Questions you have met come back after 2, 7 and 21 days, if you like."),
        sources=("course/course.yml",),
        meta={"learner": True},
    )
