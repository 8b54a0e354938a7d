"""The button that leaves the site at once: on which pages it stands, and what it says."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from build_tools.model.course import Course
from build_tools.model.module import Module
from build_tools.pages.site import Site

# Being seen with a page on these can put a reader in danger. Suicide counts as self-harm.
RISKY = frozenset({"violence", "abuse", "self-harm"})
SUPPORT, SAFETY = "support.md", "safer-browsing.md"
# Where the button goes when there is no network: an ordinary page that says nothing of a course.
NEUTRAL = "kitchen-measures.html"
ICON = "assets/images/plain.svg"


class Leaving:
    """Which pages of a course have the button, by ``host.yml`` and the content notes."""

    def __init__(self, course: Course) -> None:
        self.course = course

    @cached_property
    def flagged(self) -> frozenset[str]:
        """The modules with a content note, of any exposure, on what puts a reader at risk."""
        return frozenset(
            module.id
            for module in self.course.modules.values()
            if any(note.theme in RISKY for note in module.content_notes)
        )

    def is_flagged(self, module: Module) -> bool:
        """Say whether a module is one of them."""
        return module.id in self.flagged

    @cached_property
    def everywhere(self) -> bool:
        """Whether every page has it: home, search and map name the flagged modules too."""
        show = self.course.host.exit.show
        return show == "always" or (show == "auto" and bool(self.flagged))

    def stands_on(self, uri: str) -> bool:
        """Say whether a page has it."""
        if self.everywhere or self.course.host.exit.show != "flagged":
            return self.everywhere
        parts = uri.removesuffix(".md").split("/")
        of_module = len(parts) > 1 and parts[0] in ("modules", "quizzes")
        return bool(self.flagged) and (uri == SUPPORT or (of_module and parts[1] in self.flagged))


def button(course: Course, site: Site, gettext: Callable[[str], str]) -> dict[str, Any]:
    """What the theme prints: words, and where the button leads with and without a network."""
    exit = course.host.exit
    return {
        "everywhere": Leaving(course).everywhere,
        "label": exit.label,
        # Pages that are opened from a folder may have no network.
        "url": exit.url if site.directory_urls else NEUTRAL,
        "local": NEUTRAL,
        "tab_title": exit.tab_title,
        "icon": ICON,
        "safety": {"title": gettext("How to browse more safely"), "address": site.address(SAFETY)},
        "counts": [
            gettext("Shift pressed once. Twice more to leave this page."),
            gettext("Shift pressed twice. Once more to leave this page."),
        ],
        "leaving": gettext("Leaving this page."),
    }
