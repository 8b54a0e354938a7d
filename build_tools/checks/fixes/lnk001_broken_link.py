"""Turns a link that has the address of a page on the site into the path of its file.

Only where both lead to the same page, so that the link means what it meant.
"""

from __future__ import annotations

import re

from build_tools.checks.fixes import Edit
from build_tools.checks.spans import offset
from build_tools.core.diagnostics import Diagnostic, Severity
from build_tools.core.document import scan
from build_tools.core.source import Source


def fix(text: str, diagnostic: Diagnostic, source: Source) -> list[Edit]:
    """Replace the target of a link in a page; the rule has found the file."""
    better = re.fullmatch(r"did you mean “(.+)”\?", diagnostic.hint)
    # A warning says that the link works on the site: only its way of writing is wrong.
    if better is None or diagnostic.severity is not Severity.WARNING:
        return []
    start = offset(text, diagnostic.line, diagnostic.column)
    for link in scan(text, diagnostic.file).links:
        if (link.line, link.column) == (diagnostic.line, diagnostic.column):
            return [Edit(start, start + len(link.target), better.group(1))]
    return []
