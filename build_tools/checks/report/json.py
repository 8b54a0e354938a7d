"""For programs: one object with a summary and the list of findings."""

from __future__ import annotations

import json
from collections.abc import Iterable

from build_tools.core.diagnostics import Diagnostic, Severity
from build_tools.core.source import Source


def render(diagnostics: Iterable[Diagnostic], source: Source) -> str:
    """Give ``{"summary": {errors, warnings, files}, "diagnostics": […]}``."""
    found = list(diagnostics)
    summary = {
        "errors": sum(d.severity is Severity.ERROR for d in found),
        "warnings": sum(d.severity is Severity.WARNING for d in found),
        "files": len({d.file for d in found}),
    }
    return json.dumps(
        {"summary": summary, "diagnostics": [d.as_dict() for d in found]},
        indent=2,
        ensure_ascii=False,
    )
