"""Puts a space in place of every invisible line break of the file; it is read as one already."""

from __future__ import annotations

from build_tools.checks.fixes import Edit
from build_tools.core.diagnostics import Diagnostic
from build_tools.core.source import Source
from build_tools.core.yaml_text import ODD_BREAKS


def fix(text: str, diagnostic: Diagnostic, source: Source) -> list[Edit]:
    """Mend the whole file: the finding stands for all of its invisible line breaks."""
    return [Edit(index, index + 1, " ") for index, sign in enumerate(text) if sign in ODD_BREAKS]
