"""Deletes a line of slashes that closes a block a second time.

Only straight after the line, just as long, that closed it. Elsewhere the opening line may be what
is missing.
"""

from __future__ import annotations

from build_tools.checks.fixes import Edit
from build_tools.checks.spans import offset, whole_lines
from build_tools.core.diagnostics import Diagnostic
from build_tools.core.document import scan
from build_tools.core.source import Source


def fix(text: str, diagnostic: Diagnostic, source: Source) -> list[Edit]:
    """Delete the line, if the last line above it that is not empty closed a block."""
    document = scan(text, diagnostic.file)
    lines = text.split("\n")
    above = diagnostic.line - 1
    while above and not lines[above - 1].strip():
        above -= 1
    closed = {block.end for block in document.blocks}
    if diagnostic.line not in document.stray_ends or above not in closed:
        return []
    if lines[above - 1].strip() != lines[diagnostic.line - 1].strip():
        return []
    index = offset(text, diagnostic.line, 1)
    return [Edit(*whole_lines(text, index, index), "")]
