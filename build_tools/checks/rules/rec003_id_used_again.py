"""An id that learners' records know is not given to another question.

A question that was taken out of the course lives on in the records of those who answered it, and
`course/items.lock.json` keeps its id as retired. Under the same id a new question would take over
those answers. So would one whose id another question lists under `was:`.

Mend it: give the new question an id of its own. If it is the old one come back with other words,
raise its `rev`. If two questions list the same id under `was:`, leave it with the one that the
answers were given to.

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
      "hash": {"key": "7acd8d04ef87c652", "words": "226659e41eb0c155"}, "retired": true},
    "format": "trellis-lock/1"
    }

    # bad quizzes/first-steps.yml 3:11
    questions:
      - id: on-time
        was: [late]
        type: choice
        objective: choose-greeting
        prompt: He is late. What do you say?
        options:
          - {id: hello, text: “Come in.”, correct: true, feedback: Short and kind.}
          - {id: why, text: “Why so late?”, feedback: He has to explain.}
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
      - id: on-time
        was: [late]
        type: choice
        objective: choose-greeting
        prompt: He is late. What do you say?
        options:
          - {id: hello, text: “Come in.”, correct: true, feedback: Short and kind.}
          - {id: why, text: “Why so late?”, feedback: He has to explain.}
      - id: early
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
"""

from collections.abc import Iterator

from build_tools.checks.locking import findings
from build_tools.core.diagnostics import Finding
from build_tools.model.course import Course
from build_tools.model.items import State


def check(course: Course) -> Iterator[Finding]:
    yield from findings(course, State.TAKEN)
