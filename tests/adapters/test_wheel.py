"""What is installed from the wheel alone makes a working course, far from this repository."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

BIN = "Scripts" if os.name == "nt" else "bin"


def run(*command: str | Path, cwd: Path) -> str:
    # Nothing of the repository may be found by way of the environment.
    away = {"PYTHONPATH", "VIRTUAL_ENV", "PYTHONHOME"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={k: v for k, v in os.environ.items() if k not in away},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as pip builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    run(*pip, "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT, cwd=folder)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def course(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``my-course``, made and built by a fresh install in a folder with a space."""
    folder = tmp_path_factory.mktemp("fresh") / "a trainer's work"
    venv.create(folder / "venv", with_pip=True)
    trellis = folder / "venv" / BIN / "trellis"
    run(
        folder / "venv" / BIN / "python", "-m", "pip", "install", "--quiet", "--no-compile",
        "--disable-pip-version-check", "-c", ROOT / "constraints.txt", wheel,
        cwd=folder,
    )  # fmt: skip
    run(trellis, "new", "course", "my-course", cwd=folder)
    assert "No faults found" in run(trellis, "check", "--strict", cwd=folder / "my-course")
    run(trellis, "build", cwd=folder / "my-course")
    return folder / "my-course"


def test_the_wheel_carries_what_a_site_needs_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    shipped = {
        f"build_tools/overrides/{path.relative_to(ROOT / 'overrides').as_posix()}"
        for path in (ROOT / "overrides").rglob("*")
        if path.is_file()
    }
    assert shipped <= set(names)
    assert {"build_tools/starters/course/mkdocs.yml"} <= set(names)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"build_tools", "trellis_course"}
    assert [n for n in names if "__pycache__" in n or n.startswith("tests")] == []
    assert [n for n in names if n.endswith("/licenses/LICENSE")]


@pytest.mark.slow
def test_a_course_made_from_the_wheel_has_its_look_its_scripts_and_its_quiz(course: Path) -> None:
    page = (course / "site/quizzes/first-steps/index.html").read_text(encoding="utf-8")
    assert "<tr-choice" in page
    loaded = re.findall(r'(?:href|src)="(?:\.\./)*(assets/trellis/[^"]+)"', page)
    assert {path.split("/")[-1].split(".")[0] for path in loaded} == {"shell", "activities", "look"}
    for path in loaded:
        assert (course / "site" / path).stat().st_size > 100
    style = next((course / "site/assets/trellis").glob("shell.*.css")).read_text(encoding="utf-8")
    assert ".tr-button" in style
    assert "--tr-" in style


@pytest.mark.slow
def test_the_site_from_the_wheel_says_nothing_of_the_machine_it_was_made_on(course: Path) -> None:
    for page in (course / "site").rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert str(course.parent) not in text
        assert str(ROOT) not in text
