"""In a finished course, what a cell of the capacity grid teaches is also assessed.

A cell counts as assessed when a question, a reflection or a task names an objective of one of its
modules. While ``course.yml`` says ``status: draft``, such gaps are only summed up.

Mend it: write a question in the quiz of a module in that cell, or name one of its objectives in a
task.

    # bad course/course.yml 3:5
    status: complete
    areas:
      - {id: awareness, title: Awareness, summary: Noticing what people may carry.}
    levels:
      - {id: self, title: Yourself}
    # with quizzes/first-steps.yml
    questions: []
    # with modules/first-steps/index.md
    ## At the door {#at-the-door}

    Say where the tea is.

    # good course/course.yml
    status: complete
"""

from collections.abc import Iterator

from build_tools.checks.whole_course import unassessed_cells
from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course

SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Finding]:
    if course.file.status != "complete":
        return
    for area, level in unassessed_cells(course):
        yield Finding(
            area.place(),
            f"what is taught in “{area.title}” for “{level.title}” is not assessed",
            "write a question, or name an objective of its modules in a task",
        )
