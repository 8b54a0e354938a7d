"""Comparing what is typed with what is accepted, so that spelling of no account costs nothing.

Capitals, accents, the width of a letter, ligatures, kinds of spaces, dashes, apostrophes and
quotation marks make no difference, nor does punctuation at the ends. `comparing.js` does exactly
the same: both name every character, since what ``\\s`` means differs between the two languages, and
a test compares them for every character there is.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 200
"""How many characters of a typed answer count; the field takes no more."""

# These first, since Unicode's own way takes some of them apart into a space and an accent.
_APOSTROPHES = re.compile(
    "[\u0060\u00b4\u02b9\u02bb\u02bc\u02bd\u02c8\u05f3\u2018-\u201b\u2032\u2035\uff07]"
)
_QUOTES = re.compile(
    "[\u00ab\u00bb\u05f4\u201c-\u201f\u2033\u2036\u2039\u203a\u300c-\u300f\u301d-\u301f\uff02]"
)
_DASHES = re.compile("[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]")
# Accents, Hebrew points, Arabic vowel signs and the stroke that stretches a word, and what is
# not seen at all: soft hyphens, joiners, marks of direction, variants of a glyph.
_MARKS = re.compile(
    "[\u00ad\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u20d0-\u20ff"
    "\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]"
)
_SPACES = re.compile(
    "[\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+"
)
_ENDS = (
    " !\"'(),\\-./:;?\\[\\]_{}"
    "\u00a1\u00b7\u00bf\u060c\u061b\u061f\u06d4\u0964\u0965\u2026\u3001\u3002"
)
_OUTSIDE = re.compile(f"^[{_ENDS}]+|[{_ENDS}]+$")


def comparable(text: str) -> str:
    """Reduce a text to what counts when two are compared; what has no words is empty."""
    text = _QUOTES.sub('"', _APOSTROPHES.sub("'", text[:LONGEST]))
    text = _plain(_DASHES.sub("-", text))
    # There and back again, since JavaScript has no case folding: ß and ẞ become ss, ς becomes σ.
    text = _plain(text.lower().upper().lower()).replace("ς", "σ")
    return _OUTSIDE.sub("", _SPACES.sub(" ", text))


def spaced(text: str) -> str:
    """Keep the words of a text alone, each between spaces, to look for some words among others."""
    words = re.findall(r"[^\W_]+", _plain(text))
    return f" {' '.join(map(comparable, words))} "


def _plain(text: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFKD", text))
