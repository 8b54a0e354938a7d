"""Slips of the hand that make YAML unreadable, found by how a line looks.

YAML tells where it lost the thread, which is often the line below; what a tired hand typed, or a
word processor put in, is better shown where it stands.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# Word and web pages put these where a space was typed; some have no width at all.
ODD_SPACES = "\u00a0\u00ad\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff"
LEFT_BY_GIT = re.compile(r"(?m)^(?:<{7}|>{7}|={7}$)")
_FIELD = r"^\s*(?:- +)?[A-Za-z][\w-]*"
_SLIPS = (
    (
        rf"(?:^[ -]*|{_FIELD} *: *)([{ODD_SPACES}])",
        "an odd space stands here, which text from Word or a web page brings with it",
        "delete it and type an ordinary space; the lines beside it may have some too",
    ),
    (
        rf"{_FIELD}:([^\s/:])",
        "a space is missing between the colon and this text",
        "write “field: value”, with a space behind the colon",
    ),
    (rf"{_FIELD} ?(=)", "“=” stands where a colon belongs", "write “field: value”"),
    (
        r"^\s*([\u2010-\u2015\u2212•·‣▪◦*])\s+\S",
        "YAML does not know this sign as the beginning of a part of a list",
        "type a hyphen and a space: “- ”",
    ),
    (r"^\s*-([A-Za-z])", "a space is missing behind the hyphen", "type a hyphen and a space: “- ”"),
)
_OPENS_A_QUOTATION = re.compile(_FIELD + r": +(?P<mark>[\"'])(?P<rest>.*)$")


class Slip(NamedTuple):
    """A slip with its place, both from 1, and what to tell of it."""

    line: int
    column: int
    message: str
    hint: str


def find(text: str, line: int, *, unaligned: bool) -> Slip | None:
    """Find the slip behind a fault of a line: in the one above it that says something, or in it.

    ``unaligned`` says that a line does not line up, which a quotation left open further up can do.
    """
    if git := LEFT_BY_GIT.search(text):
        return Slip(
            text.count("\n", 0, git.start()) + 1,
            1,
            "Git has left two versions of this part, and a line between them",
            "keep one version; delete the other and the lines with <<<<<<<, ======= and >>>>>>>",
        )
    lines = text.split("\n")[:line]
    above = next((n for n in range(len(lines) - 2, -1, -1) if lines[n].strip()), None)
    for number in [n for n in (above, len(lines) - 1) if n is not None]:
        for pattern, message, hint in _SLIPS:
            if match := re.search(pattern, lines[number]):
                return Slip(number + 1, match.start(1) + 1, message, hint)
    if unaligned:
        for number in range(len(lines) - 1, -1, -1):
            match = _OPENS_A_QUOTATION.match(lines[number])
            if match and match["rest"].replace("\\" + match["mark"], "").count(match["mark"]) == 0:
                return Slip(
                    number + 1,
                    match.start("mark") + 1,
                    "a quotation mark is opened here and not closed on its line",
                    f"close it with {match['mark']} at the end of the text, or put the whole text "
                    'in double quotes: "…"',
                )
    return None
