"""For trainers: one page with every finding, file by file, and the manual of each rule below.

The page holds all it needs: no script, nothing from another place. It follows the light or dark
colours of the device, and can be printed. Letters beyond ASCII are written as references, so that
no console can garble them on the way into a file:  trellis check --format html > findings.html
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

import jinja2
from markupsafe import Markup

from build_tools.checks import manual
from build_tools.checks.excerpts import Excerpt, excerpt, whole
from build_tools.checks.run import known_rules
from build_tools.core.diagnostics import Diagnostic, Severity
from build_tools.core.source import Source

WIDTH = 160


def render(diagnostics: Iterable[Diagnostic], source: Source) -> str:
    """Give a whole page; counts come first."""
    found = sorted(diagnostics)
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    codes = sorted({d.code for d in found})

    def shown(diagnostic: Diagnostic) -> Excerpt | None:
        line = source.line(diagnostic.file, diagnostic.line)
        return excerpt(line, diagnostic.column, WIDTH) if line.strip() else None

    page = environment.get_template("html.html").render(
        course=_title(source),
        files=[(file, list(group)) for file, group in groupby(found, lambda d: d.file)],
        errors=sum(d.severity is Severity.ERROR for d in found),
        warnings=sum(d.severity is Severity.WARNING for d in found),
        rules=[known_rules()[code] for code in codes],
        shown=shown,
        whole=whole,
        examples=manual.examples,
        words=lambda text: Markup(manual.html(manual.words(text))),
    )
    return page.encode("ascii", "xmlcharrefreplace").decode()


def _title(source: Source) -> str:
    """Name the course, or its folder where its own file cannot be read."""
    data = source.yaml("course/course.yml")
    title = data.get("title") if isinstance(data, dict) else None
    return str(title) if isinstance(title, str) and title.strip() else source.root.resolve().name
