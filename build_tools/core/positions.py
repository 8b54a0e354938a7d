"""Lines and columns of a place in a text."""

from __future__ import annotations


def position(text: str, index: int) -> tuple[int, int]:
    """Turn a character index into a line and a column, both from 1, counting only ``\\n``."""
    index = min(max(index, 0), len(text))
    return text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1
