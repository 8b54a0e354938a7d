"""What all commands share: finding the course, judging it, and saying why something cannot be."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Timer
from typing import NoReturn

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from build_tools.checks import judge
from build_tools.core.diagnostics import Diagnostic
from build_tools.core.source import read
from build_tools.model.course import Course
from build_tools.model.load import load

# Seconds after which one wants to see that something goes on.
PATIENCE = 1.0
SOURCES = ("course", "modules", "quizzes", "overrides")
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


def fail_inside_sources(root: Path, target: Path) -> None:
    """Refuse to write where the sources of the course are, or over all of them."""
    target = target.resolve()
    if target in (root, *root.parents):
        fail(f"{target} cannot be used, since your course is in there")
    for name in SOURCES:
        if target.is_relative_to(root / name):
            fail(f"{target} cannot be used, since {name}/ holds the sources of your course")


course_option = click.option(
    "--course",
    "folder",
    type=FOLDER,
    help="The folder of the course. Without it: this folder, or one above it.",
)


def loaded(
    root: Path, today: date | None = None, publish: bool = False
) -> tuple[Course, list[Diagnostic]]:
    """Read and judge a course; where that takes long, something moves meanwhile."""
    with waiting("Reading and checking the course"):
        course, faults = load(read(root))
        return course, judge(course, faults, today=today, publish=publish)


@contextmanager
def waiting(words: str) -> Iterator[None]:
    """Show a moving bar while something lasts for more than a moment; on a terminal only."""
    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        console=Console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    )
    progress.add_task(words, total=None)
    # A bar that comes and goes at once is only a flicker.
    timer = Timer(PATIENCE, progress.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        progress.stop()


def count(number: int, noun: str) -> str:
    """Say how many, in plain English."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
