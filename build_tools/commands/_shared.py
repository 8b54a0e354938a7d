"""What all commands share: finding the course, judging it, and saying why something cannot be."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from build_tools.checks import judge
from build_tools.core.diagnostics import Diagnostic
from build_tools.core.source import read
from build_tools.model.course import Course
from build_tools.model.load import load

FOLDER = click.Path(file_okay=False, path_type=Path)


def fail(message: str) -> NoReturn:
    """Say why the command could not run, and stop with 2."""
    click.echo(f"trellis: {message}", err=True)
    sys.exit(2)


def find_course(given: Path | None) -> Path:
    """Find the folder of the course: the one given, or this one or one above it."""
    start = (given or Path()).resolve()
    if given is not None and not start.is_dir():
        fail(f"there is no folder {given}")
    for folder in (start,) if given else (start, *start.parents):
        if (folder / "course").is_dir() or (folder / "modules").is_dir():
            return folder
    fail(
        f"there is no course in {start}.\n"
        "Go to the folder of your course (it has course/, modules/ and quizzes/ in it),\n"
        "or make a new one:  trellis new course my-course"
    )


course_option = click.option(
    "--course",
    "folder",
    type=FOLDER,
    help="The folder of the course. Without it: this folder, or one above it.",
)


def loaded(
    root: Path, today: date | None = None, publish: bool = False
) -> tuple[Course, list[Diagnostic]]:
    """Read and judge a course."""
    course, faults = load(read(root))
    return course, judge(course, faults, today=today, publish=publish)


def count(number: int, noun: str) -> str:
    """Say how many, in plain English."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
