"""From a course to all its pages.

Nothing is read from disk but our own templates, and how large pictures are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from markupsafe import Markup

from build_tools.core.diagnostics import Diagnostic
from build_tools.core.discovery import modules_in
from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.navigation import framed
from build_tools.pages.page import Page
from build_tools.pages.site import Site, uri_of
from build_tools.pages.writer import Writer

KINDS = "build_tools.pages.kinds"


def site_of(course: Course, *, directory_urls: bool = True) -> Site:
    """Find every page and image a course will have, before any is made."""
    uris = {uri for kind in modules_in(KINDS) for uri in kind.uris(course)}
    images = {uri_of(image) for image in course.source.images}
    return Site(uris | images, directory_urls=directory_urls)


def compile_pages(
    course: Course,
    *,
    directory_urls: bool = True,
    diagnostics: Iterable[Diagnostic] = (),
) -> dict[str, Page]:
    """Make every page of a course, by uri.

    Diagnostics, given in a preview, are shown on the pages whose sources they concern, and on the
    home page where they concern none; a built site gets none.
    """
    builder = Builder(course, site_of(course, directory_urls=directory_urls))
    pages = {page.uri: page for kind in modules_in(KINDS) for page in kind.make(builder)}
    pages = {
        uri: _with_frame(framed(page, builder), builder) for uri, page in sorted(pages.items())
    }
    return _with_findings(builder, pages, list(diagnostics))


def _with_frame(page: Page, builder: Builder) -> Page:
    """Add what the scripts of every page need, where no site generator parses it."""
    frame = builder.render("frame.html", page=Writer(builder, page.uri, page.uri))
    return replace(
        page,
        html=page.html + Markup(f"<!--tr:{len(page.slots)}-->"),
        slots=(*page.slots, frame),
    )


def _with_findings(
    builder: Builder, pages: dict[str, Page], diagnostics: list[Diagnostic]
) -> dict[str, Page]:
    by_file: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        by_file.setdefault(diagnostic.file, []).append(diagnostic)
    if not by_file:
        return pages
    owned = {file for page in pages.values() for file in page.sources}
    homeless = [d for d in diagnostics if d.file not in owned]
    for uri, page in pages.items():
        mine = [d for file in page.sources for d in by_file.get(file, [])]
        if uri == "index.md":
            mine += homeless
        if mine:
            panel = builder.render("findings.html", diagnostics=mine)
            pages[uri] = replace(
                page,
                html=Markup(f"<!--tr:{len(page.slots)}-->") + page.html,
                slots=(*page.slots, panel),
            )
    return pages
