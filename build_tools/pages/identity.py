"""Whose course this is, as it stands round every page: logo, footer, and the words of the frame."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from build_tools.model.course import Course
from build_tools.pages.catalogue import licence_of, set_up


def identity(course: Course, gettext: Callable[[str], str]) -> dict[str, Any]:
    """Give what the theme's templates show of the host, and their own words, translated."""
    host = course.host
    organisation = host.organisation
    shown = (organisation.logo, organisation.logo_dark)
    light, dark = (_address(course, path) for path in shown)
    named = (organisation.name,) if set_up(organisation) else ()
    licence = licence_of(course)
    return {
        "logo": {"light": light, "dark": dark if light else "", "words": organisation.name},
        "footing": (
            course.file.title,
            course.file.version,
            *named,
            *((licence,) if licence else ()),
        ),
        "funder": host.funder or "",
        "words": {
            "dark_colours": gettext("Dark colours"),
            "not_here": gettext("This page is not here"),
            "why": gettext(
                "The address may have a slip in it, or the page has moved or been taken out. "
                "Nothing that you saved is lost."
            ),
            "may_help": gettext("These may help:"),
            "search_hint": gettext(
                "You can also search: open the search at the top of the page and type a word "
                "that was on the page you were looking for."
            ),
            "whole_list": gettext("Every module is listed there, by area."),
            "help": gettext("If you need to talk to somebody now, the numbers are there."),
        },
    }


def _address(course: Course, path: str | None) -> str:
    """Give where a picture of ``course/`` is on the site, or nothing where there is none."""
    return quote(path) if path is not None and f"course/{path}" in course.source.images else ""
