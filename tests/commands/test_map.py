"""``trellis map`` prints the map or writes it, and says when faults make it doubtful."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.cli import main
from build_tools.core.source import read
from build_tools.exports.alignment import as_csv, as_json, as_text
from build_tools.model.load import load


def run(course: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["map", "--course", str(course), *options])


@pytest.mark.parametrize(
    ("options", "shape"),
    [((), as_text), (("--format", "csv"), as_csv), (("--format", "json"), as_json)],
)
def test_it_prints_the_map_and_nothing_else(
    options: tuple[str, ...], shape: object, starter: Path
) -> None:
    assert callable(shape)
    result = run(starter, *options)
    assert result.exit_code == 0
    assert result.stdout == shape(load(read(starter))[0])
    assert result.stderr == ""


def test_trace_adds_the_programmes(root: Path) -> None:
    found = json.loads(run(root, "--trace", "--format", "json").stdout)
    assert [one["code"] for one in found["programmes"]] == ["S0", "S1", "S2", "S3", "S4"]


def test_out_writes_a_file_that_a_spreadsheet_reads(starter: Path, tmp_path: Path) -> None:
    out = tmp_path / "map.csv"
    result = run(starter, "--format", "csv", "--out", str(out))
    assert result.stdout == f"Wrote the map to {out}\n"
    assert out.read_bytes().startswith(b"\xef\xbb\xbfmodule,")
    assert b"\r" not in out.read_bytes()


def test_out_writes_plain_utf_8_for_programs(starter: Path, tmp_path: Path) -> None:
    out = tmp_path / "map.json"
    run(starter, "--format", "json", "--out", str(out))
    assert json.loads(out.read_text(encoding="utf-8"))["course"] == "my-course"


@pytest.mark.parametrize("where", ["no such folder/map.txt", "course/map.txt"])
def test_a_place_that_cannot_be_written_stops_it(where: str, starter: Path) -> None:
    result = run(starter, "--out", str(starter / where))
    assert result.exit_code == 2
    assert result.stderr.startswith("trellis: ")
    assert not (starter / where).exists()


def test_a_faulty_course_still_has_a_map_with_a_note_beside_it(starter: Path) -> None:
    quiz = starter / "quizzes/first-steps.yml"
    quiz.write_text("questions: [\n", encoding="utf-8")
    result = run(starter)
    assert result.exit_code == 0
    assert "its quiz cannot be read" in result.stdout
    assert "trellis check" in result.stderr
