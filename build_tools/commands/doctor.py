"""``trellis doctor``."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import click

from build_tools import __version__
from build_tools.commands._shared import FOLDER, count, course_option, fail, loaded, waiting
from build_tools.doctor import Advice, hosted, machine
from build_tools.doctor import course as of_course
from build_tools.exports import assets


@click.command("doctor")
@course_option
@click.option(
    "--site", "address", metavar="URL", help="Look at a hosted site, https://…, as visitors get it."
)
@click.option("--built", type=FOLDER, help="The site as built here. Without it: site/.")
@click.option("--strict", is_flag=True, help="Count what is only worth knowing as a fault too.")
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Pretend it is this day (2026-11-21).",
)
def command(
    folder: Path | None,
    address: str | None,
    built: Path | None,
    strict: bool,
    today: datetime | None,
) -> None:
    """Say what is missing on this machine, in the course, or at its host.

    Without --site: Python and its packages, the folder, and what the course
    still needs before learners meet it.

    With --site: a hosted site is fetched as a visitor gets it, and compared
    with the one in site/. Old pages, missing headers, scripts that were put
    in, wrong types of files and a missing page for wrong addresses are told.
    """
    if folder is not None and not folder.is_dir():
        fail(f"there is no folder {folder}")
    if built is not None and address is None:
        fail("--built goes with --site:  trellis doctor --site https://… --built site")
    root = _course((folder or Path()).resolve())
    if address is not None:
        found = _hosted(address, root, built)
    else:
        found = list(machine.examine(root or (folder or Path()).resolve()))
        click.echo(f"Trellis {__version__}, Python {sys.version.split()[0]}.")
        click.echo(machine.only_for_tests())
        if root is None:
            click.echo("There is no course in this folder, so only the machine was looked at.")
        else:
            day = today.date() if today else date.today()
            course, findings = loaded(root, day, publish=True)
            locked = (root / of_course.LOCK).is_file()
            found += of_course.examine(course, findings, day, locked)
    _tell(found)
    serious = sum(advice.serious for advice in found)
    sys.exit(1 if serious or (strict and found) else 0)


def _course(start: Path) -> Path | None:
    for folder in (start, *start.parents):
        if (folder / "course").is_dir():
            return folder
    return None


def _hosted(address: str, root: Path | None, built: Path | None) -> list[Advice]:
    if built is None and root is not None and (root / "site" / assets.FOLDER).is_dir():
        built = root / "site"
    if built is not None and not (built / assets.FOLDER).is_dir():
        fail(f"{built} holds no site that was built here; run  trellis build  first")
    click.echo(
        f"Comparing {address} with {built}"
        if built
        else f"Looking at {address} by itself; to compare it, build the course here first"
    )
    with waiting("Fetching pages"):
        try:
            return hosted.examine(address, built, _gone(root) if built else ())
        except hosted.Unreachable as problem:
            fail(str(problem))


def _gone(root: Path | None) -> Iterable[str]:
    """Ask git which pages the course had once; without git nothing is known of them."""
    if root is None:
        return ()
    words = ["log", "--diff-filter=D", "--name-only", "--format=", "--relative", "--"]
    try:
        reply = subprocess.run(
            ["git", "-C", str(root), *words, "modules", "quizzes", "course"],
            capture_output=True,
            timeout=20,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    paths = reply.stdout.decode("utf-8", errors="replace").split("\n")
    return sorted(set(hosted.addresses_of(path for path in paths if not (root / path).is_file())))


def _tell(found: list[Advice]) -> None:
    for advice in sorted(found, key=lambda one: not one.serious):
        click.echo(f"\n{advice}")
    serious = sum(advice.serious for advice in found)
    click.echo()
    if not found:
        click.echo("All is well.")
    else:
        rest = len(found) - serious
        click.echo(
            f"{count(serious, 'thing')} to mend"
            + (f", {count(rest, 'thing')} worth knowing." if rest else ".")
        )
