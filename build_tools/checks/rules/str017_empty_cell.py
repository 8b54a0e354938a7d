"""In a finished course, every cell of the capacity grid has a module.

The grid is the course's promise: each area, for each level. A cell without a module is a promise
not kept. While ``course.yml`` says ``status: draft``, gaps are expected, and one line sums them
up.

Mend it: write a module for the cell, add the level to a module that already covers it, or take
the area or the level out of ``course.yml``.

    # bad course/course.yml 3:5
    status: complete
    areas:
      - {id: awareness, title: Awareness, summary: Noticing what people may carry.}
    levels:
      - {id: self, title: Yourself}
      - {id: community, title: Your community}

    # good course/course.yml
    status: complete
    areas:
      - {id: awareness, title: Awareness, summary: Noticing what people may carry.}
    levels:
      - {id: self, title: Yourself}
"""

from collections.abc import Iterator

from build_tools.checks.whole_course import empty_cells
from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course

SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Finding]:
    # A module that could not be read may be the one that fills a cell.
    if course.file.status != "complete" or len(course.published) < len(course.file.modules):
        return
    for area, level in empty_cells(course):
        yield Finding(
            area.place(),
            f"no module is in “{area.title}” for “{level.title}”",
            "write one, or add the level to a module that covers it",
        )
