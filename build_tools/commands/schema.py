"""``trellis schema``."""

from __future__ import annotations

from pathlib import Path

import click

from build_tools.commands._shared import course_option, fail, find_course
from build_tools.starters import new as make


@click.command("schema")
@course_option
def command(folder: Path | None) -> None:
    """Write files that let an editor help you while you type.

    They go into .trellis/schemas/. Editors that know YAML then suggest
    fields and show what each one is for.
    """
    root = find_course(folder)
    try:
        make.write_schemas(root)
    except OSError as problem:
        fail(f"{problem.filename} could not be written: {problem.strerror}")
    click.echo(f"Written to {root / make.SCHEMAS}")
