"""Every pathway that ``course.yml`` lists has a file in ``course/pathways/``, and is listed once.

A name without a file shows nothing, and whoever was told to take that pathway cannot find it.

Mend it: correct the name, write the pathway, or take it out of the list.

    # bad course/course.yml 1:12
    pathways: [every-one]

    # bad course/course.yml 1:22
    pathways: [everyone, everyone]

    # good course/course.yml
    pathways: [everyone]
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    known = course.known["pathway"]
    listed = course.file.pathways
    for index, id in enumerate(listed):
        file = f"course/pathways/{id}.yml"
        place = course.file.place("pathways", index)
        if id in listed[:index]:
            yield Finding(place, f"“{id}” is listed twice", "keep it at one place")
        elif id not in known and file not in course.source.broken:
            near = did_you_mean(id, known.difference(listed))
            yield Finding(
                place,
                f"there is no pathway “{id}”",
                near if near.startswith("did") else f"write {file}, or take it out",
            )
