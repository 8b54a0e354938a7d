"""Nothing a trainer writes can run: raw HTML is shown as text, and attributes are sifted.

Raw HTML is not parsed at all, which is safer than cleaning it. What Markdown itself can make is
then held to lists: addresses of known kinds, attributes that cannot carry code or style.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from html import unescape

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from build_tools.core.attributes import ATTRIBUTES, OF_THE_FRAME

SAFE_LINK = re.compile(r"(?:https?:|mailto:|tel:|sms:|#|\?|\.{0,2}/|[^:/?#]*(?:[/?#]|$))", re.I)
SAFE_IMAGE = re.compile(r"(?!//)(?:\.{0,2}/|[^:/?#]+(?:[/?#]|$))")
FENCE_ATTRIBUTES = re.compile(r"^((?:`{3,}|~{3,})[^\n{`]*)\{([^\n]*)\}[ ]*$")
ALIGNMENT = re.compile(r"text-align:\s*(left|right|center)")


def refuse_raw_html(md: Markdown) -> None:
    """Take the parsers of raw HTML out, so that a tag in a text is shown as it was typed."""
    for registry, name in ((md.preprocessors, "html_block"), (md.inlinePatterns, "html")):
        if name in registry:
            registry.deregister(name)


def safe_link(address: str) -> bool:
    """Say whether a link may stay: a known scheme or a path, never ``javascript:`` or ``data:``."""
    # Browsers skip control characters and spaces inside a scheme, so “java\nscript:” is one.
    return bool(SAFE_LINK.match(_as_read(address)))


def _as_read(address: str) -> str:
    """Give an address as a browser reads it: it also turns “&#106;” into “j”."""
    return re.sub(r"[\x00-\x20\x7f]", "", unescape(address))


class PlainFences(Preprocessor):
    """Takes attributes off code blocks: their HTML is hidden before `SafeAttributes` could look."""

    def run(self, lines: list[str]) -> list[str]:
        """Keep the language and the classes of each fence."""
        return [FENCE_ATTRIBUTES.sub(self._classes, line) for line in lines]

    @staticmethod
    def _classes(fence: re.Match[str]) -> str:
        classes = re.findall(r"\.[\w-]+(?=\s|$)", fence.group(2))
        return f"{fence.group(1)}{{ {' '.join(classes)} }}" if classes else fence.group(1)


class SafeAttributes(Treeprocessor):
    """Removes attributes and addresses that are not on the lists."""

    def run(self, root: etree.Element) -> None:
        """Sift every element in place."""
        for element in root.iter():
            if not isinstance(element.tag, str):
                continue
            if (style := element.get("style")) and (match := ALIGNMENT.search(style)):
                # A strict policy blocks style attributes; the sheet knows these classes.
                classes = f"{element.get('class', '')} tr-{match.group(1)}"
                element.set("class", classes.strip())
            for name in [name for name in element.keys() if name.lower() not in ATTRIBUTES]:  # noqa: SIM118
                del element.attrib[name]
            if element.get("id", "").startswith(OF_THE_FRAME):
                del element.attrib["id"]
            if (href := element.get("href")) is not None and not safe_link(href):
                del element.attrib["href"]
            if (src := element.get("src")) is not None and not SAFE_IMAGE.match(_as_read(src)):
                del element.attrib["src"]
