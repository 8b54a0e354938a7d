"""``trellis map``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from build_tools.commands._shared import (
    count,
    course_option,
    fail,
    fail_inside_sources,
    find_course,
)
from build_tools.core.diagnostics import Severity
from build_tools.core.source import read
from build_tools.exports import alignment
from build_tools.model.load import load

SHAPES: dict[str, Callable[..., str]] = {
    "text": alignment.as_text,
    "csv": alignment.as_csv,
    "json": alignment.as_json,
}


@click.command("map")
@course_option
@click.option(
    "--format",
    "shape",
    type=click.Choice(sorted(SHAPES)),
    default="text",
    help="To read here, as a table for a spreadsheet, or for a program.",
)
@click.option(
    "--trace",
    is_flag=True,
    help="Say also which modules and instruments cover each programme element.",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the map into this file.",
)
def command(folder: Path | None, shape: str, trace: bool, out: Path | None) -> None:
    """Show what teaches and what checks each objective, and name the gaps.

    The map has every objective with its sections, questions and tasks, and
    every cell of the capacity grid. As a table, --trace gives the elements of
    the programmes in place of the objectives.
    """
    root = find_course(folder)
    if out is not None:
        fail_inside_sources(root, out)
    course, faults = load(read(root))
    printed = SHAPES[shape](course, trace=trace)
    errors = sum(fault.severity is Severity.ERROR for fault in faults)
    if errors:
        note = f"{count(errors, 'fault')} in the files may leave gaps here that are none."
        click.echo(f"trellis: {note} See them with:  trellis check", err=True)
    if out is None:
        click.echo(printed, nl=False)
        return
    try:
        # Without the mark at the start, Excel on Windows garbles accents and curly quotes.
        out.write_text(printed, encoding="utf-8-sig" if shape == "csv" else "utf-8", newline="\n")
    except OSError as problem:
        fail(f"{out} could not be written: {problem.strerror}")
    click.echo(f"Wrote the map to {out}")
