"""Headings: where they stand in a text, and the address each has on its page.

The scanner and the renderer both ask here, with a heading as it is written, so that a link that
was checked leads where it says. An address leaves out what is no part of the title: a citation,
whose words change with the year of its source, and the number of a footnote.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

HASHES = re.compile(r"^(#{1,6})\s*(.*?)\s*$")
# A title with a line of signs below it; such a title begins a paragraph.
UNDERLINE = re.compile(r"^(=+|-+) *$")
ENDS_A_PARAGRAPH = re.compile(r"^\s*$|^#| {0,3}/{3,}")
ATTRIBUTES = re.compile(r" +\{:? *([^}\n ][^\n]*)\} *$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1–6, its text without markup, its anchor, and its line from 1.

    ``named`` says that the anchor is written in braces behind it, and not made of its words.
    """

    level: int
    text: str
    anchor: str
    line: int
    named: bool = False


def written(lines: list[str]) -> Iterator[tuple[int, str, int]]:
    """Find headings, each with its level, all that is written in it, and its line from 1."""
    for number, line in enumerate(lines, 1):
        if match := HASHES.match(line):
            yield len(match.group(1)), match.group(2).rstrip("#").rstrip(), number
        elif (
            (below := UNDERLINE.match(lines[number] if number < len(lines) else ""))
            and not ENDS_A_PARAGRAPH.match(line)
            and not line.expandtabs(4).startswith("    ")
            and (number == 1 or ENDS_A_PARAGRAPH.match(lines[number - 2]))
        ):
            yield 1 if below.group(1).startswith("=") else 2, line.strip(), number


def split(heading: str) -> tuple[str, str]:
    """Take ``{#here}`` off a heading; give its words, and the address, if it has one of its own."""
    match = ATTRIBUTES.search(heading)
    if match is None or "}" in match.group(1):
        return heading, ""
    named = re.findall(r"(?:^|\s)(?:#|id=[\"']?)([^\s\"']+)", match.group(1))
    return heading[: match.start()].rstrip("#").rstrip(), named[-1] if named else ""


def addresses(headings: Iterable[tuple[str, str]]) -> list[str]:
    """Give the addresses of a page's headings, by the words of each and the address it names.

    An address that is named stays as it is, even twice; one made of words makes way for all others.
    """
    pairs = list(headings)
    used = {named for _, named in pairs if named}
    found = []
    for words, named in pairs:
        address = base = named or slugify(unescape(words))
        count = 1
        while not named and (not address or address in used):
            address, count = f"{base}_{count}", count + 1
        used.add(address)
        found.append(address)
    return found


def slugify(text: str) -> str:
    """Make an anchor of a heading as Python-Markdown's table of contents does."""
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", text).strip().lower())
