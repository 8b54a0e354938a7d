"""``trellis build``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn

from build_tools.checks.report import formats
from build_tools.commands._shared import (
    FOLDER,
    PATIENCE,
    count,
    course_option,
    fail,
    fail_inside_sources,
    find_course,
    loaded,
)
from build_tools.core.diagnostics import Severity
from build_tools.exports import assets


@click.command("build")
@course_option
@click.option("--site", type=FOLDER, help="Where to put the site. Without it: site/ in the course.")
@click.option("--plain-urls", is_flag=True, help="Pages end in .html, for opening from a folder.")
def command(folder: Path | None, site: Path | None, plain_urls: bool) -> None:
    """Build the site that learners see.

    It is put into the folder site/. If the course has faults, nothing is
    built, and the site you had stays as it was.
    """
    from build_tools.adapters.site_build import BuildFailed
    from build_tools.adapters.site_build import build as build_site

    root = find_course(folder)
    target = (site or root / "site").resolve()
    fail_inside_sources(root, target)
    if target.exists() and any(target.iterdir()) and not (target / assets.FOLDER).is_dir():
        fail(f"{target} holds something that is not a site; choose another folder with --site")
    course, found = loaded(root)
    errors = [d for d in found if d.severity is Severity.ERROR]
    if errors:
        click.echo(formats()["text"](errors, course.source))
        click.echo(
            f"\n{count(len(errors), 'error')}: nothing was built, {target.name}/ is as it was."
        )
        sys.exit(1)
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        console=Console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    ) as progress:
        task = progress.add_task("Writing pages", total=None, visible=False)
        try:
            tell = _teller(progress, task)
            build_site(root, target, course, found, directory_urls=not plain_urls, tell=tell)
        except BuildFailed as problem:
            fail(str(problem))
        except OSError as problem:
            fail(f"the site could not be written: {problem.strerror}: {problem.filename}")
    click.echo(f"Built {target}")
    if found:
        click.echo(f"{count(len(found), 'warning')}; to read them: trellis check")


def _teller(progress: Progress, task: TaskID) -> Callable[[int, int], None]:
    def tell(done: int, total: int) -> None:
        started = progress.tasks[task].start_time or 0.0
        late = progress.get_time() - started > PATIENCE
        progress.update(task, completed=done, total=total, visible=late)

    return tell
