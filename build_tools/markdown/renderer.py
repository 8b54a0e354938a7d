"""One Markdown instance for whole pages and one for the short texts of YAML files."""

from __future__ import annotations

import re
from html import escape

import markdown
from markupsafe import Markup

from build_tools.markdown.context import Context
from build_tools.markdown.extension import TrellisExtension

EXTENSIONS = [
    "tables",
    "attr_list",
    "def_list",
    "footnotes",
    "sane_lists",
    "fenced_code",
    "admonition",
]
# Characters that can begin Markdown inside a line; a text without any needs no parser.
_MARKUP = re.compile(r"[\[\]*_`<>&\\!|#~^=\n]|https?:|^\s*(?:[-+:]|\d+[.)])\s")


class Renderer:
    """Renders Markdown for one course; instances are reused, since making one is slow."""

    def __init__(self) -> None:
        self._pages = TrellisExtension()
        self._texts = TrellisExtension()
        self._page_markdown = markdown.Markdown(extensions=[*EXTENSIONS, "toc", self._pages])
        self._text_markdown = markdown.Markdown(extensions=["sane_lists", self._texts])

    def page(self, text: str, context: Context) -> Markup:
        """Render a whole file; headings get anchors."""
        self._pages.context = context
        return Markup(self._page_markdown.reset().convert(text))

    def text(self, text: str, context: Context) -> Markup:
        """Render a text of a YAML file as blocks: paragraphs and lists."""
        if not _MARKUP.search(text):
            return Markup(f"<p>{escape(text.strip(), quote=False)}</p>")
        self._texts.context = context
        return Markup(self._text_markdown.reset().convert(text))

    def inline(self, text: str, context: Context) -> Markup:
        """Render a text of a YAML file without a paragraph around it, where it is only one."""
        html = self.text(text, context)
        if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
            return Markup(html[3:-4])
        return html
