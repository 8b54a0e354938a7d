"""Writes ``https://`` where the finding says that the site answers to it.

Other sites are left to you: open the link with ``https://`` once, and change it if it works.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.fixes import Edit
from build_tools.checks.spans import Scalar, offset, root_of, scalar_at, scalars
from build_tools.checks.words.secure_sites import answers_securely
from build_tools.core.diagnostics import Diagnostic
from build_tools.core.source import Source

# Where an address begins in a text of a data file: by itself, or in a link.
BEGINS = re.compile(r"\A[\"']?(?=http://)|\]\(\s*<?(?=http://)", re.IGNORECASE)


def fix(text: str, diagnostic: Diagnostic, source: Source) -> list[Edit]:
    """Change the scheme of the address, or of each such address in the field pointed at."""
    start = offset(text, diagnostic.line, diagnostic.column)
    if diagnostic.file.endswith(".md"):
        return list(_secure(text, start))
    value = scalar_at(text, diagnostic.line, diagnostic.column)
    if value is not None and diagnostic.file.endswith(".json"):
        value = _address_beside(text, value)
    if value is None or value.is_key:
        return []
    written = value.written(text)
    return [
        edit
        for match in BEGINS.finditer(written)
        for edit in _secure(text, value.start + match.end())
    ]


def _secure(text: str, start: int) -> Iterator[Edit]:
    if answers_securely(text[start : start + 300]):
        yield Edit(start, start + len("http"), "https")


def _address_beside(text: str, id: Scalar) -> Scalar | None:
    """Find the address of the source whose id a finding points at; JSON reads as YAML."""
    for key, value in id.pairs:
        if key.value == "URL":
            index = value.start_mark.index
            return next((one for one in scalars(root_of(text)) if one.start == index), None)
    return None
