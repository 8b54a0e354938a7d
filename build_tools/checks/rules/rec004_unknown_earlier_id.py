"""What a question lists under `was:` is an id that it once had.

The browser looks for earlier answers under those ids. With a slip in one, they are not found, and a
learner's progress with that question is gone without a word. An id that was never locked is no
fault where another one beside it was.

Mend it: write the earlier id as it was; `course/items.lock.json` lists all there ever were. If the
question was never published under another id, take `was:` out.

    # bad quizzes/first-steps.yml 3:11
    questions:
      - id: on-time
        was: [lata]
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

    # with course/items.lock.json
    {
    "first-steps/late": {"rev": 1, "type": "choice",
      "parts": {"options": ["hello", "why"]},
      "hash": {"key": "7acd8d04ef87c652", "words": "226659e41eb0c155"}},
    "format": "trellis-lock/1"
    }
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding, Severity
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course
from build_tools.model.items import Item

SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Finding]:
    if not course.lock.entries:
        return
    for standing in course.locked.standings:
        item = standing.item
        known = course.lock.known.intersection(item.earlier)
        if item.was and not known and not any(entry.id in item.was for entry in standing.entries):
            yield Finding(
                item.place("was", 0),
                f"no {item.noun} “{item.was[0]}” was ever locked here",
                did_you_mean(item.was[0], _ids(course, item)),
            )


def _ids(course: Course, item: Item) -> list[str]:
    """List the ids that were locked in the same quiz, or of stories, and are free to be claimed."""
    start = item.key_of("")
    here = [standing.item.key for standing in course.locked.standings]
    known = sorted(course.lock.known.difference(here))
    return [key.removeprefix(start) for key in known if key.startswith(start)]
