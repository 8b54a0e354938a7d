"""The Python-Markdown extension ``trellis``."""

from __future__ import annotations

from typing import Any

from markdown import Extension, Markdown

from build_tools.markdown.blocks import TrellisBlocks
from build_tools.markdown.citations import Citations
from build_tools.markdown.context import Context, NoCourse
from build_tools.markdown.headings import HeadingAddresses
from build_tools.markdown.links import Links
from build_tools.markdown.safety import PlainFences, SafeAttributes, refuse_raw_html


class TrellisExtension(Extension):
    """Blocks, citations, glossary terms, links and safety.

    ``context`` is changed from page to page by whoever holds the instance. It is an attribute
    since Python-Markdown turns configuration values into text.
    """

    def __init__(self, **kwargs: Any) -> None:
        self.context: Context = NoCourse()
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:
        """Register everything; raw HTML goes last, since other extensions put it back."""
        TrellisBlocks(self).extendMarkdown(md)
        # Before links (160) and references (170), which also begin with “[”; after code (190).
        md.inlinePatterns.register(Citations(self, md), "trellis-citations", 172)
        if "toc" in md.treeprocessors:
            # Before inline marks (20), while a heading still is as it was written.
            md.treeprocessors.register(HeadingAddresses(md), "trellis-headings", 25)
        # After attribute lists (8), so that what those add is seen.
        md.treeprocessors.register(Links(self, md), "trellis-links", 7)
        md.treeprocessors.register(SafeAttributes(md), "trellis-safety", 6)
        # Before code blocks (25).
        md.preprocessors.register(PlainFences(md), "trellis-fences", 26)
        refuse_raw_html(md)
