"""The instruments: a list of them, and for each a worksheet that is complete on paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_tools.core.document import plain
from build_tools.instruments.instrument import Instrument
from build_tools.instruments.rating import Kind as Rating
from build_tools.instruments.rating import Wave
from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page
from build_tools.pages.sheet import Sheet

INDEX = "tools/index.md"
SHORT = "short-form"


def uris(course: Course) -> Iterator[str]:
    """The list, each instrument, and for a rating its short form and each wave apart."""
    if course.tools:
        yield INDEX
    for id in sorted(course.known.get("tool", frozenset())):
        yield f"tools/{id}.md"
        yield from (f"tools/{id}/{name}.md" for name in _further(course.tools.get(id)))


def _further(tool: Instrument | None) -> Iterator[str]:
    if isinstance(tool, Rating):
        if tool.short_form:
            yield SHORT
        yield from (wave.id for wave in tool.waves if wave.apart)


def make(builder: Builder) -> Iterator[Page]:
    """Worksheets; what they ask can be found by searching."""
    course = builder.course
    gettext = builder.translations.gettext
    if course.tools:
        yield builder.page(
            "tools",
            INDEX,
            gettext("Plans and forms"),
            gettext("Self-assessment, plans and check-ins, to print or to fill in."),
            sources=tuple(tool.file for tool in course.tools.values()),
        )
    for id in sorted(course.known.get("tool", frozenset())):
        tool = course.tools.get(id)
        if tool is None:
            yield builder.page(
                "broken", f"tools/{id}.md", id, "", sources=(f"course/tools/{id}.yml",)
            )
            continue
        asked = [(f"field-{field.id}", plain(field.label), "") for field in tool.fields]
        yield _worksheet(builder, tool, f"tools/{id}.md", tool.title, search=asked)
        if not isinstance(tool, Rating):
            continue
        if tool.short_form:
            title = gettext("%s: the short form") % tool.title
            yield _worksheet(builder, tool, f"tools/{id}/{SHORT}.md", title, short=True)
        for wave in tool.waves:
            if wave.apart:
                title = f"{tool.title}: {wave.title}"
                yield _worksheet(builder, tool, f"tools/{id}/{wave.id}.md", title, wave=wave)


def _worksheet(
    builder: Builder,
    tool: Instrument,
    uri: str,
    title: str,
    *,
    short: bool = False,
    wave: Wave | None = None,
    search: Any = (),
) -> Page:
    return builder.page(
        "tool",
        uri,
        title,
        tool.description,
        sources=(tool.file,),
        search=search,
        meta={"learner": True, "tools": True},
        tool=tool,
        sheet_of=Sheet,
        short=short,
        wave=wave,
        main=f"tools/{tool.id}.md",
        short_uri=f"tools/{tool.id}/{SHORT}.md",
    )
