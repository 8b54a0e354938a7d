"""A packed course is whole, holds nothing else, and is the same each time."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

from click.testing import CliRunner

from build_tools.cli import main
from build_tools.exports.pack import pack


def names(archive: Path) -> list[str]:
    return zipfile.ZipFile(archive).namelist()


def test_a_pack_of_the_same_sources_is_the_same_bytes(starter: Path, tmp_path: Path) -> None:
    pack(starter, tmp_path / "one.zip")
    for path in starter.rglob("*"):
        os.utime(path, (1e9, 1e9))
    (tmp_path / "again").mkdir()
    pack(starter, tmp_path / "again/one.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "again/one.zip").read_bytes()


def test_an_unpacked_course_passes_the_check(root: Path, tmp_path: Path) -> None:
    listed = pack(root, tmp_path / "to a colleague.zip")
    zipfile.ZipFile(tmp_path / "to a colleague.zip").extractall(tmp_path / "there")
    folder = tmp_path / "there/to a colleague"
    assert sorted(listed) == sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )
    result = CliRunner().invoke(main, ["check", str(folder), "--today", "2026-11-21"])
    assert result.exit_code == 0, result.output
    ours = CliRunner().invoke(main, ["check", str(root), "--today", "2026-11-21"])
    assert result.output == ours.output


def test_only_sources_are_packed(starter: Path, tmp_path: Path) -> None:
    for stray in ("site/index.html", ".git/config", "course/.env", "course/.trellis/x.yml",
                  "secrets.txt", "overrides/main.html", "overrides/__pycache__/x.pyc"):  # fmt: skip
        (starter / stray).parent.mkdir(parents=True, exist_ok=True)
        (starter / stray).write_text("x", encoding="utf-8")
    pack(starter, tmp_path / "one.zip")
    packed = {name.removeprefix("one/") for name in names(tmp_path / "one.zip")}
    assert "overrides/main.html" in packed
    assert packed >= {"mkdocs.yml", "course/course.yml", "quizzes/first-steps.yml"}
    assert {name.split("/")[0] for name in packed} <= {
        "course", "modules", "quizzes", "overrides", "mkdocs.yml", "README.md", "LICENSE",
    }  # fmt: skip
    assert [name for name in packed if "/." in name or "__pycache__" in name] == []


def test_links_are_left_out_since_they_may_lead_anywhere(starter: Path, tmp_path: Path) -> None:
    (tmp_path / "private").mkdir()
    (tmp_path / "private/diary.md").write_text("not for a colleague", encoding="utf-8")
    (starter / "course/diary.md").symlink_to(tmp_path / "private/diary.md")
    (starter / "course/more").symlink_to(tmp_path / "private", target_is_directory=True)
    (starter / "overrides").symlink_to(tmp_path / "private", target_is_directory=True)
    pack(starter, tmp_path / "one.zip")
    assert [name for name in names(tmp_path / "one.zip") if "diary" in name] == []


def test_a_pack_put_among_the_sources_does_not_swallow_itself(starter: Path) -> None:
    target = starter / "course/mine.zip"
    pack(starter, target)
    first = target.read_bytes()
    pack(starter, target)
    assert target.read_bytes() == first
    assert "mine/course/mine.zip" not in names(target)
