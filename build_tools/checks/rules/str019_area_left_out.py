"""In a finished course, every pathway has a module in each area.

The areas belong together: somebody who has learned what to say, but not how to keep a place safe,
has half of it. While ``course.yml`` says ``status: draft``, such gaps are only summed up.

Mend it: add a module of that area to the pathway.

    # bad course/pathways/everyone.yml 1:1
    modules: [first-steps]
    # with course/course.yml
    status: complete

    # good course/pathways/everyone.yml
    modules: [first-steps]
    # with course/course.yml
    status: complete
    areas:
      - {id: awareness, title: Awareness, summary: Noticing what people may carry.}
"""

from collections.abc import Iterator

from build_tools.checks.whole_course import areas_left_out
from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course

SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Finding]:
    if course.file.status != "complete":
        return
    for pathway, area in areas_left_out(course):
        yield Finding(
            pathway.place("modules", key=True),
            f"no module of this pathway is in “{area.title}”",
            "add one",
        )
