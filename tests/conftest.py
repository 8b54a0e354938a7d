"""What all tests share: the repository, and the shipped course built once in each shape."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_tools.adapters.site_build import build
from build_tools.core.source import read
from build_tools.model.course import Course
from build_tools.model.load import load
from build_tools.starters import COURSE

ROOT = Path(__file__).parent.parent


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
def web_site(root: Path, course: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped course as it is hosted."""
    site = tmp_path_factory.mktemp("web") / "site"
    build(root, site, course)
    return site


@pytest.fixture(scope="session")
def plain_site(root: Path, course: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped course with pages that end in .html, as it is opened from a folder."""
    site = tmp_path_factory.mktemp("with a space") / "site"
    build(root, site, course, directory_urls=False)
    return site
