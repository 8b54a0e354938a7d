"""A statement to rate stands in a cell of the course's grid.

Results are shown by area and level. A statement whose area or level is not in `course.yml` is
asked, answered, and then never seen again.

Mend it: correct `area:` or `level:`, or the key under `stems:`.

    # bad course/tools/our-rating.yml 10:22
    schema: 1
    kind: rating
    title: Our rating
    description: Where we stand.
    limits: [It is not validated.]
    scale: [{id: not-yet, value: 1, text: Not yet}, {id: fully, value: 2, text: Fully}]
    waves: [{id: now, title: Now}]
    items:
      - {id: aw-1, area: awareness, level: self, text: I notice when I am tired.}
      - {id: aw-2, area: awarenes, level: self, text: I notice when others are.}

    # good course/tools/our-rating.yml
    schema: 1
    kind: rating
    title: Our rating
    description: Where we stand.
    limits: [It is not validated.]
    scale: [{id: not-yet, value: 1, text: Not yet}, {id: fully, value: 2, text: Fully}]
    waves: [{id: now, title: Now}]
    items:
      - {id: aw-1, area: awareness, level: self, text: I notice when I am tired.}
      - {id: aw-2, area: awareness, level: self, text: I notice when others are.}
"""

from collections.abc import Iterator

from build_tools.checks.listed import written
from build_tools.core.diagnostics import Finding
from build_tools.core.suggest import did_you_mean
from build_tools.instruments.rating import Kind
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    # Where the grid itself cannot be read, nothing can be judged by it.
    areas, levels = written(course, "areas"), written(course, "levels")
    if areas is None or levels is None:
        return
    for tool in course.tools.values():
        if not isinstance(tool, Kind):
            continue
        for item in tool.items:
            for name, known in (("area", areas), ("level", levels)):
                if (id := getattr(item, name)) not in known:
                    yield Finding(
                        item.place(name),
                        f"the course has no {name} “{id}”",
                        did_you_mean(id, known),
                    )
        for level in tool.stems:
            if level not in levels:
                yield Finding(
                    tool.place("stems", level, key=True),
                    f"the course has no level “{level}”",
                    did_you_mean(level, levels),
                )
