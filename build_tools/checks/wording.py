"""Looking for expressions that a course should not use in its own voice.

A rule lists its expressions with what to write instead. Text inside quotation marks is left alone,
and so is a sentence that says what to avoid: both show a word in order to talk about it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from build_tools.checks.prose import Passage

# Passages that are searched as one text at first.
RUN = 64


@dataclass(frozen=True, slots=True)
class Expression:
    """Words to find, and what to write in their place.

    ``needle`` is a part in small letters that every match holds: a plain search for it is many
    times faster than the pattern, and most texts hold none.
    """

    needle: str
    pattern: re.Pattern[str]
    instead: str


@dataclass(frozen=True, slots=True)
class Use:
    """An expression found: its passage and index, the words as written, what to write instead."""

    passage: Passage
    index: int
    words: str
    instead: str


def expression(needle: str, pattern: str = "", instead: str = "") -> Expression:
    """Make an expression; without a pattern the needle is looked for as whole words."""
    found = pattern or rf"\b{re.escape(needle)}\b"
    return Expression(needle, re.compile(found, re.I), instead)


def uses(passages: Iterable[Passage], expressions: Iterable[Expression]) -> Iterator[Use]:
    """Find where a course uses expressions in its own voice, in the order of the text."""
    wanted = tuple(expressions)
    for passage in holding(passages, {one.needle for one in wanted}):
        lowered = passage.text.lower()
        present = [one for one in wanted if one.needle in lowered]
        spoken = passage.own_voice
        found = {
            match.start(): Use(passage, match.start(), match.group(), one.instead)
            for one in present
            for match in one.pattern.finditer(spoken)
        }
        for index in sorted(found):
            if not passage.mentions(index):
                yield found[index]


def holding(passages: Iterable[Passage], needles: Collection[str]) -> Iterator[Passage]:
    """Give the passages that hold any of some needles, which are in small letters.

    Most hold none, and one search through many passages is quicker than one through each.
    """
    ahead = iter(passages)
    while run := tuple(islice(ahead, RUN)):
        together = "\n".join(passage.text for passage in run).lower()
        present = [needle for needle in needles if needle in together]
        if present:
            for passage in run:
                lowered = passage.text.lower()
                if any(needle in lowered for needle in present):
                    yield passage
