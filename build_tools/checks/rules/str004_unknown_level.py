"""A module's levels are columns of the capacity grid.

The columns are the ``levels:`` of ``course.yml``, such as yourself, your organisation and your
community. A module with no level, or with one that is not there, is in no cell of the grid.

Mend it: use the ids of levels, at least one.

    # bad modules/first-steps/module.yml 1:16
    levels: [self, organization]

    # bad modules/first-steps/module.yml 1:9
    levels: []

    # good modules/first-steps/module.yml
    levels: [self, organisation]
"""

from collections.abc import Iterator

from build_tools.checks.listed import written
from build_tools.core.diagnostics import Finding
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    levels = written(course, "levels")
    if not levels:
        return
    for module in course.modules.values():
        # An empty list may be what is left after a fault that has been told.
        if not module.levels and not _raw_levels(course, module.folder):
            yield Finding(
                module.place("levels"),
                "the module has no level, so it is in no cell of the grid",
                "use one of: " + ", ".join(levels),
            )
        for index, level in enumerate(module.levels):
            if level not in levels:
                yield Finding(
                    module.place("levels", index),
                    f"the course has no level “{level}”",
                    did_you_mean(level, levels),
                )


def _raw_levels(course: Course, folder: str) -> bool:
    data = course.source.yaml(f"{folder}/module.yml")
    return bool(isinstance(data, dict) and data.get("levels"))
