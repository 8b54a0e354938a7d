"""The sentences of a text that rest on a source, for whoever looks whether they are right.

A citation belongs to the sentence that it stands in. What the paragraph says before it, since the
last citation, comes along: “It was a small study” says little by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from build_tools.checks.prose import ANSWER, ITEM, QUOTED_LINE, TABLE_RULE, visible_lines
from build_tools.checks.sentences import sentences
from build_tools.core.document import BLOCK_END, BLOCK_START, CITATION, Document, cited_keys

HEADING = re.compile(r" {0,3}#{1,6}\s")


class CitedSentence(NamedTuple):
    """A sentence in Markdown, what leads up to it, its sources, and the heading above it."""

    text: str
    before: str
    keys: tuple[str, ...]
    heading: str


def cited_sentences(document: Document) -> Iterator[CitedSentence]:
    """Give every sentence of a document with a citation, in the order of the text."""
    for line, paragraph in _paragraphs(document):
        if not CITATION.search(paragraph):
            continue
        above = [heading.text for heading in document.headings if heading.line < line]
        before: list[str] = []
        for _, sentence in sentences(paragraph):
            if keys := cited_keys(sentence):
                heading = above[-1] if above else ""
                keys = list(dict.fromkeys(keys))
                lead = _whole(" ".join(before))
                yield CitedSentence(_whole(sentence), lead, tuple(keys), heading)
                before = []
            else:
                before.append(sentence)


def _whole(sentence: str) -> str:
    """Take out bold that begins or ends in a neighbouring sentence, which would show as stars."""
    return sentence if sentence.count("**") % 2 == 0 else sentence.replace("**", "")


def _paragraphs(document: Document) -> Iterator[tuple[int, str]]:
    """Give paragraphs, items of lists and rows of tables as one line each, with their place."""
    first, pile = 0, list[str]()
    for number, line in enumerate([*visible_lines(document), ""], 1):
        item = ITEM.match(line) or QUOTED_LINE.match(line) or ANSWER.match(line)
        row = line.lstrip().startswith("|")
        ends = not line.strip() or BLOCK_START.match(line) or BLOCK_END.match(line)
        if ends or item or row or HEADING.match(line):
            if pile:
                yield first, " ".join(pile)
            first, pile = number, []
        if row and not TABLE_RULE.match(line):
            yield number, " · ".join(cell.strip() for cell in line.strip().strip("|").split("|"))
        elif not (ends or row or HEADING.match(line)):
            pile.append(line[item.end() :].strip() if item else line.strip())
