"""Real files with real faults: what is read, what is refused, and what is said about it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_tools.core import source
from build_tools.core.diagnostics import Diagnostic
from build_tools.core.source import read
from build_tools.model.load import load
from build_tools.starters import COURSE

INDEX = "modules/first-steps/index.md"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A copy of the starter course, free to be spoilt."""
    folder = tmp_path / "course"
    shutil.copytree(COURSE, folder)
    return folder


def faults(course: Path) -> list[Diagnostic]:
    return load(read(course))[1]


def places(course: Path, code: str) -> list[tuple[str, int, int]]:
    return [(d.file, d.line, d.column) for d in faults(course) if d.code == code]


def test_src001_bytes_that_are_not_utf8_are_told_with_their_line_and_column(course: Path) -> None:
    (course / INDEX).write_bytes("## Café\n\nDo you see “é”".encode() + b" and \xe9t\xe9?\n")
    assert places(course, "SRC001") == [(INDEX, 3, 20)]


def test_src001_a_file_in_utf16_is_told_at_its_first_byte(course: Path) -> None:
    (course / INDEX).write_bytes("## Hello\n".encode("utf-16"))
    assert places(course, "SRC001") == [(INDEX, 1, 1)]


def test_a_file_that_cannot_be_read_is_not_called_missing_as_well(course: Path) -> None:
    (course / INDEX).write_bytes(b"\xff\xfe")
    (course / "course/course.yml").write_bytes(b"\xff\xfe")
    assert {d.code for d in faults(course)} == {"SRC001"}


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(course: Path) -> None:
    for name in (INDEX, "course/course.yml", "modules/first-steps/module.yml"):
        text = (COURSE / name).read_text(encoding="utf-8")
        (course / name).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert faults(course) == []
    assert read(course).texts == read(COURSE).texts


def test_a_fault_in_a_file_with_windows_line_ends_has_its_own_line(course: Path) -> None:
    path = course / "course/course.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n") + b"statos: draft\r\n")
    lines = path.read_text(encoding="utf-8").count("\n")
    assert places(course, "SRC004") == [("course/course.yml", lines, 1)]


def test_src008_a_link_that_leaves_the_project_is_not_followed(
    course: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret.md").write_text("not for the web", encoding="utf-8")
    (course / "course/extra.md").symlink_to(tmp_path / "secret.md")
    assert places(course, "SRC008") == [("course/extra.md", 1, 1)]
    assert "course/extra.md" not in read(course).texts


def test_a_linked_folder_that_leaves_the_project_is_not_walked(
    course: Path, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/secret.md").write_text("not for the web", encoding="utf-8")
    (course / "course/more").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert not any("secret" in text for text in read(course).texts)


def test_a_link_within_the_project_is_read(course: Path) -> None:
    (course / "course/again.md").symlink_to(course / "course/index.md")
    assert faults(course) == []
    assert "course/again.md" in read(course).texts


@pytest.mark.parametrize("name", ["course/large.md", "course/images/large.png"])
def test_src010_a_file_over_the_limit_is_not_read(
    course: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    largest = max(path.stat().st_size for path in course.rglob("*") if path.is_file())
    monkeypatch.setattr(source, "MAX_BYTES", largest)
    (course / name).parent.mkdir(exist_ok=True)
    (course / name).write_bytes(b"a" * (largest + 1))
    assert places(course, "SRC010") == [(name, 1, 1)]
    assert name not in read(course).texts
    assert name not in read(course).images


@pytest.mark.parametrize("folder", ["course", "modules", "quizzes"])
def test_src011_a_missing_folder_is_told(course: Path, folder: str) -> None:
    shutil.rmtree(course / folder)
    assert (folder, 1, 1) in places(course, "SRC011")


@pytest.mark.parametrize("name", ["course/course.yml", INDEX, "modules/first-steps/module.yml"])
def test_src011_a_missing_file_is_told_once(course: Path, name: str) -> None:
    (course / name).unlink()
    assert places(course, "SRC011") == [(name, 1, 1)]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "\ufeff"])
def test_src012_an_empty_yaml_file_is_told_once(course: Path, text: str) -> None:
    (course / "course/cast.yml").write_text(text, encoding="utf-8")
    assert places(course, "SRC012") == [("course/cast.yml", 1, 1)]
    assert len(faults(course)) == 1


def test_src013_ids_that_differ_only_in_capitals_are_told(course: Path) -> None:
    shutil.copy(course / "quizzes/first-steps.yml", course / "quizzes/First-Steps.yml")
    if len(list((course / "quizzes").iterdir())) == 1:
        pytest.skip("this disk takes the two names for one, which is what the rule is about")
    assert places(course, "SRC013") == [("quizzes/first-steps.yml", 1, 1)]


@pytest.mark.parametrize("name", ["con", "aux", "com1", "lpt9"])
def test_src009_names_that_windows_keeps_are_told(course: Path, name: str) -> None:
    (course / f"course/pathways/{name}.yml").write_text(
        "title: A\naudience: B\nmodules: [first-steps]\n", encoding="utf-8"
    )
    assert places(course, "SRC009") == [(f"course/pathways/{name}.yml", 1, 1)]


@pytest.mark.parametrize("name", ["Calm", "calm first", "calm_first", "é", "a" * 65])
def test_src009_folder_names_that_make_poor_addresses_are_told(course: Path, name: str) -> None:
    shutil.copytree(course / "modules/first-steps", course / "modules" / name)
    assert places(course, "SRC009") == [(f"modules/{name}", 1, 1)]


def test_src016_a_file_that_cannot_be_opened_is_told(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "index.md":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert (INDEX, 1, 1) in places(course, "SRC016")
    assert {d.code for d in faults(course)} == {"SRC016"}


def test_hidden_files_and_other_kinds_of_file_are_left_alone(course: Path) -> None:
    (course / "course/.hidden.yml").write_bytes(b"\xff")
    (course / "course/notes.docx").write_bytes(b"\xff")
    assert faults(course) == []


@pytest.mark.parametrize("line", ["[" * 6000, " " * 400 + "- deep", "\t" * 100 + "deep"])
def test_src010_a_line_no_parser_can_bear_is_not_read(course: Path, line: str) -> None:
    """Markdown parsers take minutes over some long lines, and run out of stack on deep ones."""
    (course / INDEX).write_text(f"## At the door\n\n{line}\n", encoding="utf-8")
    assert [(d.code, d.file, d.line, d.column) for d in faults(course)] == [("SRC010", INDEX, 3, 1)]
