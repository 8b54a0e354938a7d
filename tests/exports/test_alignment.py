"""The alignment as text, table and data says the same, and says it so that it can be used."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from build_tools.core.source import read
from build_tools.exports.alignment import WORDS, as_csv, as_json, as_text
from build_tools.model.alignment import Gap, objective_rows
from build_tools.model.course import Course
from build_tools.model.load import load


@pytest.fixture
def gappy(starter: Path) -> Course:
    """The starter course with an objective that nothing assesses and one that nothing teaches."""
    quiz = starter / "quizzes/first-steps.yml"
    text = quiz.read_text(encoding="utf-8")
    quiz.write_text(text.replace("describe-precautions", "choose-greeting"), encoding="utf-8")
    module = starter / "modules/first-steps/module.yml"
    text = module.read_text(encoding="utf-8")
    module.write_text(text.replace("#one-question", "#nowhere"), encoding="utf-8")
    return load(read(starter))[0]


def table(course: Course, **options: bool) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(course, **options))))


def data(course: Course, **options: bool) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(as_json(course, **options))
    return found


def test_every_gap_has_words() -> None:
    assert set(WORDS) == set(Gap)


@pytest.mark.parametrize("trace", [False, True])
def test_text_fits_eighty_columns(trace: bool, course: Course, gappy: Course) -> None:
    for one in (course, gappy):
        lines = as_text(one, trace=trace).split("\n")
        assert [line for line in lines if len(line) > 80] == []


def test_text_names_every_gap_where_it_is_and_again_at_the_end(gappy: Course) -> None:
    above, below = as_text(gappy).split("\nGAPS\n")
    assert above.count("no section teaches it") == 1
    assert above.count("nothing assesses it") == 1
    assert "  2 of 3 objectives\n" in below
    assert "    first-steps, describe-precautions: nothing assesses it\n" in below
    assert "    first-steps, rewrite-question: no section teaches it\n" in below
    assert "  11 of 12 cells\n" in below
    assert "    Safety, Your community: no module covers it\n" in below


def test_text_has_every_element_only_when_asked(course: Course) -> None:
    assert "S1.41" not in as_text(course)
    traced = as_text(course, trace=True)
    for programme in course.programmes.values():
        for element in programme.elements:
            assert f"  {element.id} " in traced
    assert "of 52 elements of S1" in traced


def test_the_table_has_a_line_for_each_objective_and_each_empty_cell(gappy: Course) -> None:
    rows = table(gappy)
    objectives = [row for row in rows if row["objective"]]
    assert [row["objective"] for row in objectives] == [
        row.objective.id for row in objective_rows(gappy)
    ]
    assert {row["objective"]: row["gaps"] for row in objectives} == {
        "describe-precautions": "nothing assesses it",
        "choose-greeting": "",
        "rewrite-question": "no section teaches it",
    }
    cells = [row for row in rows if not row["objective"]]
    assert len(cells) == 11
    assert {row["gaps"] for row in cells} == {"no module covers it"}


def test_the_table_of_elements_has_a_line_for_each(course: Course) -> None:
    rows = {row["element"]: row for row in table(course, trace=True)}
    assert len(rows) == 154
    assert "co-regulation" in rows["S1.41"]["modules"]
    assert rows["S3.1"]["claim"] == "claim"
    assert {row["gaps"] for row in rows.values()} <= {"", "no module covers it"}
    for row in rows.values():
        assert bool(row["modules"] or row["tools"]) != bool(row["gaps"])


def test_data_hold_objectives_cells_and_programmes(course: Course, gappy: Course) -> None:
    found = data(course, trace=True)
    assert len(found["objectives"]) == len(objective_rows(course))
    assert len(found["cells"]) == 12
    assert [len(one["elements"]) for one in found["programmes"]] == [27, 52, 18, 40, 17]
    assert "programmes" not in data(course)
    by_id = {row["objective"]: row for row in data(gappy)["objectives"]}
    assert by_id["describe-precautions"]["gaps"] == {"not-assessed": "nothing assesses it"}
    assert by_id["describe-precautions"]["assessed"] is False


def test_a_course_without_programmes_has_a_map_too(gappy: Course) -> None:
    assert "GAPS" in as_text(gappy, trace=True)
    assert table(gappy, trace=True) == []
    assert data(gappy, trace=True)["programmes"] == []
