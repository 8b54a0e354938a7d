"""``[@samhsa2014; @phac2018]`` in a text."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from build_tools.core.document import CITATION

if TYPE_CHECKING:
    from build_tools.markdown.extension import TrellisExtension


class Citations(InlineProcessor):
    """Replaces a citation by the words the context gives."""

    def __init__(self, owner: TrellisExtension, md: Markdown) -> None:
        self.owner = owner
        super().__init__(CITATION.pattern, md)

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | str, int, int]:
        """Ask the context and hide its HTML from further parsing."""
        keys = tuple(re.findall(r"@([\w:.-]+)", m.group(1)))
        return self.md.htmlStash.store(str(self.owner.context.cite(keys))), m.start(0), m.end(0)
