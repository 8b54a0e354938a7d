"""Rows say what teaches and checks what, and name a gap where the files leave one."""

from __future__ import annotations

from pathlib import Path

from build_tools.checks.whole_course import empty_cells, unassessed_cells
from build_tools.core.source import read
from build_tools.model.alignment import Gap, cell_rows, element_rows, objective_rows
from build_tools.model.course import Course
from build_tools.model.load import load

MODULE = "modules/first-steps/module.yml"
INDEX = "modules/first-steps/index.md"
QUIZ = "quizzes/first-steps.yml"


def loaded(folder: Path, file: str = "", old: str = "", new: str = "") -> Course:
    """Load the starter course with one change in one of its files."""
    if file:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    return load(read(folder))[0]


def gaps(course: Course) -> dict[str, tuple[Gap, ...]]:
    return {row.objective.id: row.gaps for row in objective_rows(course) if row.gaps}


def test_every_objective_of_the_shipped_course_is_taught_and_assessed(course: Course) -> None:
    rows = objective_rows(course)
    assert len(rows) == sum(len(module.objectives) for module in course.published)
    assert all(row.taught and row.assessed and not row.gaps for row in rows)


def test_a_row_holds_what_serves_the_objective(starter: Path) -> None:
    rows = {row.objective.id: row for row in objective_rows(loaded(starter))}
    greeting = rows["choose-greeting"]
    assert greeting.taught == ("index.md#at-the-door",)
    assert greeting.questions
    assert [kind for kind, _ in greeting.tasks] == ["reflect"]
    rewrite = rows["rewrite-question"]
    assert [kind for kind, _ in rewrite.tasks] == ["practice"]


def test_an_objective_whose_section_is_gone_is_not_taught(starter: Path) -> None:
    course = loaded(starter, MODULE, "index.md#one-question", "index.md#two-questions")
    assert gaps(course) == {"rewrite-question": (Gap.NOT_TAUGHT,)}


def test_an_objective_that_no_question_names_is_not_assessed(starter: Path) -> None:
    course = loaded(starter, QUIZ, "objective: describe-precautions", "objective: choose-greeting")
    assert gaps(course) == {"describe-precautions": (Gap.NOT_ASSESSED,)}


def test_an_objective_assessed_in_another_way_than_it_says_is_named_so(starter: Path) -> None:
    course = loaded(starter, MODULE, "assessed: practice", "assessed: quiz")
    assert gaps(course) == {"rewrite-question": (Gap.ASSESSED_OTHERWISE,)}


def test_a_quiz_that_cannot_be_read_is_not_taken_for_a_missing_one(starter: Path) -> None:
    course = loaded(starter, QUIZ, "questions:", "questions: [")
    assert set(gaps(course).values()) == {(Gap.QUIZ_UNREADABLE,)}


def test_a_story_practises_an_objective_and_assesses_nothing(course: Course) -> None:
    told = [row for row in objective_rows(course) if ("story", "in-the-car") in row.tasks]
    assert {row.objective.id for row in told} == {"order-the-steps", "choose-when"}


def test_a_module_stands_in_the_cell_of_each_of_its_levels(course: Course) -> None:
    rows = {(row.area.id, row.level.id): row for row in cell_rows(course)}
    assert len(rows) == len(course.file.areas) * len(course.file.levels)
    for module in course.published:
        for level in module.levels:
            row = rows[module.area, level]
            assert module in row.modules
            assert row.taught
            assert row.assessed


def test_cells_and_the_rules_on_cells_agree(course: Course, starter: Path) -> None:
    whole = loaded(starter)
    (starter / QUIZ).write_text("schema: 1\nquestions: []\n", encoding="utf-8")
    index = starter / INDEX
    index.write_text("# Hello\n\n## At the door {#at-the-door}\n\nTea.\n", encoding="utf-8")
    for judged in (course, whole, loaded(starter)):
        rows = cell_rows(judged)
        empty = [(row.area, row.level) for row in rows if Gap.NO_MODULE in row.gaps]
        assert empty == list(empty_cells(judged))
        silent = [(row.area, row.level) for row in rows if Gap.NOT_ASSESSED in row.gaps]
        assert silent == list(unassessed_cells(judged))


def test_elements_come_by_code_with_what_covers_them(course: Course) -> None:
    rows = element_rows(course)
    assert [row.programme.code for row in rows] == sorted(row.programme.code for row in rows)
    assert len(rows) == 154
    covering = {row.element.id: [module.id for module in row.modules] for row in rows}
    assert covering["S1.41"] == ["co-regulation"]
    for row in rows:
        assert row.gaps == (() if row.modules or row.tools else (Gap.NO_MODULE,))
    using = {row.element.id: [tool.id for tool in row.tools] for row in rows}
    assert using["S0.13"] == ["action-plan"]


def test_a_module_that_is_not_published_covers_nothing(course: Course) -> None:
    published = {module.id for module in course.published}
    assert all(module.id in published for row in element_rows(course) for module in row.modules)
