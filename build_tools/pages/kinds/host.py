"""About the host: who runs this copy, whom to tell of a worry, where to send corrections."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page

URI = "host.md"


def uris(course: Course) -> Iterator[str]:
    """One page."""
    yield URI


def make(builder: Builder) -> Iterator[Page]:
    """What ``host.yml`` says; what it leaves open is said to be open."""
    gettext = builder.translations.gettext
    yield builder.page(
        "host",
        URI,
        gettext("Who hosts this course"),
        gettext("Who runs this copy, whom to tell of a worry, and where to send a correction."),
        sources=("course/host.yml",),
        host=builder.course.host,
    )
