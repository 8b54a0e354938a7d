"""One file for each way of printing findings: ``render(diagnostics, source)`` gives the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from build_tools.core.diagnostics import Diagnostic
from build_tools.core.discovery import modules_in
from build_tools.core.source import Source

Render = Callable[[Iterable[Diagnostic], Source], str]


def formats() -> dict[str, Render]:
    """Give every format by its name, which is its file's."""
    return {
        module.__name__.rsplit(".", 1)[1]: module.render
        for module in modules_in("build_tools.checks.report")
    }
