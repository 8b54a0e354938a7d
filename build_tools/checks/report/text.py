"""For people: position, message, the line with a caret below, a hint.

What one rule finds in one file more than twenty times is one habit: the rest is only counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from build_tools.core.diagnostics import Diagnostic
from build_tools.core.source import Source

WIDTH = 100
MOST = 20


def render(diagnostics: Iterable[Diagnostic], source: Source) -> str:
    """Print the findings; one blank line between two."""
    return "\n\n".join(_told(list(diagnostics), source))


def _told(diagnostics: list[Diagnostic], source: Source) -> Iterator[str]:
    left = Counter((d.file, d.code) for d in diagnostics)
    told = Counter[tuple[str, str]]()
    for d in diagnostics:
        same = d.file, d.code
        told[same] += 1
        left[same] -= 1
        if told[same] <= MOST:
            yield _one(d, source)
        elif not left[same]:
            more = f"{told[same] - MOST:,} more of {d.code}"
            yield f"{d.file}: {more}; to read them all: trellis check --format html"


def _one(diagnostic: Diagnostic, source: Source) -> str:
    d = diagnostic
    lines = [f"{d.file}:{d.line}:{d.column}: {d.severity} {d.code} {d.message}"]
    shown = source.line(d.file, d.line)
    if shown.strip():
        lines += _excerpt(shown, d.line, d.column)
    if d.hint:
        lines.append(f"    hint: {d.hint}")
    return "\n".join(lines)


def _excerpt(line: str, number: int, column: int) -> list[str]:
    """Show the line, cut round the column where it is long; what cannot be seen becomes a space."""
    line = "".join(c if c.isprintable() else " " for c in line)
    start = max(0, column - 1 - WIDTH // 2) if len(line) > WIDTH else 0
    part = line[start : start + WIDTH]
    before = "…" if start else ""
    after = "…" if start + WIDTH < len(line) else ""
    caret = " " * (column - 1 - start + len(before)) + "^"
    return [f"{number:5} | {before}{part}{after}", f"        {caret}"]
