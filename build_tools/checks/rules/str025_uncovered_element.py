"""In a finished course, every element of a programme is covered by something.

A programme stands in ``course/programmes/`` because the course sets out to teach it, with nothing
lost. While ``course.yml`` says ``status: draft``, gaps are expected, and one line sums them up.

Mend it: name the element under `covers:` in a module that teaches it, or in an instrument that
puts it to work, or write one. Take it out
of the programme only if it was never part of it.

    # bad course/programmes/arrivals.yml 7:10
    schema: 1
    code: P1
    title: Kind arrivals
    description: A programme on how people are met at the door.
    elements:
      - {id: P1.1, text: People are greeted by name.}
      - {id: P1.2, text: Nobody has to say why they came.}
    # with modules/first-steps/module.yml
    covers: [P1.1]
    # with course/course.yml
    status: complete

    # good course/programmes/arrivals.yml
    schema: 1
    code: P1
    title: Kind arrivals
    description: A programme on how people are met at the door.
    elements:
      - {id: P1.1, text: People are greeted by name.}
      - {id: P1.2, text: Nobody has to say why they came.}
    # with modules/first-steps/module.yml
    covers: [P1.1, P1.2]
    # with course/course.yml
    status: complete
"""

from collections.abc import Iterator

from build_tools.checks.whole_course import uncovered_elements
from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course

SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Finding]:
    # A module that could not be read may be the one that covers it.
    if course.file.status != "complete" or len(course.published) < len(course.file.modules):
        return
    for element in uncovered_elements(course):
        yield Finding(
            element.place("id"),
            f"nothing covers “{element.id}”",
            f"write “covers: [{element.id}]” in a module that teaches it",
        )
