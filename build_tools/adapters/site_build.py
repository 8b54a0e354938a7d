"""Building and previewing a site through MkDocs, without ever losing the last good one."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, BuildError, ConfigurationError, PluginError

from build_tools.core.diagnostics import Diagnostic
from build_tools.model.course import Course

FIRST_DAY, LAST_DAY = date(2026, 1, 1), date(2105, 12, 31)


class BuildFailed(Exception):
    """The site could not be built; the message says why in one or a few lines."""


def build(
    root: Path,
    site: Path,
    course: Course,
    found: list[Diagnostic] | None = None,
    *,
    directory_urls: bool = True,
    keepable: bool = True,
    tell: Callable[[int, int], None] | None = None,
) -> None:
    """Build the site beside its place and swap it in when it is whole.

    A build that fails leaves ``site`` as it was. ``found`` is what judging the course has found;
    without it the course is read and judged here. ``tell`` hears how many pages of how many are
    written. A site with ``directory_urls`` is one to be hosted; learners may keep it in their
    browser where it is ``keepable``. Raises `BuildFailed`.
    """
    with (
        _epoch(course),
        _heard() as heard,
        tempfile.TemporaryDirectory(prefix=f"{site.name}.", dir=_made(site.parent)) as made,
    ):
        new = Path(made) / "new"
        try:
            config = load_config(
                str(root / "mkdocs.yml"),
                site_dir=str(new),
                use_directory_urls=directory_urls,
                strict=True,
            )
            if "trellis" not in config.plugins:
                raise BuildFailed("mkdocs.yml has no “trellis” under “plugins:”; add it there")
            plugin: Any = config.plugins["trellis"]
            plugin.tell = tell
            plugin.keepable = keepable
            plugin.given = None if found is None else (course, found)
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build.build(config)
            config.plugins.on_shutdown()
        except (Abort, BuildError, ConfigurationError, PluginError) as problem:
            # MkDocs logs what is wrong and then raises only that something is.
            raise BuildFailed("\n".join([*heard, str(problem)])) from problem
        _swap(new, site, Path(made) / "old")


def serve(root: Path, address: str, *, open_browser: bool = False) -> None:
    """Show a preview that follows every change; faults appear on the pages they concern."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    with _printed():
        try:
            mkdocs_serve.serve(
                str(root / "mkdocs.yml"),
                dev_addr=address,
                livereload=True,
                open_in_browser=open_browser,
            )
        except (Abort, BuildError, ConfigurationError, PluginError) as problem:
            raise BuildFailed(str(problem)) from problem


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _swap(new: Path, site: Path, old: Path) -> None:
    """Put the new site in place of the old one; put the old one back if that cannot be done."""
    if site.exists():
        site.rename(old)
    try:
        new.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _heard() -> Iterator[list[str]]:
    """Collect what MkDocs warns of."""
    told: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            told.append(record.getMessage())

    with _listening(Listener(logging.WARNING)):
        yield told


@contextmanager
def _printed() -> Iterator[None]:
    """Print the address, what Trellis finds and every warning; not how MkDocs goes about it."""

    def wanted(record: logging.LogRecord) -> bool:
        return (
            record.levelno >= logging.WARNING
            or record.name == "mkdocs.plugins.trellis"
            or any(part in record.getMessage() for part in ("Serving on", "Reloading"))
        )

    logger, printer = logging.getLogger("mkdocs"), logging.StreamHandler()
    printer.addFilter(wanted)
    level = logger.level
    logger.setLevel(logging.INFO)
    try:
        with _listening(printer):
            yield
    finally:
        logger.setLevel(level)


@contextmanager
def _listening(handler: logging.Handler) -> Iterator[None]:
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)


def epoch(course: Course) -> int:
    """Date what is made by the newest review, so that the same sources give the same bytes."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return int(given)
    days = [module.review.on for module in course.modules.values()]
    # A zip can hold no other years, and a year is easily mistyped.
    newest = min(max([FIRST_DAY, *days]), LAST_DAY)
    return int(datetime.combine(newest, time(), UTC).timestamp())


@contextmanager
def _epoch(course: Course) -> Iterator[None]:
    """Let MkDocs date the build by that day, too."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(epoch(course)))
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        yield
    finally:
        if given is None:
            os.environ.pop("SOURCE_DATE_EPOCH", None)
