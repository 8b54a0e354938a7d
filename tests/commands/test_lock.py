"""``trellis lock`` writes down what learners can answer, and refuses what would mix answers up."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from build_tools.cli import main
from build_tools.core.source import read
from build_tools.instruments import folder_of
from build_tools.model.load import load
from tests.editing import QUIZ, change, cut, new_question, second_quiz

LOCK = "course/items.lock.json"
LATE = "first-steps/late-with-a-pushchair"
FORM = "first-steps/before-the-form"
FIRST = "- id: late-with-a-pushchair\n    rev: 1"
RENAMED = "- id: pushchair\n    rev: 1\n    was: [late-with-a-pushchair]"
OPTION = "“Come in, you're fine. Tea is over there.”"
STORY = """\
schema: 1
id: at-the-desk
title: At the desk
people: A father. Made up.
start: door
steps:
  door:
    text: A father arrives late. What do you say?
    responses:
      - {id: tea, text: “Tea?”, fit: best, consequence: He nods., feedback: Kind., goto: end}
      - {id: why, text: “Why?”, fit: not-here, consequence: He looks., feedback: Hard., goto: end}
  end: {ending: true, text: He drinks his tea.}
debrief: What can people answer with a nod?
"""


def run(course: Path, *words: str) -> Result:
    result = CliRunner().invoke(main, ["lock", "--course", str(course), *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def locked(course: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((course / LOCK).read_text(encoding="utf-8"))
    return data


@pytest.fixture
def course(starter: Path) -> Path:
    """The starter course, in a folder with a space in its name, locked."""
    assert run(starter).exit_code == 0
    return starter


def refused(course: Path, *words: str) -> str:
    """Run it, make sure that it refused, and give what it said with single spaces."""
    result = run(course, *words)
    assert result.exit_code == 1
    return " ".join(result.output.split())


def test_the_first_time_everything_is_added(starter: Path) -> None:
    result = run(starter)
    assert result.exit_code == 0
    assert result.output.startswith("3 questions added.\n")
    data = locked(starter)
    assert data.pop("format") == "trellis-lock/1"
    assert list(data) == sorted(data)
    assert data[LATE]["rev"] == 1
    assert data[LATE]["parts"] == {"options": ["come-in", "sign-first", "why-late"]}


def test_one_item_is_one_line_that_ends_in_a_comma(course: Path) -> None:
    raw = (course / LOCK).read_bytes()
    first, *lines, form, last, end = raw.decode().split("\n")
    assert (first, form, last, end) == ("{", '"format": "trellis-lock/1"', "}", "")
    assert len(lines) == 3
    assert all(line.endswith("},") for line in lines)
    assert b"\r" not in raw


def test_a_second_run_changes_nothing(course: Path) -> None:
    before = (course / LOCK).stat().st_mtime_ns, (course / LOCK).read_bytes()
    result = run(course)
    assert result.output == "3 questions unchanged.\n"
    assert ((course / LOCK).stat().st_mtime_ns, (course / LOCK).read_bytes()) == before
    assert not list((course / "course").glob(".*"))


def test_a_file_with_windows_line_ends_is_left_as_it_is(course: Path) -> None:
    for file in (LOCK, QUIZ):
        path = course / file
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = (course / LOCK).read_bytes()
    assert run(course).output == "3 questions unchanged.\n"
    assert (course / LOCK).read_bytes() == before


def test_a_dry_run_says_the_same_and_writes_nothing(starter: Path) -> None:
    result = run(starter, "--dry-run")
    assert result.exit_code == 0
    assert result.output == "3 questions added.\nNothing was written, since this was a dry run.\n"
    assert not (starter / LOCK).exists()


def test_a_new_question_is_added_beside_the_others(course: Path) -> None:
    change(course, "questions:\n", "questions:\n" + new_question("brand-new"))
    assert run(course).output.startswith("1 question added, 3 questions unchanged.\n")
    assert "first-steps/brand-new" in locked(course)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ask nothing yet; say where the tea is.", "Leave the question, and say where tea is."),
        ("What do you say first?", "what do you  SAY first …"),
        ("you're fine", "you’re fine"),
        ("    cites: [phac2018]\n", ""),
        (
            '"You noticed, and you wanted to help.',
            '"You noticed and wished to help.',
        ),
    ],
)
def test_feedback_sources_case_and_punctuation_may_change_freely(
    old: str, new: str, course: Path
) -> None:
    change(course, old, new)
    assert run(course).output == "3 questions unchanged.\n"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("What do you say first?", "What do you say last?", "its words have changed"),
        (OPTION, "“Come in, you're late.”", "its words have changed"),
        (
            "correct: true, feedback: \"He can",
            "feedback: \"He can",
            "its right answer has changed",
        ),
        ("{id: why-late,", "{id: why-so-late,", "(new: why-so-late; gone: why-late) has changed"),
        ("answer: false", "answer: true", "its right answer has changed"),
    ],
)  # fmt: skip
def test_a_question_that_changed_is_refused_with_its_place_and_both_ways_to_mend(
    old: str, new: str, told: str, course: Path
) -> None:
    before = (course / LOCK).read_bytes()
    change(course, old, new)
    said = refused(course)
    assert told in said
    assert "write rev: 2" in said
    assert re.search(rf"{QUIZ}:\d+:9: “", said)
    assert ("trellis lock --wording first-steps/" in said) == ("words" in told)
    assert (course / LOCK).read_bytes() == before


def test_what_is_sound_is_locked_also_beside_what_is_refused(course: Path) -> None:
    change(course, "What do you say first?", "What do you say last?")
    change(course, "questions:\n", "questions:\n" + new_question("brand-new"))
    before = locked(course)[LATE]
    assert "1 question added, 2 questions unchanged." in refused(course)
    assert "first-steps/brand-new" in locked(course)
    assert locked(course)[LATE] == before


def test_a_raised_rev_is_taken_over(course: Path) -> None:
    before = locked(course)[LATE]
    change(course, "What do you say first?", "What do you say last?")
    change(course, FIRST, FIRST.replace("1", "2"))
    result = run(course)
    assert result.exit_code == 0
    assert "1 question with a new rev, 2 questions unchanged." in result.output
    now = locked(course)[LATE]
    assert now["rev"] == 2
    assert now["hash"] != before["hash"]


def test_a_lower_rev_is_refused(course: Path) -> None:
    change(course, FIRST, FIRST.replace("1", "3"))
    run(course)
    change(course, "rev: 3", "rev: 2")
    said = refused(course)
    assert "has rev 2, but learners may have answered rev 3" in said
    assert locked(course)[LATE]["rev"] == 3


@pytest.mark.parametrize("id", ["late-with-a-pushchair", LATE])
def test_an_edit_of_the_wording_is_accepted_where_it_is_named(id: str, course: Path) -> None:
    change(course, "What do you say first?", "What are your first words?")
    change(course, "Show her two places to sit.", "Show her two seats.")
    said = refused(course, "--wording", id)
    assert "1 question only worded better, 1 question unchanged." in said
    assert f"--wording {FORM}" in said
    result = run(course, "--wording", FORM, "--wording", id)
    assert result.exit_code == 0
    assert f"--wording was not needed for {LATE}." in result.output
    assert locked(course)[FORM]["rev"] == 1
    assert run(course).output == "3 questions unchanged.\n"


def test_another_right_answer_is_never_mere_wording(course: Path) -> None:
    change(course, "answer: false", "answer: true")
    said = refused(course, "--wording", "what-precautions-mean")
    assert "its right answer has changed" in said


def test_a_name_for_wording_that_nothing_has_stops_it(course: Path) -> None:
    result = run(course, "--wording", "late-with-a-puschair")
    assert result.exit_code == 2
    assert "did you mean “late-with-a-pushchair”?" in result.stderr


def test_a_question_taken_out_is_retired_and_may_come_back(course: Path) -> None:
    text = cut(course, "late-with-a-pushchair")
    assert "2 questions unchanged, 1 retired." in run(course).output
    assert locked(course)[LATE]["retired"] is True
    assert run(course).output == "2 questions unchanged.\n"
    with (course / QUIZ).open("a", encoding="utf-8") as file:
        file.write(text)
    assert "1 question back again" in run(course).output
    assert "retired" not in locked(course)[LATE]


def test_the_id_of_a_retired_question_is_not_given_to_another(course: Path) -> None:
    cut(course, "late-with-a-pushchair")
    run(course)
    change(course, "questions:\n", "questions:\n" + new_question("late-with-a-pushchair"))
    said = refused(course)
    assert "was the id of another question, which learners may have answered" in said
    assert locked(course)[LATE]["type"] == "choice"


def test_a_question_moved_to_another_quiz_keeps_its_earlier_key(course: Path) -> None:
    second_quiz(course, cut(course, "late-with-a-pushchair"))
    key = "second/late-with-a-pushchair"
    assert load(read(course))[0].locked.known_as(key) == (LATE,)
    assert "1 question moved or renamed" in run(course).output
    assert LATE not in locked(course)
    assert locked(course)[key]["was"] == [LATE]
    assert load(read(course))[0].locked.known_as(key) == (LATE,)
    assert run(course).output == "3 questions unchanged.\n"


def test_a_question_moved_there_and_back_knows_both_places(course: Path) -> None:
    text = cut(course, "late-with-a-pushchair")
    second_quiz(course, text + new_question("other"))
    run(course)
    cut(course, "late-with-a-pushchair", "quizzes/second.yml")
    with (course / QUIZ).open("a", encoding="utf-8") as file:
        file.write(text)
    assert run(course).exit_code == 0
    assert locked(course)[LATE]["was"] == ["second/late-with-a-pushchair"]


def test_a_question_moved_and_edited_at_once_is_refused_until_rev_goes_up(course: Path) -> None:
    text = cut(course, "late-with-a-pushchair").replace("say first", "say last")
    second_quiz(course, text)
    said = refused(course)
    assert f"it was {LATE} before" in said
    assert "if it is another question, give it an id of its own" in said
    change(course, "rev: 1", "rev: 2", "quizzes/second.yml")
    assert run(course).exit_code == 0
    assert locked(course)["second/late-with-a-pushchair"]["was"] == [LATE]


def test_the_same_id_in_a_quiz_that_still_has_it_is_another_question(course: Path) -> None:
    second_quiz(course, new_question("late-with-a-pushchair"))
    assert "1 question added, 3 questions unchanged." in run(course).output
    assert load(read(course))[0].locked.known_as("second/late-with-a-pushchair") == ()


def test_a_renamed_question_and_a_renamed_option_keep_their_line(course: Path) -> None:
    change(course, FIRST, RENAMED)
    change(course, "{id: why-late,", "{id: why-so-late, was: [why-late],")
    before = locked(course)[LATE]
    assert "1 question moved or renamed, 2 questions unchanged." in run(course).output
    now = locked(course)["first-steps/pushchair"]
    assert now.pop("was") == [LATE]
    assert now == before
    change(course, RENAMED, "- id: pushchair\n    rev: 1")
    assert load(read(course))[0].locked.known_as("first-steps/pushchair") == (LATE,)


def test_a_question_renamed_without_a_word_is_known_by_what_it_says(course: Path) -> None:
    change(course, "- id: late-with-a-pushchair", "- id: pushchair")
    assert "1 question moved or renamed" in run(course).output
    assert locked(course)["first-steps/pushchair"]["was"] == [LATE]


def test_an_earlier_id_is_not_given_to_another_question(course: Path) -> None:
    change(course, "- id: late-with-a-pushchair", "- id: pushchair")
    run(course)
    change(course, "questions:\n", "questions:\n" + new_question("late-with-a-pushchair"))
    assert "is an earlier id of first-steps/pushchair" in refused(course)


def test_the_order_of_questions_and_options_does_not_count(course: Path) -> None:
    text = (course / QUIZ).read_text(encoding="utf-8")
    head, *questions = re.split(r"(?m)^(?=  - id)", text)
    questions = ["".join(_turned(one)) for one in reversed(questions)]
    (course / QUIZ).write_text(head + "".join(questions), encoding="utf-8")
    assert run(course).output == "3 questions unchanged.\n"


def _turned(question: str) -> list[str]:
    lines = question.splitlines(keepends=True)
    options = [line for line in lines if line.startswith("      - {id")]
    rest = [line for line in lines if line not in options]
    return [*rest, *reversed(options)]


def test_a_story_is_locked_and_refused_like_a_question(course: Path) -> None:
    file = "modules/first-steps/scenario.yml"
    (course / file).write_text(STORY, encoding="utf-8")
    assert run(course).output.startswith("1 story added, 3 questions unchanged.\n")
    assert locked(course)["scenario:at-the-desk"]["parts"] == {
        "steps": ["door", "end"],
        "steps/door/responses": ["tea", "why"],
    }
    change(course, "fit: not-here", "fit: partly", file)
    said = refused(course)
    assert (
        f"{file}:2:5: “at-the-desk” is locked as rev 1, but what fits or follows has changed"
        in said
    )
    change(course, "id: at-the-desk\n", "id: at-the-desk\nrev: 2\n", file)
    assert run(course).exit_code == 0
    change(course, "id: at-the-desk\nrev: 2\n", "id: the-desk\nrev: 2\nwas: [at-the-desk]\n", file)
    assert run(course).exit_code == 0
    assert locked(course)["scenario:the-desk"]["was"] == ["scenario:at-the-desk"]


def test_a_statement_to_rate_is_locked_and_refused_like_a_question(course: Path) -> None:
    file = "course/tools/our-rating.yml"
    (course / "course/tools").mkdir()
    example = (folder_of("rating") / "example.yml").read_text(encoding="utf-8")
    (course / file).write_text(example, encoding="utf-8")
    assert run(course).output.startswith("2 statements added, 3 questions unchanged.\n")
    assert locked(course)["tool:our-rating/first"]["type"] == "statement"
    change(course, "id: first, area: awareness", "id: first, area: safety", file)
    said = refused(course)
    assert "“first” is locked as rev 1, but its area or its level has changed since" in said
    change(course, "id: first, area: safety", "id: first, rev: 2, area: safety", file)
    assert run(course).exit_code == 0
    (course / file).rename(course / "course/tools/mine.yml")
    file = "course/tools/mine.yml"
    change(course, "kind: rating\n", "kind: rating\nwas: [our-rating]\n", file)
    assert run(course).exit_code == 0
    assert locked(course)["tool:mine/first"]["was"] == ["tool:our-rating/first"]


def test_no_statement_is_retired_because_its_instrument_cannot_be_read(course: Path) -> None:
    (course / "course/tools").mkdir()
    file = course / "course/tools/our-rating.yml"
    file.write_text((folder_of("rating") / "example.yml").read_text(encoding="utf-8"), "utf-8")
    assert run(course).exit_code == 0
    file.write_text("kind: [\n", encoding="utf-8")
    loaded, _ = load(read(course))
    assert loaded.locked.gone == ()


def test_a_module_that_is_not_listed_is_left_alone(course: Path) -> None:
    second_quiz(course, new_question("draft-question"), published=False)
    result = run(course)
    assert result.exit_code == 0
    assert "Left alone: 1 question or story of modules" in result.output
    assert "second/draft-question" not in locked(course)


def test_nothing_is_retired_because_of_a_file_that_cannot_be_read(course: Path) -> None:
    before = (course / LOCK).read_bytes()
    (course / QUIZ).write_text("questions: [\n", encoding="utf-8")
    assert "Nothing was locked: mend 1 fault first." in refused(course)
    assert (course / LOCK).read_bytes() == before
    loaded, _ = load(read(course))
    assert loaded.locked.gone == ()


def test_two_questions_of_one_id_stop_it(course: Path) -> None:
    change(course, "questions:\n", "questions:\n" + new_question("before-the-form"))
    assert "another question has the id “before-the-form” already" in refused(course)


def test_a_lock_that_cannot_be_read_stops_it(course: Path) -> None:
    text = (course / LOCK).read_text(encoding="utf-8")
    text = text.replace('"format"', '<<<<<<< ours\n"x": 1,\n=======\n>>>>>>> theirs\n"format"')
    (course / LOCK).write_text(text, encoding="utf-8")
    result = run(course)
    assert result.exit_code == 2
    assert f"{LOCK}:5: two versions of this file were merged" in result.stderr
    assert (course / LOCK).read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "this is not valid JSON"),
        ("[]", "this is no lock file"),
        ("{}", "this is no lock file"),
        ('{"format": "trellis-lock/2"}', "install the newest version"),
        ('{"a/b": {}, "format": "trellis-lock/1"}', "the line of “a/b” is not as"),
        ('{"a/b": 1,\n"a/b": 2, "format": "trellis-lock/1"}', ":2: “a/b” is there twice"),
        ("[" * 100_000, "this is not valid JSON"),
        ('{"rev": ' + "1" * 5000 + "}", "this is not valid JSON"),
    ],
)
def test_a_lock_that_is_something_else_is_told_and_left_alone(
    text: str, told: str, course: Path
) -> None:
    (course / LOCK).write_text(text, encoding="utf-8")
    result = run(course)
    assert result.exit_code == 2
    assert told in result.stderr
    assert (course / LOCK).read_text(encoding="utf-8") == text


def test_lines_of_a_newer_version_are_kept(course: Path) -> None:
    data = '{"rev": 1, "type": "form", "parts": {}, "hash": {"key": "", "words": ""}}'
    line = f'"walk:wellbeing/sleep": {data},\n'
    change(course, '"format"', f'{line}"format"', LOCK)
    assert run(course).exit_code == 0
    assert line in (course / LOCK).read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_ends_in_one_sentence(starter: Path) -> None:
    (starter / LOCK).mkdir()
    result = run(starter)
    assert result.exit_code == 2
    assert "could not be written" in result.stderr


def test_two_stories_of_one_id_are_told_and_stop_it(course: Path) -> None:
    second_quiz(course, new_question("of-the-second"))
    for module in ("first-steps", "second"):
        (course / f"modules/{module}/scenario.yml").write_text(STORY, encoding="utf-8")
    assert "another story has the id “at-the-desk” already" in refused(course)
    checked = CliRunner().invoke(main, ["check", str(course), "--select", "SRC018"])
    assert "“at-the-desk” is already the id of another story" in checked.output
