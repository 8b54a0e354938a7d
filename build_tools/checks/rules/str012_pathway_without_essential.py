"""Every pathway has the essential modules, or says what local training stands in for them.

``essential:`` in ``course.yml`` names what nobody should leave out, such as what to do when a
child tells you about harm. A pathway without it could send somebody to work with families
unprepared.

Mend it: add the module to ``modules:``. If your organisation teaches it elsewhere, say so under
``replaced:``, in words that learners see.

While the course is a draft, a module under ``planned:`` counts too. Once it is complete, it does
not.

    # bad course/pathways/visitors.yml 3:1
    title: Visitors
    audience: People who look in for a day.
    modules: []
    # with course/course.yml
    essential: [first-steps]

    # bad course/pathways/visitors.yml 4:11
    title: Visitors
    audience: People who look in for a day.
    modules: []
    planned: [first-help]
    # with course/course.yml
    essential: [first-help]
    status: complete

    # good course/pathways/visitors.yml
    title: Visitors
    audience: People who look in for a day.
    modules: []
    replaced:
      first-steps: Our induction day covers the first minute at the door.
    # with course/course.yml
    essential: [first-steps]
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    draft = course.file.status == "draft"
    for pathway in course.pathways.values():
        there = {*pathway.modules, *pathway.replaced, *(pathway.planned if draft else ())}
        for id in course.file.essential:
            if id in there:
                continue
            planned = id in pathway.planned
            yield Finding(
                pathway.place("planned", pathway.planned.index(id))
                if planned
                else pathway.place("modules", key=True),
                f"the essential module “{id}” is only planned, but the course is complete"
                if planned
                else f"the essential module “{id}” is not in this pathway",
                "add it, or say under “replaced” what local training stands in for it",
            )
