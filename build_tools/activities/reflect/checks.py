"""Faults that only a reflection can have."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.activities.reflect import Activity
from build_tools.core.diagnostics import Finding, Severity
from build_tools.core.document import WORD, plain

SEVERITIES = {
    "qui063_thin_model_answer": Severity.WARNING,
    "qui064_points_to_compare": Severity.WARNING,
}
FEWEST_WORDS = 12
MOST_POINTS = 5


def qui063_thin_model_answer(question: Activity) -> Iterator[Finding]:
    """The answer of a reflection is long enough to compare with.

    “It depends” or a line of keywords shows nobody what an honest answer looks like, and leaves a
    learner who wrote half a page alone with it. One moment, what was said or done, and what
    follows: two or three sentences are enough. Fewer than twelve words count as thin.

    Mend it: write it as a colleague would, about one thing at work.

        # bad quizzes/first-steps.yml 6:13
        questions:
          - id: one-question
            type: reflect
            objective: rewrite-question
            prompt: Which question at your door is hard to answer in front of others?
            answer: The date of birth.

        # good quizzes/first-steps.yml
        questions:
          - id: one-question
            type: reflect
            objective: rewrite-question
            prompt: Which question at your door is hard to answer in front of others?
            answer: We ask for a date of birth out loud. It could be written down, or asked inside.
    """
    count = len(WORD.findall(plain(question.answer)))
    if count < FEWEST_WORDS:
        yield Finding(
            question.place("answer"),
            f"the answer has {count} words, which is little to compare with",
            "write two or three sentences, as a colleague would about one thing at work",
        )


def qui064_points_to_compare(question: Activity) -> Iterator[Finding]:
    """There are at most five points to look for.

    They are read with one's own words in mind. A longer list turns comparing into marking, and
    somebody who was pleased with their answer leaves with a list of what was missing.

    Mend it: keep those that change what somebody does tomorrow.

        # bad quizzes/first-steps.yml 7:15
        questions:
          - id: one-question
            type: reflect
            objective: rewrite-question
            prompt: Which question at your door is hard to answer in front of others?
            answer: We ask for a date of birth out loud. It could be written down, or asked inside.
            look_for: [Who hears it, Who reads it, What it is for, When it is asked, Where, By whom]

        # good quizzes/first-steps.yml
        questions:
          - id: one-question
            type: reflect
            objective: rewrite-question
            prompt: Which question at your door is hard to answer in front of others?
            answer: We ask for a date of birth out loud. It could be written down, or asked inside.
            look_for: [Who hears it, What it is for]
    """
    if len(question.look_for) > MOST_POINTS:
        yield Finding(
            question.place("look_for"),
            f"there are {len(question.look_for)} points to look for",
            f"keep at most {MOST_POINTS}: those that change what somebody does tomorrow",
        )
