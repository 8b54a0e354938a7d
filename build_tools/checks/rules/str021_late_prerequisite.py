"""A module comes after the modules that it requires.

Learners follow the order of ``course.yml``, or of their pathway. A module that says “read first
…” about one further down the list sends them to and fro.

Mend it: change the order, or take the name out of ``requires:``.

    # bad course/course.yml 1:11
    modules: [second-steps, first-steps]
    # with modules/second-steps/module.yml
    title: A second minute
    description: Offer a choice of two seats.
    area: awareness
    levels: [self]
    minutes: 10
    requires: [first-steps]
    content_notes: []
    objectives: []
    key_points: []
    review: {kind: desk, by: course authors, on: 2026-11-21}

    # good course/course.yml
    modules: [first-steps, second-steps]
    # with modules/second-steps/module.yml
    title: A second minute
    description: Offer a choice of two seats.
    area: awareness
    levels: [self]
    minutes: 10
    requires: [first-steps]
    content_notes: []
    objectives: []
    key_points: []
    review: {kind: desk, by: course authors, on: 2026-11-21}
"""

from collections.abc import Iterator, Sequence

from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course

SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Finding]:
    for index, id, needed in _late(course, course.file.modules):
        yield Finding(course.file.place("modules", index), *_words(id, needed))
    for pathway in course.pathways.values():
        for index, id, needed in _late(course, pathway.modules):
            yield Finding(pathway.place("modules", index), *_words(id, needed))


def _late(course: Course, order: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Find modules that stand before one that they require, with their number in the list."""
    number = {id: index for index, id in enumerate(order)}
    for index, id in enumerate(order):
        module = course.modules.get(id)
        for needed in module.requires if module else ():
            other = course.modules.get(needed)
            # Two that require each other are told as a circle.
            if number.get(needed, -1) > index and other and id not in other.requires:
                yield index, id, needed


def _words(id: str, needed: str) -> tuple[str, str]:
    return f"“{id}” requires “{needed}”, which comes after it", f"move it below {needed}"
