"""The `rev` of a question or a story never goes down.

It tells editions apart: in learners' records, and when a programme is evaluated. Going back to a
number that was used before mixes answers to two different questions. It mostly happens when an old
copy of a file comes back.

Mend it: write the `rev` that is locked, or one more if the meaning has changed since.

    # bad quizzes/first-steps.yml 3:10
    questions:
      - id: late
        rev: 1
        type: choice
        objective: choose-greeting
        prompt: He is late. What do you say?
        options:
          - {id: hello, text: “Come in.”, correct: true, feedback: Short and kind.}
          - {id: why, text: “Why so late?”, feedback: He has to explain.}

    # with course/items.lock.json
    {
    "first-steps/late": {"rev": 2, "type": "choice",
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
        prompt: He is late. What do you say?
        options:
          - {id: hello, text: “Come in.”, correct: true, feedback: Short and kind.}
          - {id: why, text: “Why so late?”, feedback: He has to explain.}

    # with course/items.lock.json
    {
    "first-steps/late": {"rev": 2, "type": "choice",
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
    yield from findings(course, State.LOWERED)
