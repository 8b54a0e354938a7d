"""Every module in ``modules/`` is listed in ``course.yml``.

The list says which modules are part of the course, and in which order. One that is not in it has
a page, but nothing leads there.

Mend it: add its id to ``modules:``, at the place where learners should meet it. A module that is
still being written can wait in another folder.

    # bad course/course.yml 1:1
    modules: []

    # good course/course.yml
    modules: [first-steps]
"""

from collections.abc import Iterator

from build_tools.checks.listed import written
from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course

SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Finding]:
    listed = written(course, "modules")
    if listed is None:
        return
    for id in sorted(course.known["module"].difference(listed)):
        yield Finding(
            course.file.place("modules", key=True),
            f"the module “{id}” is in modules/, but not in this list",
            f"add {id}, where learners should meet it",
        )
