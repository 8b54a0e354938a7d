"""Editing a copy of the starter course as a trainer would, with its quiz and a second one."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

QUIZ = "quizzes/first-steps.yml"
SECOND = "quizzes/second.yml"


def change(course: Path, old: str, new: str, file: str = QUIZ) -> None:
    """Replace a text, where it first stands."""
    text = (course / file).read_text(encoding="utf-8")
    assert old in text
    (course / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def cut(course: Path, id: str, file: str = QUIZ) -> str:
    """Take a question out of a quiz, and give its text."""
    text = (course / file).read_text(encoding="utf-8")
    match = re.search(rf"(?ms)^  - id: {id}\n.*?(?=^  - |\Z)", text)
    assert match
    (course / file).write_text(text.replace(match.group(), ""), encoding="utf-8")
    return match.group()


def second_quiz(course: Path, questions: str, *, published: bool = True) -> None:
    """Add a module “second” that holds these questions; both modules may lack some others."""
    allow = "allow: {OBJ007: The text is a copy., OBJ010: Questions come and go here.}\n"
    first, second = course / "modules/first-steps", course / "modules/second"
    shutil.copytree(first, second)
    for folder in (first, second):
        with (folder / "module.yml").open("a", encoding="utf-8") as file:
            file.write(allow)
    text = f"schema: 1\nquestions:\n{questions}"
    (course / SECOND).write_text(text, encoding="utf-8")
    if published:
        change(
            course, "modules: [first-steps", "modules: [first-steps, second", "course/course.yml"
        )


def new_question(id: str, prompt: str = "May people say nothing?") -> str:
    """Give the text of a small question."""
    return (
        f"  - id: {id}\n    type: true-false\n    objective: choose-greeting\n"
        f"    prompt: {prompt}\n    answer: true\n"
        '    feedback: {"true": A nod is enough., "false": Nobody owes you words.}\n'
    )
