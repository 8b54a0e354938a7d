"""A pathway: for whom it is, and its modules in order."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page


def uris(course: Course) -> Iterator[str]:
    """One page for each pathway that the course lists."""
    return (f"pathways/{pathway.id}.md" for pathway in course.shown_pathways)


def make(builder: Builder) -> Iterator[Page]:
    """Modules that exist, in the pathway's order; planned ones are for trainers only."""
    course = builder.course
    for pathway in course.shown_pathways:
        modules = [course.modules[id] for id in pathway.modules if id in course.modules]
        yield builder.page(
            "pathway",
            f"pathways/{pathway.id}.md",
            pathway.title,
            pathway.audience,
            sources=(f"course/pathways/{pathway.id}.yml",),
            pathway=pathway,
            modules=modules,
            programmes=[p for p in course.programmes.values() if p.code in pathway.programmes],
        )
