"""The manual of the checks: an overview of all rules, and one page for each group of them.

What a page says of a rule is what ``trellis explain`` prints: both read the rule's docstring.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_tools.checks import manual
from build_tools.checks.excerpts import whole
from build_tools.checks.fixes import fixes
from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page

URI = "trainers/rules/index.md"


def uri_of(group: str) -> str:
    """Give the page of a group of rules."""
    return f"trainers/rules/{group.lower()}.md"


def uris(course: Course) -> Iterator[str]:
    """An overview and one page for each group of rules."""
    yield URI
    yield from (uri_of(group) for group in manual.grouped())


def make(builder: Builder) -> Iterator[Page]:
    """Every rule with its words and its examples; learners' search finds none of it."""
    gettext = builder.translations.gettext
    groups = manual.grouped()
    names = list(groups)
    shared: dict[str, Any] = {"manual": manual, "whole": whole, "fixes": fixes(), "uri_of": uri_of}
    yield builder.page(
        "manual",
        URI,
        gettext("What trellis check looks for"),
        gettext("Every rule for course files, with the reasons, and how to mend what it finds."),
        meta={"search": {"exclude": True}},
        group="",
        groups=groups,
        **shared,
    )
    for place, (group, rules) in enumerate(groups.items()):
        yield builder.page(
            "manual",
            uri_of(group),
            f"{group}: {manual.title_of(group)}",
            manual.about(group),
            meta={"search": {"exclude": True}},
            group=group,
            groups=groups,
            rules=rules,
            before=names[place - 1] if place else "",
            after=names[place + 1] if place + 1 < len(names) else "",
            **shared,
        )
