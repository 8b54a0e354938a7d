"""For GitHub: workflow commands that become annotations beside the lines of a change."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.core.diagnostics import Diagnostic
from build_tools.core.source import Source


def render(diagnostics: Iterable[Diagnostic], source: Source) -> str:
    """Give one ``::error`` or ``::warning`` command a line."""
    return "\n".join(
        f"::{d.severity} file={_property(d.file)},line={d.line},col={d.column},"
        f"title={_property(f'{d.code} {d.name}')}::{_data(f'{d.message}. {d.hint}'.rstrip('. '))}"
        for d in diagnostics
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
