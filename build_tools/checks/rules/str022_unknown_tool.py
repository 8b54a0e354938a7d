"""A pathway's instruments are there; those still to be made stand under ``planned_tools:``.

Learners see the list as what they will use. A name without an instrument would promise something
that is not there.

Mend it: correct the id, or move it to ``planned_tools:``, which only trainers see. To make one:
`trellis new tool form wellbeing-plan`.

    # bad course/pathways/everyone.yml 1:9
    tools: [wellbeing-plan]

    # good course/pathways/everyone.yml
    planned_tools: [wellbeing-plan]
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    known = course.known["tool"]
    for pathway in course.pathways.values():
        for index, id in enumerate(pathway.tools):
            if id not in known:
                near = did_you_mean(id, known)
                yield Finding(
                    pathway.place("tools", index),
                    f"there is no instrument “{id}”",
                    near if near.startswith("did") else "move it to “planned_tools”",
                )
