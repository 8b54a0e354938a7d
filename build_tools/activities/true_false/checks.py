"""Faults that only a statement to judge can have."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.activities.true_false import Activity
from build_tools.core.diagnostics import Finding, Severity

SEVERITIES = {"qui014_same_words_for_both": Severity.WARNING}


def qui014_same_words_for_both(question: Activity) -> Iterator[Finding]:
    """A statement to judge has other words for “true” than for “false”.

    One of the two learners believed something that does not hold. The same words for both speak
    to neither.

    Mend it: under “true” say what follows from believing it; under “false” say what holds instead,
    and what to do.

        # bad quizzes/first-steps.yml 9:16
        questions:
          - id: first
            type: true-false
            objective: choose-greeting
            prompt: You need to know what happened to a person before you can greet them well.
            answer: false
            feedback:
              "true": You can greet anybody well.
              "false": You can greet anybody well.

        # good quizzes/first-steps.yml
        questions:
          - id: first
            type: true-false
            objective: choose-greeting
            prompt: You need to know what happened to a person before you can greet them well.
            answer: false
            feedback:
              "true": It feels safer to know, and asking can hurt.
              "false": You can greet anybody well, and nobody has to explain.
    """
    if question.feedback.true.lower().split() == question.feedback.false.lower().split():
        yield Finding(
            question.place("feedback", "false"),
            "the feedback is the same for “true” and for “false”",
            "say what follows from believing it, and what holds instead",
        )
