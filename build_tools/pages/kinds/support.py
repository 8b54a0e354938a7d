"""Support contacts by country, from data, each with the day it was checked."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page

URI = "support.md"


def uris(course: Course) -> Iterator[str]:
    """One page, always: every page links to it."""
    yield URI


def make(builder: Builder) -> Iterator[Page]:
    """Contacts first, then what else may help."""
    gettext = builder.translations.gettext
    support = builder.course.support
    yield builder.page(
        "support",
        URI,
        gettext("Support"),
        gettext("Whom to call, write to or text, by country."),
        sources=("course/support.yml", "course/host.yml"),
        search=[
            (f"country-{country.code.lower()}", f"{contact.name} ({country.name})", contact.how)
            for country in support.countries
            for contact in country.contacts
        ],
        order={kind: place for place, kind in enumerate(support.policy.order)},
    )
