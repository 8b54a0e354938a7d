"""Writes ``true`` or ``false`` where one of the two belongs and its meaning is plain.

``yes``, ``on``, ``True`` and a quoted ``"true"`` become ``true``; ``no``, ``off``, ``False`` and
a quoted ``"false"`` become ``false``.
"""

from __future__ import annotations

from build_tools.checks.fixes import Edit
from build_tools.checks.spans import scalar_at
from build_tools.core.diagnostics import Diagnostic
from build_tools.core.source import Source

MEANT = {"yes": "true", "on": "true", "true": "true", "no": "false", "off": "false"} | {
    "false": "false"
}


def fix(text: str, diagnostic: Diagnostic, source: Source) -> list[Edit]:
    """Replace the value, with the quotation marks round it."""
    if not diagnostic.message.startswith("true or false is expected"):
        return []
    value = scalar_at(text, diagnostic.line, diagnostic.column)
    if value is None or value.is_key or not value.is_simple(text):
        return []
    meant = MEANT.get(value.value.lower())
    return [Edit(value.start, value.end, meant)] if meant else []
