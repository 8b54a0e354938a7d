"""Nothing is carried on from a field that is never kept.

`sensitive: true` says above the box that the text is gone when the page is left. A later form that
draws on it would either find nothing, or break that word.

Mend it: draw on another field, or ask again in the later form.

    # bad course/tools/our-plan.yml 7:56
    schema: 1
    kind: form
    title: Our plan
    description: What we do next.
    limits: [It is no record of a family.]
    fields:
      - {id: care, type: text, label: Who is there, from: [first-look/worry]}
    # with course/tools/first-look.yml
    schema: 1
    kind: form
    title: First look
    description: What is needed.
    limits: [It is no record of a family.]
    fields: [{id: worry, type: text, label: What worries us, sensitive: true}]

    # good course/tools/our-plan.yml
    schema: 1
    kind: form
    title: Our plan
    description: What we do next.
    limits: [It is no record of a family.]
    fields:
      - {id: care, type: text, label: Who is there, from: [first-look/people]}
    # with course/tools/first-look.yml
    schema: 1
    kind: form
    title: First look
    description: What is needed.
    limits: [It is no record of a family.]
    fields: [{id: people, type: text, label: Which roles are round the family}]
"""

from collections.abc import Iterator

from build_tools.checks.carrying import carried, field_of
from build_tools.core.diagnostics import Finding
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    for line in carried(course):
        source = field_of(course, line.source)
        if source is not None and source.sensitive:
            yield Finding(
                line.place,
                f"“{line.source}” is sensitive and never kept, so there is nothing to carry on",
                "draw on another field, or ask again here",
            )
