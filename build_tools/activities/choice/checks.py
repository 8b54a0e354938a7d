"""Faults that only a question with one answer can have."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.activities.choice import Activity
from build_tools.core.diagnostics import Finding


def qui001_one_key(question: Activity) -> Iterator[Finding]:
    """A question with one answer has exactly one that is marked right.

    With none, nobody can answer it; with two, somebody who chose well is told otherwise.

    Mend it: mark one option with ``correct: true``, or make it ``type: choices``.

        # bad quizzes/first-steps.yml 7:7
        questions:
          - id: first
            type: choice
            objective: choose-greeting
            prompt: What do you say?
            options:
              - {id: a, text: Hello, feedback: One.}
              - {id: b, text: Tea?, feedback: Two.}
              - {id: c, text: Sit down, feedback: Three.}

        # good quizzes/first-steps.yml
        questions:
          - id: first
            type: choice
            objective: choose-greeting
            prompt: What do you say?
            options:
              - {id: a, text: Hello, correct: true, feedback: One.}
              - {id: b, text: Tea?, feedback: Two.}
              - {id: c, text: Sit down, feedback: Three.}
    """
    right = [option for option in question.options if option.correct]
    if not right:
        yield Finding(
            question.place("options"),
            "no option is marked as the right one",
            "add “correct: true” to one of them",
        )
    for option in right[1:]:
        yield Finding(
            option.place("correct"),
            "a second option is marked as right",
            "leave one, or make the question “type: choices”",
        )
