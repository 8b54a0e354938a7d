"""``trellis check``: exit 0 when all is well, 1 for findings, 2 when it could not run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.cli import main

INDEX = "modules/first-steps/index.md"
MODULE = "modules/first-steps/module.yml"


def check(*words: str | Path) -> Result:
    result = CliRunner().invoke(main, ["check", "--today", "2026-11-21", *map(str, words)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def change(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def vague(starter: Path) -> Path:
    """A course with one error in line 16, column 11 of its module."""
    change(starter, MODULE, "Choose a greeting", "Understand greetings")
    return starter


@pytest.fixture
def warned(starter: Path) -> Path:
    """A course with one warning and no error."""
    change(starter, MODULE, "minutes: 10", "minutes: 90")
    return starter


def test_a_sound_draft_is_told_in_two_lines_and_exits_with_0(starter: Path) -> None:
    result = check(starter)
    assert result.exit_code == 0
    first, second = result.output.splitlines()
    assert first == "No faults found in 1 module and 3 questions."
    assert second.startswith("The course is a draft. Still open: 11 cells without a module")


def test_a_course_in_another_language_is_told_once_what_was_not_checked(starter: Path) -> None:
    change(starter, "course/course.yml", "language: en", "language: fr")
    result = check(starter)
    assert result.exit_code == 0
    assert result.output.count("Not checked in fr:") == 1


def test_the_shipped_course_has_no_errors(root: Path) -> None:
    assert check(root).exit_code == 0


def test_a_fault_is_shown_with_its_line_a_caret_and_a_hint_and_exits_with_1(vague: Path) -> None:
    result = check(vague)
    assert result.exit_code == 1
    first, shown, caret, hint = result.output.split("\n")[:4]
    assert first.startswith(f"{MODULE}:16:11: error OBJ002 ")
    assert shown == "   16 |     text: Understand greetings that asks for no reason"
    assert shown[caret.index("^")] == "U"
    assert hint.startswith("    hint: ")
    assert "1 error and 0 warnings in 1 module and 3 questions." in result.output


def test_warnings_exit_with_0_and_with_strict_with_1(warned: Path) -> None:
    result = check(warned)
    assert "warning STR016" in result.output
    assert (result.exit_code, check(warned, "--strict").exit_code) == (0, 1)


def test_a_folder_that_is_not_there_exits_with_2(tmp_path: Path) -> None:
    result = check(tmp_path / "nowhere")
    assert result.exit_code == 2
    assert "there is no folder" in result.output


def test_a_folder_without_a_course_exits_with_2_and_shows_the_way_on(tmp_path: Path) -> None:
    result = check(tmp_path)
    assert result.exit_code == 2
    assert "there is no course in" in result.output
    assert "trellis new course my-course" in result.output


def test_a_file_in_place_of_a_folder_exits_with_2(starter: Path) -> None:
    assert check(starter / MODULE).exit_code == 2


def test_the_course_is_found_from_a_folder_inside_it(
    vague: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The path printed is relative to the course, wherever the command was given."""
    monkeypatch.chdir(vague / "modules/first-steps")
    result = check()
    assert result.exit_code == 1
    assert result.output.startswith(f"{MODULE}:16:11: error")


def test_json_is_one_object_with_a_summary_and_every_field(vague: Path) -> None:
    result = check(vague, "--format", "json")
    assert result.exit_code == 1
    report = json.loads(result.output)
    assert set(report) == {"summary", "diagnostics"}
    first = report["diagnostics"][0]
    assert list(first) == [
        "file", "line", "column", "severity", "code", "name", "message", "hint",
    ]  # fmt: skip
    assert (first["file"], first["line"], first["column"]) == (MODULE, 16, 11)
    assert (first["code"], first["name"], first["severity"]) == (
        "OBJ002",
        "vague-objective",
        "error",
    )


def test_json_of_a_sound_course_is_still_one_object(starter: Path) -> None:
    result = check(starter, "--format", "json")
    assert (result.exit_code, json.loads(result.output)["diagnostics"]) == (0, [])


def test_github_gets_one_command_a_line(vague: Path, starter: Path) -> None:
    result = check(vague, "--format", "github")
    assert result.exit_code == 1
    assert result.output.startswith(f"::error file={MODULE},line=16,col=11,title=OBJ002 ")
    assert all(line.startswith("::") for line in result.output.splitlines())


def test_github_gets_nothing_for_a_sound_course(starter: Path) -> None:
    result = check(starter, "--format", "github")
    assert (result.exit_code, result.output) == (0, "")


def test_a_format_that_is_not_known_exits_with_2_and_lists_those_that_are(starter: Path) -> None:
    result = check(starter, "--format", "xml")
    assert result.exit_code == 2
    assert "json" in result.output


def test_today_decides_how_old_contacts_are(starter: Path) -> None:
    """The clock is pinned in tests; only a user's own run uses the real date."""
    later = CliRunner().invoke(main, ["check", str(starter), "--today", "2028-11-21"])
    assert later.exit_code == 1
    assert "SAF011" in later.output
    assert check(starter).exit_code == 0


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "21/11/2026"])
def test_a_day_that_is_none_exits_with_2(starter: Path, day: str) -> None:
    assert check(starter, "--today", day).exit_code == 2


@pytest.mark.parametrize(
    ("options", "exit_code"),
    [
        (("--select", "OBJ002"), 1),
        (("--select", "obj"), 1),
        (("--select", "QUI"), 0),
        (("--ignore", "OBJ002"), 0),
        (("--ignore", "OBJ"), 0),
        (("--ignore", "QUI"), 1),
        (("--select", "OBJ", "--ignore", "OBJ002"), 0),
        (("--select", "QUI", "--select", "OBJ"), 1),
    ],
)
def test_rules_can_be_chosen_and_left_out(
    vague: Path, options: tuple[str, ...], exit_code: int
) -> None:
    assert check(vague, *options).exit_code == exit_code


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_code_that_is_none_exits_with_2_and_names_the_nearest(starter: Path, option: str) -> None:
    result = check(starter, option, "OBJ020")
    assert result.exit_code == 2
    assert "there is no rule OBJ020" in result.output
    assert "did you mean" in result.output


def test_publishing_asks_for_more(starter: Path) -> None:
    assert check(starter).exit_code == 0
    assert "SAF015" in check(starter, "--publish").output


def test_a_text_that_no_terminal_shows_does_not_move_the_caret(starter: Path) -> None:
    change(starter, INDEX, "Four people look up.", "\x1b[31mFour people[x](nowhere.md)")
    result = check(starter)
    assert "\x1b" not in result.output
    shown, caret = next(
        (shown, caret)
        for shown, caret in zip(
            result.output.split("\n"), result.output.split("\n")[1:], strict=False
        )
        if "(nowhere.md)" in shown
    )
    assert shown[caret.index("^") :].startswith("nowhere.md")
