"""Pages that the course's authors wrote themselves in ``course/``."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.core.document import plain
from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page
from build_tools.pages.site import uri_of


def uris(course: Course) -> Iterator[str]:
    """One for each Markdown file but the home page."""
    return (uri_of(file) for file in course.pages if file != "course/index.md")


def make(builder: Builder) -> Iterator[Page]:
    """The text as written; the evidence page also lists every source of the course."""
    for file, document in builder.course.pages.items():
        if file == "course/index.md":
            continue
        first = next((h for h in document.headings if h.level == 1), None)
        paragraph = next((p for p in document.prose.split("\n\n") if p[:1].isalpha()), "")
        yield builder.page(
            "author",
            uri_of(file),
            first.text if first else file.split("/")[-1].removesuffix(".md"),
            plain(" ".join(paragraph.split()))[:160],
            sources=(file,),
            document=document,
            everything=uri_of(file) == "evidence.md",
        )
