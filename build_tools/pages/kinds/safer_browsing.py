"""How to browse more safely: what the exit button does, what it cannot do, and what can be."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.leaving import SAFETY
from build_tools.pages.page import Page


def uris(course: Course) -> Iterator[str]:
    """One page, also where no page has the button: the rest of it holds for every course."""
    yield SAFETY


def make(builder: Builder) -> Iterator[Page]:
    """In plain words, for somebody who may be watched."""
    gettext = builder.translations.gettext
    yield builder.page(
        "safer_browsing",
        SAFETY,
        gettext("How to browse more safely"),
        gettext("What the exit button can and cannot do, and how to leave fewer traces."),
        sources=("course/host.yml",),
        exit=builder.course.host.exit,
        shown=builder.course.host.exit.show != "never"
        and (builder.leaving.everywhere or bool(builder.leaving.flagged)),
    )
