"""Faults that only a question with a scale can have."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.activities.rating import Activity
from build_tools.core.diagnostics import Finding, Severity

SEVERITIES = {"qui062_words_back_for_some": Severity.WARNING}
FEWEST, MOST = 3, 7
UNSURE = "unsure"


def qui060_scale_size(question: Activity) -> Iterator[Finding]:
    """A scale has three to seven points.

    Two points leave no room for “partly”. More than seven make a long list on a phone, with
    neighbours that nobody can tell apart. (J. A. Krosnick and S. Presser, *Question and
    Questionnaire Design*, 2010, advise five points for how much of one thing, and seven for a
    scale with two opposite ends.)

    Mend it: leave out the points that say nearly the same, or add one in the middle.

        # bad quizzes/first-steps.yml 6:12
        questions:
          - id: how-sure
            type: rating
            objective: choose-greeting
            prompt: I know what to say when somebody arrives late.
            scale: [{id: not-yet, text: Not yet}, {id: mostly, text: Most of the time}]

        # good quizzes/first-steps.yml
        questions:
          - id: how-sure
            type: rating
            objective: choose-greeting
            prompt: I know what to say when somebody arrives late.
            scale:
              - {id: not-yet, text: Not yet}
              - {id: sometimes, text: Sometimes}
              - {id: mostly, text: Most of the time}
    """
    count = len(question.scale)
    if not FEWEST <= count <= MOST:
        yield Finding(
            question.place("scale"),
            f"the scale has {count} point{'' if count == 1 else 's'}; "
            f"there should be {FEWEST} to {MOST}",
            "add a point in the middle" if count < FEWEST else "leave out points that are close",
        )


def qui061_unsure_as_point(question: Activity) -> Iterator[Finding]:
    """“Don't know” is no point of the scale.

    Somebody who cannot say stands nowhere on the scale, neither low nor in the middle. ``unsure:
    true`` adds such an answer apart from it, under the id ``unsure``, which therefore belongs to
    no point.

    Mend it: leave the point out and write ``unsure: true``, or give the point another id.

        # bad quizzes/first-steps.yml 10:14
        questions:
          - id: how-sure
            type: rating
            objective: choose-greeting
            prompt: I know what to say when somebody arrives late.
            scale:
              - {id: not-yet, text: Not yet}
              - {id: sometimes, text: Sometimes}
              - {id: mostly, text: Most of the time}
              - {id: unsure, text: I can't say}

        # good quizzes/first-steps.yml
        questions:
          - id: how-sure
            type: rating
            objective: choose-greeting
            prompt: I know what to say when somebody arrives late.
            scale:
              - {id: not-yet, text: Not yet}
              - {id: sometimes, text: Sometimes}
              - {id: mostly, text: Most of the time}
            unsure: true
    """
    for point in question.scale:
        if point.id == UNSURE:
            yield Finding(
                point.place("id"),
                f"“{UNSURE}” is kept for “Don't know”, which is no point of the scale",
                "leave the point out and write “unsure: true”, or give it another id",
            )


def qui062_words_back_for_some(question: Activity) -> Iterator[Finding]:
    """Every point of a scale has a word back, or none has.

    Where one answer gets a reply and the next gets silence, the silent one seems to be the answer
    nobody wanted. That shames most where it should least: at the low end.

    Mend it: give each point a sentence, or say the same to everybody under ``overall``.

        # bad quizzes/first-steps.yml 8:9
        questions:
          - id: how-sure
            type: rating
            objective: choose-greeting
            prompt: I know what to say when somebody arrives late.
            scale:
              - {id: not-yet, text: Not yet, feedback: The example above is a good place to begin.}
              - {id: sometimes, text: Sometimes}
              - {id: mostly, text: Most of the time, feedback: Then tell a colleague how.}

        # good quizzes/first-steps.yml
        questions:
          - id: how-sure
            type: rating
            objective: choose-greeting
            prompt: I know what to say when somebody arrives late.
            scale:
              - {id: not-yet, text: Not yet}
              - {id: sometimes, text: Sometimes}
              - {id: mostly, text: Most of the time}
            overall: Whatever you chose, the example above is a good place to begin.
    """
    silent = [point for point in question.scale if not point.feedback]
    if len(silent) < len(question.scale):
        for point in silent:
            yield Finding(
                point.place(),
                f"other points have a word back, but “{point.id}” has none",
                "give it a sentence, or say one to everybody under “overall”",
            )
