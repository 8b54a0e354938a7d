"""Faults that only a question for a number can have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.activities.number import Activity
from build_tools.core.diagnostics import Finding, Severity

SEVERITIES = {"qui059_number_without_source": Severity.WARNING}
# Something to count with stands in the prompt: the answer is worked out, and not known.
_COUNTED = re.compile(
    r"\d|%|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|"
    r"fifty|sixty|hundred|thousand|half|quarter|third|twice|double|dozen|pair|both|each|every|"
    r"weekly|daily|week|month|year|fortnight)\b",
    re.I,
)


def qui057_unfit_tolerance(question: Activity) -> Iterator[Finding]:
    """A tolerance is not below zero, and an answer with a fraction has one.

    With a tolerance below zero not even the answer fits. And whoever works out 2.33 where the
    answer is 2.3333 did it well.

    Mend it: write how far from the answer a number may be and still fit, or ``tolerance: 0`` if it
    must be exact.

        # bad quizzes/first-steps.yml 7:16
        questions:
          - id: first
            type: number
            objective: choose-greeting
            prompt: Three of you share 21 nights. How many is that for each?
            answer: 7
            tolerance: -1
            feedback: Seven each.
            otherwise: Share the nights among three.

        # bad quizzes/first-steps.yml 6:13
        questions:
          - id: first
            type: number
            objective: choose-greeting
            prompt: Three of you share 22 nights. How many is that for each?
            answer: 7.33
            feedback: A little more than seven.
            otherwise: Share the nights among three.

        # good quizzes/first-steps.yml
        questions:
          - id: first
            type: number
            objective: choose-greeting
            prompt: Three of you share 22 nights. How many is that for each?
            answer: 7.33
            tolerance: 0.34
            feedback: A little more than seven.
            otherwise: Share the nights among three.
    """
    if question.tolerance is not None and question.tolerance < 0:
        yield Finding(
            question.place("tolerance"),
            "the tolerance is below zero, so that no number fits",
            f"write {-question.tolerance:f}, or 0 if the answer must be exact",
        )
    elif question.tolerance is None and question.answer % 1:
        yield Finding(
            question.place("answer"),
            f"only {question.answer:f} fits, and nothing that was rounded otherwise",
            "add a tolerance, or “tolerance: 0” if it must be exact",
            Severity.WARNING,
        )


def qui058_unfit_range(question: Activity) -> Iterator[Finding]:
    """The range of a near miss has numbers of its own.

    Between 9 and 6 there is no number. Where a range holds the answer, or shares numbers with
    another range, the first that fits gives its reply, and the other one is never read.

    Mend it: write the smaller number after ``from`` and the larger one after ``to``, and keep the
    ranges apart from each other and from the answer with its tolerance.

        # bad quizzes/first-steps.yml 10:25
        questions:
          - id: first
            type: number
            objective: choose-greeting
            prompt: Three of you share 21 nights. How many is that for each?
            answer: 7
            feedback: Seven each.
            otherwise: Share the nights among three.
            near:
              - {id: two, from: 11, to: 10, feedback: That is for two.}

        # bad quizzes/first-steps.yml 10:25
        questions:
          - id: first
            type: number
            objective: choose-greeting
            prompt: Three of you share 21 nights. How many is that for each?
            answer: 7
            feedback: Seven each.
            otherwise: Share the nights among three.
            near:
              - {id: two, from: 6, to: 11, feedback: That is for two.}

        # bad quizzes/first-steps.yml 11:25
        questions:
          - id: first
            type: number
            objective: choose-greeting
            prompt: Three of you share 21 nights. How many is that for each?
            answer: 7
            feedback: Seven each.
            otherwise: Share the nights among three.
            near:
              - {id: two, from: 10, to: 11, feedback: That is for two.}
              - {id: all, from: 11, to: 21, feedback: That is for one.}

        # good quizzes/first-steps.yml
        questions:
          - id: first
            type: number
            objective: choose-greeting
            prompt: Three of you share 21 nights. How many is that for each?
            answer: 7
            feedback: Seven each.
            otherwise: Share the nights among three.
            near:
              - {id: two, from: 10, to: 11, feedback: That is for two.}
              - {id: all, from: 21, to: 21, feedback: That is for one.}
    """
    within = max(question.tolerance or 0, 0)
    taken = [("the answer", question.answer - within, question.answer + within)]
    for near in question.near:
        place = near.place("from")
        if near.start > near.to:
            yield Finding(
                place,
                f"there is no number from {near.start:f} to {near.to:f}",
                f"write from: {near.to:f}, to: {near.start:f}",
            )
            continue
        for name, low, high in taken:
            if near.start <= high and low <= near.to:
                yield Finding(
                    place,
                    f"the near miss “{near.id}” shares numbers with {name}",
                    f"keep it apart from {low:f}" + (f" to {high:f}" if low != high else ""),
                )
        taken.append((f"“{near.id}”", near.start, near.to))


def qui059_number_without_source(question: Activity) -> Iterator[Finding]:
    """A number that is asked as a fact comes with its source.

    Nobody can work it out, and whoever knows another number cannot see where this one is from.
    Where the prompt has something to count with, the answer is worked out and needs none.

    Mend it: add ``cites: [key]``, or give in the prompt what the number is worked out from.

        # bad quizzes/first-steps.yml 6:13
        questions:
          - id: first
            type: number
            objective: choose-greeting
            prompt: How many principles are named in the guidance?
            answer: 6
            feedback: Six, and safety comes first.
            otherwise: There are six, and safety comes first.

        # good quizzes/first-steps.yml
        questions:
          - id: first
            type: number
            objective: choose-greeting
            prompt: How many principles are named in the guidance?
            answer: 6
            feedback: Six, and safety comes first.
            otherwise: There are six, and safety comes first.
            cites: [phac2018]
    """
    said = (question.prompt, question.feedback, question.otherwise)
    if not (question.cites or "[@" in " ".join(said) or _COUNTED.search(question.prompt)):
        yield Finding(
            question.place("answer"),
            "the number is asked as a fact, and nothing says where it is from",
            "add “cites: [key]”, or say in the prompt what it is worked out from",
        )
