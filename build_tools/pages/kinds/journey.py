"""The journey: five phases, what belongs to each, and which of it a pathway uses.

In a browser that has kept something, the page also shows where its learner stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.instruments.instrument import PHASES
from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page

URI = "journey.md"
# When to look at a plan again, counted from its day; the follow-up instrument says the same.
FOLLOW_UPS = ("6 week", "3 month", "6 month")


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
        meta={"learner": True},
        follow_ups=FOLLOW_UPS,
        phases={phase: [tool for tool in tools if phase in tool.phases] for phase in PHASES},
    )
