"""Sentences, and what in them is quoted or only mentioned, not said."""

from __future__ import annotations

import re
from functools import lru_cache

# What is bounded here is bounded for the sake of texts that are no texts, such as a line of dots.
QUOTATION = re.compile(
    r"“[^”]*(?:”|$)|\"[^\"]*\"|(?<!\w)‘.{1,600}?’(?!\w)|(?<!\w)'(?=\S).{1,600}?(?<=\S)'(?!\w)"
)
SENTENCE_END = re.compile(r"[.!?…]{1,9}[”’\"')\]]{0,9}\s+(?=[“‘\"'(\[]{0,9}(\S))")
# A full stop after these does not end a sentence; nor does one after a single capital letter.
NEVER_LAST = frozenset(
    {"mr", "mrs", "ms", "dr", "prof", "st", "e.g", "i.e", "vs", "cf", "no", "fig", "al", "approx"}
)
MENTION = re.compile(
    r"\b(?:avoid|instead of|rather than|in place of|not say|never say|"
    r"no longer say|not call|never call|"
    r"not write|not use|never use|stop saying|the (?:words?|labels?|terms?|phrases?)|"
    r"words? (?:such as|like)|labels?|(?:don[’']t|do not) (?:say|write|call|use)|so-called)\b",
    re.I,
)


@lru_cache(maxsize=100_000)
def without_quotations(text: str) -> str:
    """Blank out what stands between paired quotation marks, so that indexes still hold."""
    if not any(mark in text for mark in "“\"‘'"):
        return text
    return QUOTATION.sub(lambda match: " " * len(match.group()), text)


@lru_cache(maxsize=100_000)
def sentences(text: str) -> tuple[tuple[int, str], ...]:
    """Cut a text into sentences, each with the index where it begins."""
    found, start = [], 0
    for match in SENTENCE_END.finditer(text):
        before = text[start : match.start()].rsplit(None, 1)[-1:] or [""]
        word = before[0].lstrip("“‘\"'([")
        following = match.group(1)
        if not (following.isupper() or following.isdigit()):
            continue
        if match.group()[0] == "." and (
            word.lower() in NEVER_LAST or (len(word) == 1 and word.isupper() and word != "I")
        ):
            continue
        found.append((start, text[start : match.end()].rstrip()))
        start = match.end()
    if text[start:].strip():
        found.append((start, text[start:].rstrip()))
    return tuple(found)


def mentioned(text: str, index: int) -> bool:
    """Say whether the sentence round an index talks about a word: “avoid …”, “the label …”."""
    return any(
        start <= index < start + len(sentence) and MENTION.search(sentence) is not None
        for start, sentence in sentences(text)
    )
