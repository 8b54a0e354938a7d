"""A compiled page, ready for any site generator."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Any

from markupsafe import Markup

SLOT = re.compile(r"<!--tr:(\d+)-->")
_HEADING = re.compile(r'<h([2-6])\b[^>]*\bid="([^"]+)"[^>]*>(.*?)</h\1>', re.S)


@dataclass(frozen=True)
class Heading:
    """An entry of a page's table of contents."""

    level: int
    anchor: str
    title: str
    children: tuple[Heading, ...] = ()


@dataclass(frozen=True)
class Page:
    """One page: where it goes, what it says, and what a theme needs to frame it.

    ``html`` is the body with a comment ``<!--tr:0-->`` for each of ``slots``: finished HTML that a
    site generator need not parse or index. ``uri`` is a path as if the page were a Markdown file;
    ``sources`` are the project's files it is made of, the one to edit first. ``search`` adds
    (anchor, title, text) to the search index. ``meta`` goes to the theme's templates.
    """

    uri: str
    title: str
    description: str
    html: Markup
    slots: tuple[Markup, ...] = ()
    sources: tuple[str, ...] = ()
    search: tuple[tuple[str, str, str], ...] = ()
    has_activities: bool = False
    meta: Mapping[str, Any] = field(default_factory=dict)

    @property
    def body(self) -> Markup:
        """The whole body, slots filled."""
        return Markup(fill(self.html, self.slots))

    @property
    def contents(self) -> tuple[Heading, ...]:
        """The headings outside slots: second level, with third level below."""
        found: list[Heading] = []
        for level, anchor, title in _HEADING.findall(str(self.html)):
            heading = Heading(int(level), anchor, unescape(re.sub(r"<[^>]+>", "", title)).strip())
            if heading.level == 2 or not found:
                found.append(heading)
            elif heading.level == 3:
                found[-1] = replace(found[-1], children=(*found[-1].children, heading))
        return tuple(found)


def fill(html: str, slots: tuple[Markup, ...]) -> str:
    """Put finished HTML into its slots."""
    return SLOT.sub(lambda match: str(slots[int(match.group(1))]), html)
