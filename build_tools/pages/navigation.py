"""What a theme needs round a page: the learner's group, previous and next, the page's class.

The navigation lists the current group of modules, never the whole course, so that pages stay small
however large the course grows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from build_tools.model.module import Module
from build_tools.pages.builder import Builder
from build_tools.pages.catalogue import entry
from build_tools.pages.page import Page
from build_tools.pages.site import Site

# A group longer than this is shown as a window round the current module.
WINDOW = 12
TOP = ("index.md", "contents.md")
LINKS = (
    "journey.md",
    "tools/index.md",
    "my-learning.md",
    "review.md",
    "objectives.md",
    "glossary.md",
    "evidence.md",
    "support.md",
)
FOOTER = (
    "support.md",
    "safer-browsing.md",
    "pause.md",
    "my-learning.md",
    "stored.md",
    "offline.md",
    "host.md",
    "accessibility.md",
    "about.md",
    "evidence.md",
    "objectives.md",
    "glossary.md",
    "trainers/index.md",
)


def framed(page: Page, builder: Builder) -> Page:
    """Add what the theme's templates read from ``page.meta``."""
    course = builder.course
    module = _module_of(page.uri, builder)
    meta: dict[str, Any] = {
        "title": page.title,
        "description": page.description,
        **page.meta,
        "trellis": {
            "kind": page.uri.removesuffix(".md"),
            "activities": page.has_activities,
            "styled": page.has_activities or bool(page.meta.get("styled")),
            "learner": bool(page.meta.get("learner")),
            "tools": bool(page.meta.get("tools")),
            "exit": builder.leaving.stands_on(page.uri),
            "group": _group(module, page.uri, builder) if module else None,
            "language": course.file.language,
            "catalogue": entry(page, builder),
        },
    }
    if page.uri.startswith("trainers/"):
        meta["robots"] = "noindex"
    return replace(page, meta=meta)


def site_links(site: Site, gettext: Callable[[str], str]) -> dict[str, list[dict[str, str]]]:
    """Give the links that stand on every page: at the top, below the navigation, in the footer."""
    titles = {
        "index.md": gettext("Home"),
        "contents.md": gettext("All modules"),
        "journey.md": gettext("The journey"),
        "tools/index.md": gettext("Plans and forms"),
        "my-learning.md": gettext("My learning"),
        "review.md": gettext("Look again"),
        "stored.md": gettext("What this site stores"),
        "offline.md": gettext("Use it without internet"),
        "support.md": gettext("Support"),
        "safer-browsing.md": gettext("How to browse more safely"),
        "pause.md": gettext("Take a pause"),
        "host.md": gettext("Who hosts this course"),
        "accessibility.md": gettext("Accessibility"),
        "about.md": gettext("About this course"),
        "evidence.md": gettext("Evidence and its limits"),
        "objectives.md": gettext("Objectives"),
        "glossary.md": gettext("Words explained"),
        "trainers/index.md": gettext("For trainers"),
    }
    return {
        name: [
            {"title": titles[link], "address": site.address(link), "kind": link.removesuffix(".md")}
            for link in wanted
            if link in site.uris
        ]
        for name, wanted in (("top", TOP), ("links", LINKS), ("footer", FOOTER))
    }


def _module_of(uri: str, builder: Builder) -> Module | None:
    parts = uri.split("/")
    if parts[0] in ("modules", "quizzes") and len(parts) > 1:
        return builder.course.modules.get(parts[1].removesuffix(".md"))
    return None


def _group(module: Module, uri: str, builder: Builder) -> dict[str, Any]:
    course, site = builder.course, builder.site
    area = next((a for a in course.file.areas if a.id == module.area), None)
    members = builder.members[module.area]
    here = next((place for place, m in enumerate(members) if m is module), None)
    if here is None:
        members, here = [*members, module], len(members)
    start = max(0, min(here - WINDOW // 2, len(members) - WINDOW))
    shown = members[start : start + WINDOW]
    return {
        "title": area.title if area else module.area,
        "more": builder.translations.gettext("More in this area")
        if len(members) > len(shown)
        else "",
        "items": [
            {
                "title": m.title,
                "address": site.address(f"{m.folder}/index.md"),
                "current": uri == f"{m.folder}/index.md",
                "children": _children(m, uri, builder) if m is module else [],
            }
            for m in shown
        ],
    }


def _children(module: Module, uri: str, builder: Builder) -> list[dict[str, Any]]:
    site = builder.site
    pages = [
        (f"{module.folder}/{name}", document.headings[0].text if document.headings else name)
        for name, document in module.documents.items()
        if name != "index.md"
    ]
    if module.id in builder.course.known["quiz"]:
        pages.append((f"quizzes/{module.id}.md", builder.translations.gettext("Practice quiz")))
    return [
        {"title": title, "address": site.address(child), "current": child == uri}
        for child, title in pages
    ]
