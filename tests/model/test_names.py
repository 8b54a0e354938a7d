"""Names of files: each page keeps its own place on the site, and on Windows and macOS too."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_tools.core.source import read
from build_tools.instruments import folder_of
from build_tools.model.load import load
from build_tools.model.names import MADE
from build_tools.pages.compiler import compile_pages
from tests.conftest import ROOT

PAGE = "# A page\n\nSome words.\n"
QUIZ = "quizzes/first-steps.yml"


def found(folder: Path) -> list[tuple[str, str]]:
    return [(d.code, d.file) for d in load(read(folder))[1]]


def add(folder: Path, *files: str) -> None:
    for file in files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(PAGE, encoding="utf-8")


def test_two_quizzes_of_one_id_are_told_since_one_would_be_lost(starter: Path) -> None:
    shutil.copy(starter / QUIZ, starter / "quizzes/first-steps.yaml")
    assert found(starter) == [("SRC013", QUIZ)]


@pytest.mark.parametrize("name", MADE)
def test_a_file_may_not_take_the_place_of_a_page_that_is_made(starter: Path, name: str) -> None:
    add(starter, f"course/{name}.md")
    assert found(starter) == [("SRC013", f"course/{name}.md")]


def test_the_pages_that_are_made_are_all_known(starter: Path) -> None:
    # Without an instrument there would be no pages about them.
    (starter / "course/tools").mkdir()
    shutil.copy(folder_of("form") / "example.yml", starter / "course/tools/first-look.yml")
    shutil.copytree(ROOT / "course/programmes", starter / "course/programmes")
    pages = compile_pages(load(read(starter))[0])
    top = {uri.split("/")[0].removesuffix(".md") for uri in pages}
    assert top - {"index", "modules", "quizzes", "pathways"} == set(MADE) - {"404"}


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (("course/README.md",), "course/README.md"),
        (("modules/first-steps/README.md",), "modules/first-steps/README.md"),
        (("course/more.md", "course/more/index.md"), "course/more/index.md"),
        (("course/More.md", "course/more.md"), "course/more.md"),
        (("course/quizzes/first-steps.md",), "course/quizzes/first-steps.md"),
        (("course/pathways/everyone.md",), "course/pathways/everyone.md"),
        (("course/journey.md",), "course/journey.md"),
        (
            ("modules/first-steps/facilitator.md", "course/trainers/first-steps.md"),
            "course/trainers/first-steps.md",
        ),
    ],
)
def test_two_files_may_not_be_one_page(starter: Path, files: tuple[str, ...], told: str) -> None:
    add(starter, *files)
    if len({(starter / file).stat().st_ino for file in files}) < len(files):
        pytest.skip("this disk takes the two names for one, which is what the fault is about")
    assert found(starter) == [("SRC013", told)]


@pytest.mark.parametrize(
    "file",
    ["course/con.md", "course/aux/page.md", "modules/first-steps/nul.md", "course/images/com1.png"],
)
def test_a_page_or_picture_that_windows_cannot_hold_is_told(starter: Path, file: str) -> None:
    add(starter, file)
    assert found(starter) == [("SRC009", file)]


def test_a_file_whose_ending_has_capitals_is_not_passed_over_in_silence(starter: Path) -> None:
    (starter / QUIZ).rename(starter / "quizzes/first-steps.YML")
    if (starter / QUIZ).exists():
        pytest.skip("this disk does not tell capitals apart")
    assert found(starter) == [("SRC009", "quizzes/first-steps.YML")]


def test_ordinary_names_are_left_alone(starter: Path) -> None:
    add(starter, "course/about.md", "course/more/one.md", "modules/first-steps/01-more.md")
    add(starter, "course/images/A picture.PNG")
    assert found(starter) == []
