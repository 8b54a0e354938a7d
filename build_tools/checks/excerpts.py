"""A text with the word that a finding points at cut out, so that a page can mark it."""

from __future__ import annotations

import re
from dataclasses import dataclass

# What is marked: a word, or one sign where no word begins.
POINTED_AT = re.compile(r"[\"'“]?[^\W_][\w’'-]*[\"'”]?|/{2,}[ ]?[\w-]*|\S|$")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A text in three parts; ``at`` is what to mark and is never empty."""

    before: str
    at: str
    after: str


def excerpt(text: str, column: int, width: int = 0) -> Excerpt:
    """Mark what begins at a column (from 1) of a line; with a width, cut the line round it."""
    index = min(max(column - 1, 0), len(text))
    match = POINTED_AT.match(text, index)
    end = match.end() if match else index + 1
    start, stop = 0, len(text)
    if width and len(text) > width:
        start, stop = max(0, index - width // 2), max(end, index + width // 2)
    before = ("…" if start else "") + _shown(text[start:index])
    after = _shown(text[end:stop]) + ("…" if stop < len(text) else "")
    return Excerpt(before, _named(text[index:end]), after)


def whole(text: str, line: int, column: int) -> Excerpt:
    """Mark what begins at a line and column, both from 1, of a text of several lines."""
    lines = text.rstrip("\n").split("\n")
    if not 0 < line <= len(lines):
        return Excerpt("", " ", "\n".join(lines))
    part = excerpt(lines[line - 1], column)
    above = "".join(f"{one}\n" for one in lines[: line - 1])
    below = "".join(f"\n{one}" for one in lines[line:])
    return Excerpt(above + part.before, part.at, part.after + below)


def _shown(text: str) -> str:
    """Put a space in place of signs that cannot be seen or would break the line."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _named(text: str) -> str:
    """Name a sign that cannot be seen: it is what is wrong."""
    if not text or text.isspace():
        return f"U+{ord(text[0]):04X}" if text and not text.isprintable() else " "
    return _shown(text)
