"""Faults that only a question with several answers can have."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.activities.choices import Activity
from build_tools.core.diagnostics import Finding, Severity

SEVERITIES = {"qui005_single_key": Severity.WARNING, "qui006_all_right": Severity.WARNING}


def qui004_no_key(question: Activity) -> Iterator[Finding]:
    """A question with several answers has some that are marked right.

    With none, nobody can answer it, and whoever tries is told each time that it does not fit.

    Mend it: mark each answer that fits with ``correct: true``.

        # bad quizzes/first-steps.yml 6:14
        questions:
          - id: first
            type: choices
            objective: choose-greeting
            prompt: Which of these are easy to answer?
            options: [{id: a, text: Tea?, feedback: One.}, {id: b, text: Why?, feedback: Two.}, {id: c, text: Here?, feedback: Three.}]

        # good quizzes/first-steps.yml
        questions:
          - id: first
            type: choices
            objective: choose-greeting
            prompt: Which of these are easy to answer?
            options: [{id: a, text: Tea?, correct: true, feedback: One.}, {id: b, text: Why?, feedback: Two.}, {id: c, text: Here?, correct: true, feedback: Three.}]
    """  # noqa: E501
    if question.options and not any(option.correct for option in question.options):
        yield Finding(
            question.place("options"),
            "no option is marked as right",
            "add “correct: true” to each that fits",
        )


def qui005_single_key(question: Activity) -> Iterator[Finding]:
    """A question with one right answer is of the kind that takes one.

    Boxes to tick tell a learner that several answers fit. Who finds the right one and looks for a
    second loses the point.

    Mend it: write ``type: choice``, or mark the other answers that fit.

        # bad quizzes/first-steps.yml 3:11
        questions:
          - id: first
            type: choices
            objective: choose-greeting
            prompt: Which of these are easy to answer?
            options: [{id: a, text: Tea?, correct: true, feedback: One.}, {id: b, text: Why?, feedback: Two.}, {id: c, text: Here?, feedback: Three.}]

        # good quizzes/first-steps.yml
        questions:
          - id: first
            type: choices
            objective: choose-greeting
            prompt: Which of these are easy to answer?
            options: [{id: a, text: Tea?, correct: true, feedback: One.}, {id: b, text: Why?, feedback: Two.}, {id: c, text: Here?, correct: true, feedback: Three.}]
    """  # noqa: E501
    if sum(option.correct for option in question.options) == 1:
        yield Finding(
            question.place("type"),
            "one option alone is marked as right, but learners are told that several fit",
            "write “type: choice”, or mark the others that fit",
        )


def qui006_all_right(question: Activity) -> Iterator[Finding]:
    """A question with several answers has some that do not fit.

    Where every answer fits there is nothing to tell apart: ticking all of them needs no thought.

    Mend it: add an answer that somebody who means well could choose, and that does not fit here.

        # bad quizzes/first-steps.yml 6:14
        questions:
          - id: first
            type: choices
            objective: choose-greeting
            prompt: Which of these are easy to answer?
            options: [{id: a, text: Tea?, correct: true, feedback: One.}, {id: b, text: Now?, correct: true, feedback: Two.}, {id: c, text: Here?, correct: true, feedback: Three.}]

        # good quizzes/first-steps.yml
        questions:
          - id: first
            type: choices
            objective: choose-greeting
            prompt: Which of these are easy to answer?
            options: [{id: a, text: Tea?, correct: true, feedback: One.}, {id: b, text: Why?, feedback: Two.}, {id: c, text: Here?, correct: true, feedback: Three.}]
    """  # noqa: E501
    if len(question.options) > 1 and all(option.correct for option in question.options):
        yield Finding(
            question.place("options"),
            "every option is marked as right, so there is nothing to tell apart",
            "add one that somebody who means well could choose, and that does not fit",
        )
