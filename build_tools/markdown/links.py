"""Links are written as they work on disk; here they become links that work on the site."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from build_tools.markdown.extension import TrellisExtension


class Links(Treeprocessor):
    """Asks the context for every link and image."""

    def __init__(self, owner: TrellisExtension, md: Markdown) -> None:
        self.owner = owner
        super().__init__(md)

    def run(self, root: etree.Element) -> None:
        """Rewrite addresses in place."""
        context = self.owner.context
        for element in root.iter("a"):
            href = element.get("href")
            if href is None:
                continue
            if href.startswith("term:"):
                element.set("href", context.term(href.removeprefix("term:")))
                element.set("class", f"{element.get('class', '')} tr-term".strip())
            elif re.match(r"https?:", href, re.I):
                # Where the reader goes is told nothing about where they come from.
                element.set("rel", "noreferrer")
                element.set("class", f"{element.get('class', '')} tr-external".strip())
            else:
                element.set("href", context.link(href))
        for element in root.iter("img"):
            if (src := element.get("src")) is not None:
                element.set("src", context.link(src))
                element.set("loading", "lazy")
                for name, length in zip(("width", "height"), context.size(src) or (), strict=False):
                    element.set(name, str(length))
