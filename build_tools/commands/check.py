"""``trellis check``."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from build_tools.checks import known_rules
from build_tools.checks.report import formats
from build_tools.commands._shared import FOLDER, count, fail, find_course, loaded
from build_tools.core.diagnostics import Severity
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
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="Pretend it is this day (2026-11-21)."
)
@click.option(
    "--select", multiple=True, metavar="CODE", help="Only these rules; OBJ means all of them."
)
@click.option("--ignore", multiple=True, metavar="CODE", help="Not these rules.")
def command(
    folder: Path | None,
    shape: str,
    strict: bool,
    publish: bool,
    today: datetime | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
) -> None:
    """Look for faults in the course, and say how to mend them.

    Every finding names the file, line and column, what is wrong and what to
    do. To read more about one:  trellis explain OBJ002
    """
    for code in (*select, *ignore):
        if not any(known.startswith(code.upper()) for known in known_rules()):
            fail(f"there is no rule {code}. {did_you_mean(code, known_rules())}")
    course, found = loaded(find_course(folder), today.date() if today else None, publish)
    if select:
        found = [d for d in found if d.code.startswith(tuple(c.upper() for c in select))]
    found = [d for d in found if not d.code.startswith(tuple(c.upper() for c in ignore) or ("-",))]
    printed = formats()[shape](found, course.source)
    if printed:
        click.echo(printed)
    errors = sum(d.severity is Severity.ERROR for d in found)
    if shape == "text":
        click.echo(("\n" if found else "") + _summary(course, errors, len(found) - errors))
    sys.exit(1 if errors or (strict and found) else 0)


def _summary(course: Course, errors: int, warnings: int) -> str:
    questions = sum(len(quiz.questions) for quiz in course.quizzes.values())
    size = f"{count(len(course.modules), 'module')} and {count(questions, 'question')}"
    if not errors and not warnings:
        return f"No faults found in {size}."
    return f"{count(errors, 'error')} and {count(warnings, 'warning')} in {size}."
