"""A pathway's modules are there; those still to be written stand under ``planned:``.

Learners see the list as what they will work through. A name without a module would promise
something that is not there.

Mend it: correct the id, or move it to ``planned:``, which only trainers see. Once the module is
written, move it up.

    # bad course/pathways/everyone.yml 1:24
    modules: [first-steps, second-steps]

    # bad course/pathways/everyone.yml 2:11
    modules: [first-steps]
    planned: [first-steps]

    # good course/pathways/everyone.yml
    modules: [first-steps]
    planned: [second-steps]
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding, Severity
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    known = course.known["module"]
    for pathway in course.pathways.values():
        for index, id in enumerate(pathway.modules):
            if id not in known:
                near = did_you_mean(id, known.difference(pathway.modules))
                yield Finding(
                    pathway.place("modules", index),
                    f"there is no module “{id}”",
                    near if near.startswith("did") else "move it to “planned” until it is written",
                )
        for index, id in enumerate(pathway.planned):
            if id in known:
                yield Finding(
                    pathway.place("planned", index),
                    f"“{id}” is planned, but there is a module of that name",
                    "delete it here" if id in pathway.modules else "move it to “modules”",
                    Severity.WARNING,
                )
