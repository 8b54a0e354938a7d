"""Every pathway in ``course/pathways/`` is listed in ``course.yml``.

Only the pathways in that list have a page, in the order of the list.

Mend it: add its id to ``pathways:``, or delete the file.

    # bad course/course.yml 1:1
    pathways: []

    # good course/course.yml
    pathways: [everyone]
"""

from collections.abc import Iterator

from build_tools.checks.listed import written
from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course

SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Finding]:
    listed = written(course, "pathways")
    if listed is None:
        return
    for id in sorted(course.known["pathway"].difference(listed)):
        yield Finding(
            course.file.place("pathways", key=True),
            f"the pathway “{id}” is in course/pathways/, but not in this list",
            f"add {id}, where it should be shown",
        )
