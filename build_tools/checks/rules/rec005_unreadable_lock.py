"""`course/items.lock.json` is as `trellis lock` wrote it.

It says what learners may have answered already. While it cannot be read, nothing can tell whether a
question is still the one they answered. It mostly breaks when two people's work is merged in a
version control system and a conflict is left open.

Mend it: where two versions were merged, keep the lines of both sides. Of a question that is there
twice, keep the line with the higher `rev`. Delete the lines that begin with `<<<<<<<`, `=======`
and `>>>>>>>`, then run `trellis lock`. Every line is whole by itself, so nothing else needs care.
Otherwise take the file from your last backup. Do not delete it: a new one would know nothing of
what learners have answered.

    # bad course/items.lock.json 5:1
    {
    "first-steps/late": {"rev": 1, "type": "choice",
      "parts": {"options": ["hello", "why"]},
      "hash": {"key": "7acd8d04ef87c652", "words": "226659e41eb0c155"}},
    <<<<<<< mine
    "format": "trellis-lock/1"
    }

    # good course/items.lock.json
    {
    "first-steps/late": {"rev": 1, "type": "choice",
      "parts": {"options": ["hello", "why"]},
      "hash": {"key": "7acd8d04ef87c652", "words": "226659e41eb0c155"}},
    "format": "trellis-lock/1"
    }
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    if course.lock.problem is not None:
        yield course.lock.problem
