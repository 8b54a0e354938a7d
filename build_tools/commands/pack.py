"""``trellis pack``."""

from __future__ import annotations

import re
from pathlib import Path

import click

from build_tools.commands._shared import count, course_option, fail, find_course
from build_tools.core.source import read
from build_tools.exports.pack import pack
from build_tools.model.load import load


@click.command("pack")
@course_option
@click.option(
    "--to",
    "target",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Name of the zip. Without it: the course's id and version.",
)
def command(folder: Path | None, target: Path | None) -> None:
    """Put the sources into one zip, to send to a colleague."""
    root = find_course(folder)
    course, _ = load(read(root))
    target = target or Path(f"{course.file.id}-{_in_a_name(course.file.version)}.zip")
    try:
        names = pack(root, target)
    except OSError as problem:
        fail(f"{target} could not be written: {problem.strerror}")
    click.echo(f"Packed {count(len(names), 'file')} into {target}")


def _in_a_name(version: str) -> str:
    """Make a version such as “2026/12” fit for the name of a file."""
    return re.sub(r"[^\w.-]+", "-", version).strip("-.") or "0"
