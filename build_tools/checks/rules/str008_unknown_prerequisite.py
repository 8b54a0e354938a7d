"""A module requires only modules that are there.

``requires:`` is shown to learners as what to read first. A name without a module sends them to
look for something that they cannot find.

Mend it: correct the id, or take it out until that module is written.

    # bad modules/first-steps/module.yml 1:12
    requires: [first-stops]

    # good modules/first-steps/module.yml
    requires: []
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    known = course.known["module"]
    for module in course.modules.values():
        for index, id in enumerate(module.requires):
            if id not in known:
                near = did_you_mean(id, known - {module.id})
                yield Finding(
                    module.place("requires", index),
                    f"there is no module “{id}”",
                    near if near.startswith("did") else "take it out until that module is written",
                )
