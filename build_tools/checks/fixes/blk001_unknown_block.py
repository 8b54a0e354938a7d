"""Corrects the first line of a block: its name, a missing hyphen, a missing slash.

Only if one known name alone is near. Where the line opened no block before, it is changed only if a
line that was to close it is there, so that the block swallows nothing.
"""

from __future__ import annotations

import re
from difflib import get_close_matches

from build_tools.checks.block_lines import odd_openings
from build_tools.checks.fixes import Edit
from build_tools.checks.spans import line_end, offset
from build_tools.core.blocks import KINDS
from build_tools.core.diagnostics import Diagnostic
from build_tools.core.document import BLOCK_START, Block, Document, scan
from build_tools.core.source import Source

# Nearer than a hint has to be, so that no word that was meant as text becomes a block.
NEAR = 0.8


def fix(text: str, diagnostic: Diagnostic, source: Source) -> list[Edit]:
    """Put the right name in the line that the finding points at."""
    document = scan(text, diagnostic.file)
    for block in document.blocks:
        if block.line == diagnostic.line:
            return _named(text, block)
    return _opened(text, document, diagnostic)


def _named(text: str, block: Block) -> list[Edit]:
    name = _meant(block.name)
    start = offset(text, block.line, 1)
    match = BLOCK_START.match(text[start : line_end(text, start)])
    if not name or block.name in KINDS or match is None:
        return []
    return [Edit(start + match.start(2), start + match.end(2), name)]


def _opened(text: str, document: Document, diagnostic: Diagnostic) -> list[Edit]:
    opening = next((o for o in odd_openings(document) if o.line == diagnostic.line), None)
    name = _meant(opening.name) if opening else ""
    if opening is None or not name:
        return []
    start = offset(text, opening.line, opening.column)
    end = line_end(text, start)
    head, bar, argument = text[start:end].partition("|")
    # What stands between the name and the bar must be a slip of the pen, not words to keep.
    if not re.fullmatch(r"/+[ \t]*[\w-]+(?:[ \t]+[\w-]+)*[ \t]*:?[ \t]*", head):
        return []
    line = "/" * max(3, opening.slashes) + f" {name}"
    edit = Edit(start, end, f"{line} |{argument}" if bar else line)
    return [edit] if _closes(text, document, edit, opening.line) else []


def _meant(written: str) -> str:
    """Find the one block that a name was meant to be."""
    near = get_close_matches(written.lower(), KINDS, n=2, cutoff=NEAR)
    if written.lower() in KINDS:
        return written.lower()
    return near[0] if len(near) == 1 else ""


def _closes(text: str, before: Document, edit: Edit, line: int) -> bool:
    """Say whether an edit only makes a stray closing line close the block that it opens."""
    after = scan(text[: edit.start] + edit.replacement + text[edit.end :], before.file)
    opened = [block for block in after.blocks if block.line == line]
    others = {(b.line, b.end) for b in after.blocks if b.line != line}
    stray = set(before.stray_ends) - set(after.stray_ends)
    return (
        len(opened) == 1
        and stray == {opened[0].end}
        and others == {(block.line, block.end) for block in before.blocks}
    )
