"""The shipped course is whole: no gap in grid, pathways or programmes, and nothing twice."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from itertools import combinations, pairwise
from pathlib import Path

from click.testing import CliRunner

from build_tools.checks import whole_course
from build_tools.checks.answers import feedback, unquoted
from build_tools.checks.learners_text import module_passages, quiz_passages
from build_tools.cli import main
from build_tools.model.alignment import cell_rows, objective_rows
from build_tools.model.course import Course
from build_tools.model.module import KeyPoint

# Every story begins with the same promise, in the same words.
PROMISE = "No choice is a dead end, and you can stop at any step."
# A paragraph has at least so many words; two are one if they share this part of their runs of six.
PARAGRAPH, RUN, ALIKE = 12, 6, 0.8
ELEMENTS = {"S0": 27, "S1": 52, "S2": 18, "S3": 40, "S4": 17}


def test_it_says_that_it_is_complete_and_nothing_is_still_to_be_written(course: Course) -> None:
    assert course.file.status == "complete"
    assert len(course.published) == len(course.file.modules) == 24
    assert sum(len(module.objectives) for module in course.published) == 100
    assert len(course.shown_pathways) == 6
    assert [pathway.planned for pathway in course.shown_pathways] == [()] * 6


def test_all_that_is_asked_of_a_complete_course_is_there(course: Course) -> None:
    assert list(whole_course.empty_cells(course)) == []
    assert list(whole_course.unassessed_cells(course)) == []
    assert list(whole_course.areas_left_out(course)) == []
    assert list(whole_course.modules_without_story(course)) == []
    assert list(whole_course.uncovered_elements(course)) == []
    assert whole_course.summary(course) == ""


def test_each_of_the_twelve_cells_is_taught_and_assessed(course: Course) -> None:
    rows = cell_rows(course, objective_rows(course))
    assert len(rows) == 12
    assert [row for row in rows if row.gaps or not (row.taught and row.assessed)] == []


def test_every_objective_is_taught_and_assessed_as_it_says(course: Course) -> None:
    assert [row.objective.id for row in objective_rows(course) if row.gaps] == []


def test_the_trace_names_what_covers_each_element_of_the_programmes(root: Path) -> None:
    result = CliRunner().invoke(main, ["map", "--course", str(root), "--trace", "--format", "json"])
    assert result.exit_code == 0
    programmes = json.loads(result.output)["programmes"]
    assert {one["code"]: len(one["elements"]) for one in programmes} == ELEMENTS
    for programme in programmes:
        for element in programme["elements"]:
            assert element["modules"] or element["tools"], element["id"]
            assert element["gaps"] == {}


def test_every_module_has_its_quiz_story_tasks_and_notes(course: Course) -> None:
    for module in course.published:
        quiz = course.quiz_of(module)
        assert quiz is not None
        assert 6 <= len(quiz.questions) <= 8, module.id
        assert module.scenario is not None
        assert module.facilitator is not None
        assert {task.kind for task in module.tasks} == {"reflect", "practice"}, module.id
        assert module.review.kind == "desk"


def test_no_two_modules_share_a_paragraph(course: Course) -> None:
    """Also with a few words changed. Notes for facilitators are left out: each has the group
    agreement in full, so that it can be printed by itself. So are key points, where a claim that
    two modules make should be in the same words.
    """
    found: list[tuple[str, str, frozenset[str]]] = []
    for module in course.published:
        quiz = course.quiz_of(module)
        said = [*module_passages(module), *(quiz_passages(quiz) if quiz else ())]
        for passage in said:
            text = passage.text.replace(PROMISE, "")
            words = re.findall(r"[\w’']+", text.lower())
            if len(words) >= PARAGRAPH and not isinstance(passage.record, KeyPoint):
                starts = range(len(words) - RUN + 1)
                runs = frozenset(" ".join(words[n : n + RUN]) for n in starts)
                found.append((module.id, text, runs))
    places = defaultdict(list)
    for number, (_, _, runs) in enumerate(found):
        for run in runs:
            places[run].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in places.values():
        shared.update(combinations(numbers, 2))
    twins = [
        (found[a][0], found[b][0], found[a][1])
        for (a, b), times in shared.items()
        if found[a][0] != found[b][0] and times >= ALIKE * min(len(found[a][2]), len(found[b][2]))
    ]
    assert twins == []


def test_no_two_quizzes_share_a_stem(course: Course) -> None:
    """A short question such as “What do you say?” is another one after another scene."""
    stems: dict[str, list[str]] = defaultdict(list)
    for quiz in course.quizzes.values():
        for question in quiz.questions:
            stems[" ".join(re.findall(r"\w+", question.prompt.lower()))].append(
                f"{quiz.id}/{question.id}"
            )
            if question.scene:
                scene = " ".join(re.findall(r"\w+", question.scene.lower()))
                stems[f"scene: {scene}"].append(f"{quiz.id}/{question.id}")
    assert {stem: ids for stem, ids in stems.items() if len(ids) > 1} == {}


def test_no_feedback_has_a_word_that_puts_down(course: Course) -> None:
    """Neither wrong nor failed nor incorrect, nor a cross; what somebody says is theirs."""
    stories = (module.scenario for module in course.published if module.scenario)
    asked = (question for quiz in course.quizzes.values() for question in quiz.questions)
    told = [text for told in (*asked, *stories) for text, _ in feedback(told)]
    assert len(told) > 1000
    down = re.compile(r"(?i)\b(?:wrong|fail|incorrect)|[✗❌]")
    assert [text for text in told if down.search(unquoted(text))] == []


def test_neighbouring_modules_open_in_different_ways(course: Course) -> None:
    """The first words of a page, after its heading."""
    openings = []
    for module in course.published:
        text = next(p.text for p in module_passages(module) if p.kind == "paragraph")
        openings.append(" ".join(text.split()[:3]).lower())
    assert [pair for pair in pairwise(openings) if pair[0] == pair[1]] == []


def test_a_pathway_is_long_enough_to_learn_from_and_has_what_is_essential(course: Course) -> None:
    for pathway in course.shown_pathways:
        assert 8 <= len(pathway.modules) <= 16, pathway.id
        assert set(course.file.essential) <= set(pathway.modules)
        assert set(pathway.tools) <= set(course.tools)
        assert pathway.phases
