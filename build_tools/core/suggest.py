"""“Did you mean …?” for names that were nearly right."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(given: str, known: Iterable[str]) -> str:
    """Find the known word that a name was nearly, or nothing."""
    words = sorted(set(known))
    near = get_close_matches(given.lower(), [w.lower() for w in words], n=1, cutoff=0.6)
    return next(w for w in words if w.lower() == near[0]) if near else ""


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """Give a hint that names the nearest known word, or lists the words when few, or nothing."""
    words = sorted(set(known))
    if near := nearest(given, words):
        return f"did you mean “{near}”?"
    if 0 < len(words) <= 14:
        return "use one of: " + ", ".join(words)
    return ""
