"""What all tests share: the repository, and the shipped course built once in each shape."""

from __future__ import annotations

import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from build_tools.adapters.site_build import build
from build_tools.core.source import read
from build_tools.model.course import Course
from build_tools.model.load import load
from build_tools.pages.compiler import compile_pages
from build_tools.pages.page import Page
from build_tools.starters import COURSE

ROOT = Path(__file__).parent.parent
Once = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository, which is also the shipped course."""
    return ROOT


@pytest.fixture(scope="session")
def course(root: Path) -> Course:
    """The shipped course, loaded."""
    loaded, faults = load(read(root))
    assert faults == []
    return loaded


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    """A copy of the starter course, to be broken in one way or another."""
    folder = tmp_path / "my course"
    shutil.copytree(COURSE, folder)
    return folder


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Make a folder once for all processes of a run, since they share two cores.

    Called with its name and with what fills it, which is given a path that is not there yet.
    """
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent

    def made(name: str, make: Callable[[Path], object]) -> Path:
        folder, done = shared / name / "made", shared / name / "done"
        folder.parent.mkdir(exist_ok=True)
        with FileLock(folder.parent / "lock"):
            if not done.exists():
                make(folder)
                done.touch()
        return folder

    return made


@pytest.fixture(scope="session")
def pages(course: Course, once: Once) -> dict[str, Page]:
    """Every page of the shipped course, by uri."""
    file = once("pages", lambda file: file.write_bytes(pickle.dumps(compile_pages(course))))
    compiled: dict[str, Page] = pickle.loads(file.read_bytes())
    return compiled


@pytest.fixture(scope="session")
def web_site(root: Path, course: Course, once: Once) -> Path:
    """The shipped course as it is hosted."""
    return once("web", lambda site: build(root, site, course))


@pytest.fixture(scope="session")
def plain_site(root: Path, course: Course, once: Once) -> Path:
    """The shipped course with pages that end in .html, as it is opened from a folder."""
    return once("with a space", lambda site: build(root, site, course, directory_urls=False))


@pytest.fixture(
    scope="session", params=["starter", pytest.param("shipped", marks=pytest.mark.slow)]
)
def folder_site(request: pytest.FixtureRequest, once: Once) -> Path:
    """A site as it is opened from a folder: the starter's, and in the slow run the shipped one."""
    if request.param == "shipped":
        shipped: Path = request.getfixturevalue("plain_site")
        return shipped

    def make(site: Path) -> None:
        folder = site.with_name("course")
        shutil.copytree(COURSE, folder)
        build(folder, site, load(read(folder))[0], directory_urls=False)

    return once("a starter with a space", make)
