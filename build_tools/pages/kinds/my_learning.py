"""The learner's own page: what is done, what to look at again, and the record in their hands."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page

URI = "my-learning.md"


def uris(course: Course) -> Iterator[str]:
    """One page."""
    yield URI


def make(builder: Builder) -> Iterator[Page]:
    """Lists of modules that the browser fills with what it has kept; a course has no record."""
    course = builder.course
    gettext = builder.translations.gettext
    yield builder.page(
        "my_learning",
        URI,
        gettext("My learning"),
        gettext("What this browser has kept for you, and ways to carry on, save it or delete it."),
        sources=("course/course.yml",),
        meta={"learner": True},
        members=builder.members,
        pathways={
            pathway.id: [course.modules[id] for id in pathway.modules if id in course.modules]
            for pathway in course.shown_pathways
        },
    )
