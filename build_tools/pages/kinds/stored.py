"""What the site stores in a learner's browser, what of it is there now, and ways to change that."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page
from build_tools.pages.stored_keys import stored_keys

URI = "stored.md"


def uris(course: Course) -> Iterator[str]:
    """One page."""
    yield URI


def make(builder: Builder) -> Iterator[Page]:
    """Every key the scripts can write, in plain words; the browser adds what is there now."""
    gettext = builder.translations.gettext
    yield builder.page(
        "stored",
        URI,
        gettext("What this site stores"),
        gettext("What is kept in your browser, who can see it, and how to delete it."),
        sources=("course/course.yml",),
        meta={"learner": True},
        keys=stored_keys(gettext),
    )
