"""The workbench on which pages are made: one renderer, one bibliography, one set of templates."""

from __future__ import annotations

import gettext
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from build_tools.activities import FOLDER as ACTIVITIES
from build_tools.markdown.bibliography import bibliography_of
from build_tools.markdown.renderer import Renderer
from build_tools.model.course import Course
from build_tools.model.module import Module
from build_tools.pages import wording
from build_tools.pages.leaving import Leaving
from build_tools.pages.page import Page
from build_tools.pages.site import Site
from build_tools.pages.writer import Writer

TEMPLATES = Path(__file__).parent / "kinds"
# Instruments have templates too, named from here: two kinds of things may share a folder's name.
PACKAGE = Path(__file__).parent.parent
LOCALE = Path(__file__).parent.parent / "locale"


@cache
def translations(language: str) -> gettext.NullTranslations:
    """Find the words of the interface in a language; English where there are none."""
    return gettext.translation(
        "trellis", LOCALE, languages=[language.replace("-", "_")], fallback=True
    )


@cache
def templates(language: str) -> jinja2.Environment:
    """Our own templates, apart from any theme's; text is escaped unless marked safe.

    Kept from one build to the next, since a preview would else compile them at every change.
    """
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([TEMPLATES, ACTIVITIES, PACKAGE]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
    )
    environment.install_gettext_translations(translations(language), newstyle=True)  # type: ignore[attr-defined]
    environment.filters.update(wording.filters(language))
    return environment


class Builder:
    """Holds what all pages of a course share."""

    def __init__(self, course: Course, site: Site) -> None:
        self.course = course
        self.site = site
        self.renderer = Renderer()
        self.bibliography = bibliography_of(
            course.references, (key for key, _ in course.citations())
        )
        self.translations = translations(course.file.language)
        self.leaving = Leaving(course)

    @cached_property
    def members(self) -> Mapping[str, list[Module]]:
        """The published modules of each area, in order."""
        members: dict[str, list[Module]] = defaultdict(list)
        for module in self.course.published:
            members[module.area].append(module)
        return members

    def render(self, template: str, **values: Any) -> Markup:
        """Fill one of our templates, which all know the course."""
        made = templates(self.course.file.language).get_template(template)
        return Markup(made.render(course=self.course, **values))

    def page(
        self,
        template: str,
        uri: str,
        title: str,
        description: str,
        *,
        sources: Iterable[str] = (),
        meta: dict[str, Any] | None = None,
        search: Iterable[tuple[str, str, str]] = (),
        **values: Any,
    ) -> Page:
        """Fill a template and make a page of it."""
        sources = tuple(sources)
        writer = Writer(self, uri, sources[0] if sources else uri, values.get("module"))
        html = self.render(
            f"{template}.html", page=writer, title=title, description=description, **values
        )
        return Page(
            uri=uri,
            title=title,
            description=description,
            html=html,
            slots=tuple(writer.slots),
            sources=sources,
            search=(*search, *writer.search),
            has_activities=writer.has_activities,
            meta=meta or {},
        )
