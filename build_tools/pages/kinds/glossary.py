"""The glossary."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page

URI = "glossary.md"


def uris(course: Course) -> Iterator[str]:
    """One page, also when there are no terms, since texts may link to it."""
    yield URI


def make(builder: Builder) -> Iterator[Page]:
    """Terms in alphabetical order."""
    gettext = builder.translations.gettext
    yield builder.page(
        "glossary",
        URI,
        gettext("Words explained"),
        gettext("Words of the field, in plain words."),
        sources=("course/glossary.yml",),
        search=[(t.id, t.term, t.definition) for t in builder.course.glossary.terms],
        terms=sorted(builder.course.glossary.terms, key=lambda term: term.term.casefold()),
    )
