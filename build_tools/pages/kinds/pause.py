"""A page to rest on: a few things to do or leave, and a way back."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page

URI = "pause.md"


def uris(course: Course) -> Iterator[str]:
    """One page, to which every part of a module links."""
    yield URI


def make(builder: Builder) -> Iterator[Page]:
    """The same choices as in a pause box, and where to turn if that is not enough."""
    gettext = builder.translations.gettext
    yield builder.page(
        "pause",
        URI,
        gettext("Take a pause"),
        gettext("A few things that can help you settle, and the way back to where you were."),
    )
