"""The journey: five phases, what belongs to each, and which of it a pathway uses."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.instruments.instrument import PHASES
from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page

URI = "journey.md"


def uris(course: Course) -> Iterator[str]:
    """One page, where the course has instruments."""
    if course.tools:
        yield URI


def make(builder: Builder) -> Iterator[Page]:
    """The phases in order, each with its instruments; then the pathways."""
    course = builder.course
    gettext = builder.translations.gettext
    if not course.tools:
        return
    tools = course.tools.values()
    yield builder.page(
        "journey",
        URI,
        gettext("The journey"),
        gettext("Five phases round the modules, with a plan or a form for each."),
        sources=("course/course.yml",),
        phases={phase: [tool for tool in tools if phase in tool.phases] for phase in PHASES},
    )
