"""``trellis build``."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn

from build_tools.checks.report import formats
from build_tools.commands import _hosts
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
from build_tools.core.diagnostics import Diagnostic, Severity
from build_tools.exports import assets
from build_tools.exports.offline_zip import name_of, offline_zip
from build_tools.model.course import Course


@dataclass(frozen=True)
class Shape:
    """What a site is made for: a server, or a folder and a zip of it."""

    plain_urls: bool = False
    zipped: bool = False
    keepable: bool = True


@click.command("build")
@course_option
@click.option(
    "--flavour",
    type=click.Choice(["web", "offline"]),
    default="web",
    help="web, for a server (the default), or offline, for a folder, a stick or a zip.",
)
@click.option(
    "--site",
    type=FOLDER,
    help="Where to put the site. Without it: site/ in the course, or site-offline/.",
)
@click.option(
    "--plain-urls",
    is_flag=True,
    help="Pages end in .html, as in the offline flavour; no zip is made.",
)
@click.option(
    "--no-offline",
    is_flag=True,
    help="Learners cannot keep the site in their browser; copies kept earlier end.",
)
@click.option("--publish", is_flag=True, help="Refuse while something that learners need is open.")
@click.option(
    "--host",
    "hosts",
    multiple=True,
    metavar="FILE...",
    help="A site for each organisation: a host.yml of its own for each, such as hosts/*.yml.",
)
@click.argument("more", nargs=-1, metavar="")
def command(
    folder: Path | None,
    flavour: str,
    site: Path | None,
    plain_urls: bool,
    no_offline: bool,
    publish: bool,
    hosts: tuple[str, ...],
    more: tuple[str, ...],
) -> None:
    """Build the site that learners see.

    It is put into the folder site/. If the course has faults, nothing is
    built, and the site you had stays as it was.

    With --flavour offline it is put into site-offline/ and into a zip beside
    it, named after the course and its version. Both open without a network.

    With --publish nothing is built either while a placeholder or a contact
    that nobody checked is left. Use it for the copy that learners get.

    With --host each organisation gets a site of its own in site/, in a folder
    that is called as its id, and beside it the offline flavour as a zip. A
    fault in one does not stop the others.
    """
    # Where a shell has written out hosts/*.yml, all but the first file come as plain words.
    if more and not hosts:
        fail(f"“{more[0]}” is not understood; did you mean  --course {more[0]} ?")
    root = find_course(folder)
    offline = flavour == "offline"
    shape = Shape(plain_urls or offline, offline, not no_offline)
    target = (site or root / ("site-offline" if offline else "site")).resolve()
    fail_inside_sources(root, target)
    if hosts:
        _build_for_all(root, target, (*hosts, *more), shape, publish=publish)
        return
    if problem := _in_the_way(target):
        fail(f"{problem}; choose another folder with --site")
    course, found = loaded(root, publish=publish)
    errors = [d for d in found if d.severity is Severity.ERROR]
    if errors:
        click.echo(formats()["text"](errors, course.source))
        click.echo(
            f"\n{count(len(errors), 'error')}: nothing was built, {target.name}/ is as it was."
        )
        if publish:
            click.echo(
                "The course is not ready for learners yet. To look at it meanwhile:  trellis serve"
            )
        sys.exit(1)
    archive = target.with_name(name_of(course))
    if problem := build_one(root, target, course, found, shape, archive):
        fail(problem)
    click.echo(f"Built {target}")
    if shape.zipped:
        click.echo(f"and the same as a zip: {archive}")
    if found:
        click.echo(f"{count(len(found), 'warning')}; to read them: trellis check")


def build_one(
    root: Path,
    target: Path,
    course: Course,
    found: list[Diagnostic],
    shape: Shape,
    archive: Path,
) -> str:
    """Build one flavour of the site for one host, with a bar; say why it could not be done.

    ``archive`` is the zip to make where the shape asks for one.
    """
    from build_tools.adapters.site_build import BuildFailed, epoch
    from build_tools.adapters.site_build import build as build_site

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
            build_site(
                root,
                target,
                course,
                found,
                directory_urls=not shape.plain_urls,
                keepable=shape.keepable,
                tell=tell,
            )
            if shape.zipped:
                offline_zip(target, archive, epoch(course))
        except BuildFailed as problem:
            return str(problem)
        except OSError as problem:
            return f"the site could not be written: {problem.strerror}: {problem.filename}"
    return ""


def _build_for_all(
    root: Path, folder: Path, given: tuple[str, ...], shape: Shape, *, publish: bool
) -> None:
    if (folder / assets.FOLDER).is_dir():
        fail(
            f"{folder} holds a site for one organisation, and the others would end up inside it.\n"
            "Delete that folder, or choose another with --site"
        )
    copies = _hosts.copies(root, given, publish=publish)
    for printed in _hosts.told(copies):
        click.echo(printed + "\n")
    for copy in copies:
        target = folder / copy.id
        if not copy.named:
            copy.outcome = "not built: it needs an id of its own under organisation:"
        elif copy.errors:
            copy.outcome = "not built" + (": the last one stays" if target.exists() else "")
        elif problem := _in_the_way(target) or _site_and_zip(
            root, target, copy, shape, archive := folder / f"{copy.id}-{name_of(copy.course)}"
        ):
            copy.outcome, copy.failed = f"not built: {problem}", True
        else:
            copy.outcome, copy.built = f"built in {target}, zipped in {archive.name}", True
            copy.weigh(target)
    for line in _hosts.report(copies):
        click.echo(line)
    sys.exit(2 if any(c.failed for c in copies) else 0 if all(c.built for c in copies) else 1)


def _site_and_zip(root: Path, target: Path, copy: _hosts.Copy, shape: Shape, archive: Path) -> str:
    """Build what one organisation puts on its server, and what it hands out on a stick."""
    problem = build_one(root, target, copy.course, copy.found, shape, archive)
    if problem or shape.zipped:
        return problem
    # A zip opens from a folder, so its links are others than those of the site.
    with tempfile.TemporaryDirectory() as made:
        offline = Shape(plain_urls=True, zipped=True)
        return build_one(root, Path(made) / "site", copy.course, copy.found, offline, archive)


def _in_the_way(target: Path) -> str:
    """Say what a site must not replace, if the folder holds something else."""
    if target.exists() and not target.is_dir():
        return f"{target} is a file"
    if target.exists() and any(target.iterdir()) and not (target / assets.FOLDER).is_dir():
        return f"{target} holds something that is not a site"
    return ""


def _teller(progress: Progress, task: TaskID) -> Callable[[int, int], None]:
    def tell(done: int, total: int) -> None:
        started = progress.tasks[task].start_time or 0.0
        late = progress.get_time() - started > PATIENCE
        progress.update(task, completed=done, total=total, visible=late)

    return tell
