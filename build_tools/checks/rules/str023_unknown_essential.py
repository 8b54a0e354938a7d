"""What counts as essential, or as replaced, is a module.

``essential:`` in ``course.yml`` and ``replaced:`` in a pathway are about modules, by id. A
misspelt id would ask for something that nobody can add, or stand in for nothing.

Mend it: correct the id. A module still to be written counts if a pathway has it under ``planned:``.

    # bad course/course.yml 1:13
    essential: [first-stepps]

    # bad course/pathways/everyone.yml 2:3
    replaced:
      first-stepps: Our induction day covers it.

    # good course/course.yml
    essential: [first-steps]
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    planned = {id for pathway in course.pathways.values() for id in pathway.planned}
    known = course.known["module"] | planned
    for index, id in enumerate(course.file.essential):
        # A pathway may say what stands in for a module that this course does not have.
        if id not in known and not any(id in p.replaced for p in course.pathways.values()):
            yield Finding(
                course.file.place("essential", index),
                f"no pathway has or plans a module “{id}”",
                did_you_mean(id, known),
            )
    wanted = known | {*course.file.essential}
    for pathway in course.pathways.values():
        for id in pathway.replaced:
            if id not in wanted:
                yield Finding(
                    pathway.place("replaced", id, key=True),
                    f"there is no module “{id}” to replace",
                    did_you_mean(id, wanted),
                )
