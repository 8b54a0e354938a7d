"""A module's area is a row of the capacity grid.

The rows are the ``areas:`` of ``course.yml``. With a name that is not there, the module is in no
cell, and the course's map leaves it out.

Mend it: use the id of an area, or add the area to ``course.yml``.

    # bad modules/first-steps/module.yml 1:7
    area: awarenes

    # good modules/first-steps/module.yml
    area: awareness
"""

from collections.abc import Iterator

from build_tools.checks.listed import written
from build_tools.core.diagnostics import Finding
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    areas = written(course, "areas")
    if not areas:
        return
    for module in course.modules.values():
        if module.area not in areas:
            yield Finding(
                module.place("area"),
                f"the course has no area “{module.area}”",
                did_you_mean(module.area, areas),
            )
