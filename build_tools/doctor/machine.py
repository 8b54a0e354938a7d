"""Whether this machine has what Trellis needs."""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

from build_tools.doctor import Advice

OLDEST = (3, 11)
PACKAGE = "trellis-course"
INSTALL = "python -m pip install --upgrade trellis-course, in the environment that you use"
# Windows allows 260 characters to a path; a site has paths of up to about 90 below its folder.
LONG_PATH = 160
FREE = 200_000_000
SYNCED = re.compile(r"onedrive|dropbox|google ?drive|icloud|nextcloud", re.I)
FOR_TESTS = (
    ("Chromium", ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")),
    ("Node", ("node",)),
    ("Java", ("java",)),
)


def examine(folder: Path) -> Iterator[Advice]:
    """Look at Python, its packages, and the folder that a site would be written to."""
    if sys.version_info < OLDEST:
        yield Advice(
            f"Python {sys.version.split()[0]}",
            "Trellis needs Python 3.11 or newer",
            "install a newer Python from python.org or your system's store",
        )
    yield from packages(metadata.distributions(), _wanted(), pins(folder))
    if shutil.which("git") is None:
        yield Advice(
            "git is not installed",
            "a course can be built without it, but nobody can see what was changed when",
            "install git, if several people work on the course",
            serious=False,
        )
    if sys.getfilesystemencoding().lower() not in ("utf-8", "utf8"):
        yield Advice(
            f"this system writes file names as {sys.getfilesystemencoding()}",
            "names with letters beyond A to Z may come out wrong",
            "set the environment variable PYTHONUTF8=1",
        )
    yield from place(folder)


def only_for_tests() -> str:
    """Say which programs that only tests need are here."""
    found = [
        f"{name}: {'found' if any(map(shutil.which, commands)) else 'not found'}"
        for name, commands in FOR_TESTS
    ]
    return "Needed only to test the program itself: " + ", ".join(found) + "."


def packages(
    installed: Iterable[metadata.Distribution],
    wanted: list[str],
    pinned: dict[str, str],
) -> Iterator[Advice]:
    """Compare what is installed with what is asked for, and with the versions that were tested."""
    there = {_plain(str(one.metadata["Name"])): one.version for one in installed}
    for line in wanted:
        requirement = Requirement(line)
        if requirement.marker is not None and not requirement.marker.evaluate({"extra": ""}):
            continue
        version = there.get(_plain(requirement.name))
        if version is None:
            yield Advice(
                f"the package {requirement.name} is missing", "Trellis cannot run", INSTALL
            )
        elif not requirement.specifier.contains(version, prereleases=True):
            yield Advice(
                f"{requirement.name} is version {version}, and {requirement.specifier} is needed",
                "building may fail, or pages may come out wrong",
                INSTALL,
            )
        elif (tested := pinned.get(_plain(requirement.name), version)) != version:
            yield Advice(
                f"{requirement.name} is version {version}; it was tested with {tested}",
                "most often that is no trouble, but nobody has tried it",
                "if something looks wrong:  python -m pip install -c constraints.txt -e .",
                serious=False,
            )


def _wanted() -> list[str]:
    try:
        return metadata.requires(PACKAGE) or []
    except metadata.PackageNotFoundError:
        return []


def pins(folder: Path) -> dict[str, str]:
    """Read the versions of ``constraints.txt``, where the folder or the program has one."""
    for file in (folder / "constraints.txt", Path(__file__).parents[2] / "constraints.txt"):
        if file.is_file():
            lines = file.read_text(encoding="utf-8-sig", errors="replace").splitlines()
            parts = (line.partition("#")[0].strip().split("==") for line in lines)
            return {_plain(pair[0]): pair[1] for pair in parts if len(pair) == 2}
    return {}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def place(folder: Path) -> Iterator[Advice]:
    """Look at the folder itself: whether it can be written, how long its path is, what syncs it."""
    try:
        with tempfile.TemporaryDirectory(dir=folder):
            pass
    except OSError as error:
        yield Advice(
            f"{folder} cannot be written: {error.strerror}",
            "the site is put there",
            "copy the course to a folder of your own, such as Documents",
        )
    if len(str(folder)) > LONG_PATH:
        yield Advice(
            f"the path of the folder has {len(str(folder))} characters",
            "Windows and many zip programs stop at 260, and the pages lie deeper",
            "move the course nearer to the top, such as C:\\courses\\care",
        )
    if SYNCED.search(str(folder)):
        yield Advice(
            f"{folder} seems to be kept in step with a cloud",
            "a program that syncs can hold files open while the site is written",
            "if a build fails, pause the syncing, or build elsewhere with --site",
            serious=False,
        )
    if (free := shutil.disk_usage(folder).free) < FREE:
        yield Advice(
            f"only {free / 1e6:.0f} MB are free on this disk",
            "the new site is written beside the old one before it takes its place",
            "make room, or build to another disk with --site",
        )
