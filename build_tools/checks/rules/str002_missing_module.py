"""Every module that ``course.yml`` lists is in ``modules/``, and is listed once.

A name without a folder shows learners nothing, and the numbering of the rest no longer fits.

Mend it: correct the name, write the module (``trellis new module``), or take it out of the list.
A module that is still to be written belongs to ``planned:`` of a pathway.

    # bad course/course.yml 1:24
    modules: [first-steps, second-steps]

    # bad course/course.yml 1:24
    modules: [first-steps, first-steps]

    # good course/course.yml
    modules: [first-steps]
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    known = course.known["module"]
    listed = course.file.modules
    for index, id in enumerate(listed):
        place = course.file.place("modules", index)
        if id in listed[:index]:
            yield Finding(place, f"“{id}” is listed twice", "keep it at one place")
        elif id not in known:
            near = did_you_mean(id, known.difference(listed))
            yield Finding(
                place,
                f"there is no module “{id}”",
                near if near.startswith("did") else f"write modules/{id}/, or take it out",
            )
