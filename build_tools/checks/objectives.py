"""What several rules on objectives need: the first word, and whether a text is about teaching."""

from __future__ import annotations

import re

from build_tools.core.document import plain

_EDGES = " .,:;!?…“”‘’\"'()"

LEARNERS = r"(?:learners?|participants?|trainees?|students?|attendees?|delegates?)"
_TEACHER = re.compile(
    # the module, or whoever runs it, is who acts
    r"(?:this|the|our)\s+(?:module|session|course|unit|training|workshop|page|chapter)\b"
    r"|(?:the\s+|your\s+)?(?:trainer|facilitator|tutor|teacher|instructor|presenter)s?\b"
    # somebody does something to learners
    r"|(?:allow|enable|encourage|equip|expose|familiarise|familiarize|give|help|introduce|offer|prepare"
    r"|present|provide|remind|show|support|teach|train)\s+(?:[\w-]+\s+){0,3}?"
    rf"{LEARNERS}\b(?!['’])"
    # something is passed on
    r"|(?:give|offer|present|provide|deliver)\s+(?:an?\s+)?(?:\w+\s+)?(?:overview|introduction)\b"
    r"|(?:raise|increase|build|promote|create)\s+(?:[\w-]+\s+)?awareness\b"
    r"|introduce\s+(?:the\s+)?(?:idea|concept|theory|topic|subject|basics|principles|model|notion)s?\b"
    r"|cover\s+(?:the\s+)?(?:basics|principles|theory|topics?|main|key|essentials|fundamentals)\b",
    re.IGNORECASE,
)


def first_word(text: str) -> str:
    """Give the first word as written, without markup and punctuation round it."""
    words = plain(text).split()
    return words[0].strip(_EDGES) if words else ""


def about_teaching(text: str) -> str:
    """Give the opening words that say what a trainer or a module does, or nothing."""
    match = _TEACHER.match(plain(text).strip(_EDGES))
    return match.group() if match else ""
