"""Home: what this is, a pathway for every role, and the capacity grid."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page

URI = "index.md"


def uris(course: Course) -> Iterator[str]:
    """There is always a home page."""
    yield URI


def make(builder: Builder) -> Iterator[Page]:
    """The welcome of ``course/index.md``, then the ways into the course."""
    course = builder.course
    yield builder.page(
        "home",
        URI,
        course.file.title,
        course.file.description or course.file.title,
        sources=("course/index.md", "course/course.yml"),
        welcome=course.pages.get("course/index.md"),
        grid=grid(course),
    )


def grid(course: Course) -> dict[str, dict[str, list[object]]]:
    """Sort the published modules into area × level; a module with two levels stands in both."""
    return {
        area.id: {
            level.id: [
                module
                for module in course.published
                if module.area == area.id and level.id in module.levels
            ]
            for level in course.file.levels
        }
        for area in course.file.areas
    }
