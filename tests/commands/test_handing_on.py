"""``explain``, ``schema``, ``export``, ``pack`` and ``serve``, as a trainer types them."""

from __future__ import annotations

import socket
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.checks import known_rules
from build_tools.cli import main


def trellis(*words: str | Path) -> Result:
    result = CliRunner().invoke(main, list(map(str, words)))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def inside(starter: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The starter course, with the commands given inside it."""
    monkeypatch.chdir(starter)
    return starter


@pytest.mark.parametrize("code", ["OBJ002", "obj002"])
def test_a_rule_is_explained_in_capitals_or_not(code: str) -> None:
    result = trellis("explain", code)
    assert result.exit_code == 0
    assert result.output.startswith("OBJ002 vague-objective")
    assert "Mend it:" in result.output


def test_every_rule_can_be_explained() -> None:
    assert {code for code in known_rules() if trellis("explain", code).exit_code} == set()


@pytest.mark.parametrize("code", ["OBJ020", "nonsense", ""])
def test_a_code_that_is_none_exits_with_2(code: str) -> None:
    result = trellis("explain", code)
    assert result.exit_code == 2
    assert "there is no rule" in result.output


def test_the_nearest_code_is_named() -> None:
    assert "did you mean “OBJ002”?" in trellis("explain", "OBJ2").output


def test_schemas_are_written_where_the_files_look_for_them(inside: Path) -> None:
    result = trellis("schema")
    assert result.exit_code == 0
    assert (inside / ".trellis/schemas/quiz.json").is_file()
    assert str(inside / ".trellis") in result.output


def test_schemas_that_cannot_be_written_are_no_traceback(inside: Path) -> None:
    (inside / ".trellis").write_text("in the way", encoding="utf-8")
    result = trellis("schema")
    assert result.exit_code == 2
    assert ".trellis" in result.output


def test_the_tree_is_exported_into_a_new_folder(inside: Path, tmp_path: Path) -> None:
    result = trellis("export", "docs-tree", tmp_path / "a tree")
    assert result.exit_code == 0
    assert "pages to" in result.output
    assert (tmp_path / "a tree/docs/index.md").is_file()


def test_the_tree_is_not_exported_over_something_else(inside: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep me", encoding="utf-8")
    assert trellis("export", "docs-tree", tmp_path).exit_code == 2
    assert trellis("export", "docs-tree", tmp_path / "mine.txt").exit_code == 2
    assert trellis("export", "docs-tree", tmp_path / "mine.txt/tree").exit_code == 2
    assert trellis("export", "docs-tree", "course/tree").exit_code == 2
    assert not (inside / "course/tree").exists()


def test_a_course_with_faults_is_not_exported(inside: Path, tmp_path: Path) -> None:
    (inside / "course/glossary.yml").write_text("", encoding="utf-8")
    result = trellis("export", "docs-tree", tmp_path / "tree")
    assert result.exit_code == 1
    assert "course/glossary.yml:1:1: error" in result.output
    assert not (tmp_path / "tree").exists()


def test_a_review_pack_is_written_for_all_modules_or_for_those_named(
    inside: Path, tmp_path: Path
) -> None:
    result = trellis("export", "review-pack", tmp_path / "for review")
    assert result.exit_code == 0
    assert "Wrote 2 documents" in result.output
    assert sorted(path.name for path in (tmp_path / "for review").iterdir()) == [
        "first-steps.html",
        "index.html",
    ]
    one = trellis("export", "review-pack", tmp_path / "one", "--module", "first-steps")
    assert one.exit_code == 0
    none = trellis("export", "review-pack", tmp_path / "none", "--module", "first-step")
    assert none.exit_code == 2
    assert "did you mean “first-steps”?" in none.output
    assert not (tmp_path / "none").exists()


def test_a_review_pack_is_not_written_over_something_else_nor_of_a_course_with_faults(
    inside: Path, tmp_path: Path
) -> None:
    (tmp_path / "mine.txt").write_text("keep me", encoding="utf-8")
    assert trellis("export", "review-pack", tmp_path).exit_code == 2
    assert trellis("export", "review-pack", "course/pack").exit_code == 2
    (inside / "course/glossary.yml").write_text("", encoding="utf-8")
    assert trellis("export", "review-pack", tmp_path / "pack").exit_code == 1
    assert not (tmp_path / "pack").exists()


def test_a_pack_is_named_after_the_course_and_its_version(inside: Path) -> None:
    result = trellis("pack")
    assert result.exit_code == 0
    assert "my-course-1.0.zip" in result.output
    assert zipfile.is_zipfile(inside / "my-course-1.0.zip")


def test_a_version_with_a_slash_still_makes_a_name(inside: Path) -> None:
    file = inside / "course/course.yml"
    text = file.read_text(encoding="utf-8").replace('version: "1.0"', "version: ../2026/12")
    file.write_text(text, encoding="utf-8")
    assert trellis("pack").exit_code == 0
    assert (inside / "my-course-2026-12.zip").is_file()


def test_a_course_with_faults_can_be_packed_to_ask_a_colleague(inside: Path) -> None:
    (inside / "quizzes/first-steps.yml").write_text("[", encoding="utf-8")
    (inside / "course/course.yml").write_bytes(b"\xff")
    assert trellis("pack", "--to", "help me.zip").exit_code == 0
    assert zipfile.is_zipfile(inside / "help me.zip")


def test_a_pack_that_cannot_be_written_is_no_traceback(inside: Path) -> None:
    assert trellis("pack", "--to", "nowhere/x.zip").exit_code == 2
    assert trellis("pack", "--to", "course").exit_code == 2


@pytest.mark.parametrize(
    "words",
    [
        ("pack",),
        ("schema",),
        ("export", "docs-tree", "tree"),
        ("export", "review-pack", "tree"),
        ("serve",),
    ],
)
def test_where_there_is_no_course_each_command_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    result = trellis(*words)
    assert result.exit_code == 2
    assert "there is no course in" in result.output
    assert list(tmp_path.iterdir()) == []


def test_a_port_in_use_is_told_with_another_to_try(starter: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = trellis("serve", "--course", starter, "--port", str(port))
    assert result.exit_code == 2
    assert f"port {port} cannot be used" in result.output
    assert f"--port {port - 1}" in result.output


@pytest.mark.parametrize("port", ["80", "99999", "http"])
def test_a_port_that_is_none_exits_with_2(starter: Path, port: str) -> None:
    assert trellis("serve", "--course", starter, "--port", port).exit_code == 2
