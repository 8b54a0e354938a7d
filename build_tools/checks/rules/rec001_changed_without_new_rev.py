"""A question that learners may have answered changes its meaning only with a new `rev`.

`course/items.lock.json` holds what each question was like when it was locked: its options, its
right answer and its words. An answer in a learner's record belongs to that. If the question then
says something else under the same `rev`, the answer is shown, and counted, as given to a question
that nobody asked. Capitals, spaces and punctuation may change, and so may feedback, hints and the
order of the options. The same holds for stories.

Mend it: raise `rev` by one. Learners keep their answer in their record and are told that the
question has changed. If you only worded it better, say so: `trellis lock --wording QUIZ/ID`. An
option that got another id lists the old one under `was:`.

    # bad quizzes/first-steps.yml 2:9
    questions:
      - id: late
        type: choice
        objective: choose-greeting
        prompt: She is early. What do you say?
        options:
          - {id: hello, text: “Come in.”, correct: true, feedback: Short and kind.}
          - {id: why, text: “Why so late?”, feedback: He has to explain.}

    # with course/items.lock.json
    {
    "first-steps/late": {"rev": 1, "type": "choice",
      "parts": {"options": ["hello", "why"]},
      "hash": {"key": "7acd8d04ef87c652", "words": "226659e41eb0c155"}},
    "format": "trellis-lock/1"
    }

    # good quizzes/first-steps.yml
    questions:
      - id: late
        rev: 2
        type: choice
        objective: choose-greeting
        prompt: She is early. What do you say?
        options:
          - {id: hello, text: “Come in.”, correct: true, feedback: Short and kind.}
          - {id: why, text: “Why so late?”, feedback: He has to explain.}

    # with course/items.lock.json
    {
    "first-steps/late": {"rev": 1, "type": "choice",
      "parts": {"options": ["hello", "why"]},
      "hash": {"key": "7acd8d04ef87c652", "words": "226659e41eb0c155"}},
    "format": "trellis-lock/1"
    }

    # good quizzes/first-steps.yml
    questions:
      - id: late
        type: choice
        objective: choose-greeting
        prompt: He is LATE: what do you say?
        options:
          - {id: hello, text: “Come in.”, correct: true, feedback: Short and kind.}
          - {id: why, text: “Why so late?”, feedback: He has to explain.}

    # with course/items.lock.json
    {
    "first-steps/late": {"rev": 1, "type": "choice",
      "parts": {"options": ["hello", "why"]},
      "hash": {"key": "7acd8d04ef87c652", "words": "226659e41eb0c155"}},
    "format": "trellis-lock/1"
    }
"""

from collections.abc import Iterator

from build_tools.checks.locking import findings
from build_tools.core.diagnostics import Finding
from build_tools.model.course import Course
from build_tools.model.items import State


def check(course: Course) -> Iterator[Finding]:
    yield from findings(course, State.CHANGED)
