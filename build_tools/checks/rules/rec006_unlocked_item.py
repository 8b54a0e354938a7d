"""What learners can answer is locked when the course is published.

From then on their answers are kept in their browsers, under the ids of questions and stories.
`trellis lock` writes down what each was like, so that a later change cannot attach an answer to
another question. This is asked for only by `trellis check --publish`, and only of modules that
`course.yml` lists: while you write a draft, nothing is said.

Mend it: run `trellis lock` each time before you publish, and keep `course/items.lock.json` with
the course.

    # bad quizzes/first-steps.yml 9:9
    questions:
      - id: late
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

    # good quizzes/first-steps.yml
    questions:
      - id: late
        type: choice
        objective: choose-greeting
        prompt: He is late. What do you say?
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

from collections import defaultdict
from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.model.course import Course
from build_tools.model.items import Item, State

PUBLISHING = True


def check(course: Course) -> Iterator[Finding]:
    if course.lock.problem is not None:
        return
    found: dict[str, list[Item]] = defaultdict(list)
    for standing in course.locked.standings:
        item = standing.item
        if standing.state is State.NEW and item.published:
            found[item.record.place().file].append(item)
    for items in found.values():
        several = f" and {len(items) - 1} more here" if len(items) > 1 else ""
        yield Finding(
            items[0].place("id"),
            f"“{items[0].id}”{several} can be answered, but {_are(items)} not locked yet",
            "run: trellis lock",
        )


def _are(items: list[Item]) -> str:
    return "is" if len(items) == 1 else "are"
