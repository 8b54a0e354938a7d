"""``trellis check``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import click

from build_tools.checks import known_rules, unchecked, whole_course
from build_tools.checks.mending import mend
from build_tools.checks.report import formats
from build_tools.commands._shared import FOLDER, count, fail, find_course, loaded
from build_tools.core.diagnostics import Diagnostic, Severity
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course


@click.command("check")
@click.argument("folder", type=FOLDER, required=False)
@click.option(
    "--format",
    "shape",
    type=click.Choice(sorted(formats())),
    default="text",
    help="How to print findings.",
)
@click.option("--strict", is_flag=True, help="Count warnings as faults too.")
@click.option("--publish", is_flag=True, help="Also ask for what learners need before you publish.")
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Pretend it is this day (2026-11-21).",
)
@click.option(
    "--select", multiple=True, metavar="CODE", help="Only these rules; OBJ means all of them."
)
@click.option("--ignore", multiple=True, metavar="CODE", help="Not these rules.")
@click.option("--fix", is_flag=True, help="Mend what can be mended safely, and say what is left.")
@click.option(
    "--dry-run", is_flag=True, help="With --fix: show what would change, and change nothing."
)
def command(
    folder: Path | None,
    shape: str,
    strict: bool,
    publish: bool,
    today: datetime | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fix: bool,
    dry_run: bool,
) -> None:
    """Look for faults in the course, and say how to mend them.

    Every finding names the file, line and column, what is wrong and what to
    do. To read more about one:  trellis explain OBJ002
    """
    for code in (*select, *ignore):
        if not any(known.startswith(code.upper()) for known in known_rules()):
            fail(f"there is no rule {code}. {did_you_mean(code, known_rules())}")
    if dry_run and not fix:
        fail("--dry-run goes with --fix:  trellis check --fix --dry-run")

    def asked(diagnostic: Diagnostic) -> bool:
        return (
            not select or diagnostic.code.startswith(tuple(c.upper() for c in select))
        ) and not diagnostic.code.startswith(tuple(c.upper() for c in ignore) or ("-",))

    root, day = find_course(folder), today.date() if today else None
    if fix:
        course, found = _mended(root, asked, day, publish, dry_run, aside=shape != "text")
    else:
        course, found = loaded(root, day, publish)
    found = [d for d in found if asked(d)]
    errors = sum(d.severity is Severity.ERROR for d in found)
    if not dry_run:
        printed = formats()[shape](found, course.source)
        if printed:
            click.echo(printed)
        if shape == "text":
            click.echo(("\n" if found else "") + _summary(course, errors, len(found) - errors))
            for line in (whole_course.summary(course), unchecked(course)):
                if line:
                    click.echo(line)
    sys.exit(1 if errors or (strict and found) else 0)


def _mended(
    root: Path,
    asked: Callable[[Diagnostic], bool],
    today: date | None,
    publish: bool,
    dry_run: bool,
    *,
    aside: bool,
) -> tuple[Course, list[Diagnostic]]:
    """Mend and say so, ``aside`` where a program reads the findings; give what is then on disk."""
    mending = mend(root, asked, today=today, publish=publish)
    size = f"{count(len(mending.mended), 'fault')} in {count(len(mending.changed), 'file')}"
    if dry_run:
        click.echo(mending.diff(), nl=False)
        click.echo(f"{size} can be mended; nothing was changed.", err=True)
        return mending.course, mending.found
    try:
        refused = mending.write()
    except OSError as problem:
        fail(f"{problem.filename} could not be written: {problem.strerror}")
    if refused:
        fail(f"{refused[0]} was changed by somebody else meanwhile; run the command again")
    for d in sorted(mending.mended):
        click.echo(f"{d.file}:{d.line}:{d.column}: mended {d.code} {d.message}", err=aside)
    if mending.mended:
        click.echo(f"Mended {size}.\n", err=aside)
    return mending.course, mending.left


def _summary(course: Course, errors: int, warnings: int) -> str:
    questions = sum(len(quiz.questions) for quiz in course.quizzes.values())
    size = f"{count(len(course.modules), 'module')} and {count(questions, 'question')}"
    if not errors and not warnings:
        return f"No faults found in {size}."
    return f"{count(errors, 'error')} and {count(warnings, 'warning')} in {size}."
