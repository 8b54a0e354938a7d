"""How to use the course without internet, and what is seen when a page was not kept for that."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page

URI, MISSING = "offline.md", "not-kept.md"


def uris(course: Course) -> Iterator[str]:
    """Two pages; the second is for the web alone, but does no harm elsewhere."""
    yield from (URI, MISSING)


def make(builder: Builder) -> Iterator[Page]:
    """The build adds how large the copy is; the browser adds whether there is one."""
    gettext = builder.translations.gettext
    yield builder.page(
        "offline",
        URI,
        gettext("Use it without internet"),
        gettext("Keep the course on this device for reading without internet, or remove it."),
        sources=("course/course.yml",),
        meta={"learner": True},
        web=builder.site.directory_urls,
    )
    yield builder.page(
        "not_kept",
        MISSING,
        gettext("This page is not kept on this device"),
        gettext("What to do where there is no internet and the page was not kept."),
        sources=("course/course.yml",),
        meta={"robots": "noindex", "search": {"exclude": True}},
    )
