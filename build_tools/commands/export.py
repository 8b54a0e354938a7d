"""``trellis export``: the course in another form."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from build_tools.checks.report import formats
from build_tools.commands._shared import (
    FOLDER,
    count,
    course_option,
    fail,
    fail_inside_sources,
    find_course,
    loaded,
)
from build_tools.core.diagnostics import Severity
from build_tools.exports import docs_tree


@click.group("export")
def command() -> None:
    """Hand the course on in another form."""


@command.command("docs-tree")
@click.argument("out", type=FOLDER)
@course_option
def export_docs_tree(out: Path, folder: Path | None) -> None:
    """Write the pages as Markdown, for other site generators."""
    root = find_course(folder)
    fail_inside_sources(root, out)
    if out.exists() and any(out.iterdir()):
        fail(f"{out} is not empty; choose a new folder")
    course, found = loaded(root)
    errors = [d for d in found if d.severity is Severity.ERROR]
    if errors:
        click.echo(formats()["text"](errors, course.source))
        sys.exit(1)
    try:
        pages = docs_tree.export(course, out)
    except OSError as problem:
        fail(f"{out} could not be written: {problem.strerror}")
    click.echo(f"Wrote {count(len(pages), 'page')} to {out}")
