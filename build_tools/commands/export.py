"""``trellis export``: the course in another form."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
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
from build_tools.core.suggest import did_you_mean
from build_tools.exports import docs_tree, review_pack
from build_tools.model.course import Course


@click.group("export")
def command() -> None:
    """Hand the course on in another form."""


@command.command("docs-tree")
@click.argument("out", type=FOLDER)
@course_option
def export_docs_tree(out: Path, folder: Path | None) -> None:
    """Write the pages as Markdown, for other site generators."""
    course = _sound(find_course(folder), out)
    with _written(out):
        pages = docs_tree.export(course, out)
    click.echo(f"Wrote {count(len(pages), 'page')} to {out}")


@command.command("review-pack")
@click.argument("out", type=FOLDER)
@click.option(
    "--module", "modules", multiple=True, metavar="ID", help="Only this module; may be repeated."
)
@course_option
def export_review_pack(out: Path, modules: tuple[str, ...], folder: Path | None) -> None:
    """Write what people need who review the course, to print or to send.

    For clinicians, and for people who have lived through what the course is
    about: one document for each module, with its claims and their sources,
    the passages to read with care, the questions with their answers, and
    room for remarks. index.html says which module holds what.
    """
    course = _sound(find_course(folder), out)
    listed = [module.id for module in course.published]
    for id in modules:
        if id not in listed:
            fail(f"there is no module {id}. {did_you_mean(id, listed)}")
    with _written(out):
        documents = review_pack.export(course, out, modules)
    click.echo(f"Wrote {count(len(documents), 'document')} to {out}; begin with index.html")


def _sound(root: Path, out: Path) -> Course:
    """Load a course without errors, for a folder that is empty or not there yet."""
    fail_inside_sources(root, out)
    if out.exists() and any(out.iterdir()):
        fail(f"{out} is not empty; choose a new folder")
    course, found = loaded(root)
    errors = [d for d in found if d.severity is Severity.ERROR]
    if errors:
        click.echo(formats()["text"](errors, course.source))
        sys.exit(1)
    return course


@contextmanager
def _written(out: Path) -> Iterator[None]:
    """Say it in words where a folder cannot be written."""
    try:
        yield
    except OSError as problem:
        fail(f"{out} could not be written: {problem.strerror}")
