"""What is carried on runs forward: no field draws on itself, by whatever way round.

A plan draws on the needs, and the follow-up on the plan. Where two fields draw on each other, each
waits for the other, and an old text would come back as if it were new.

Mend it: take `from:` out of the instrument that people fill in first.

    # bad course/tools/our-plan.yml 7:58
    schema: 1
    kind: form
    title: Our plan
    description: What we do next.
    limits: [It is no record of a family.]
    fields:
      - {id: need, type: text, label: What is needed, from: [our-plan/need]}

    # bad course/tools/our-plan.yml 7:56
    schema: 1
    kind: form
    title: Our plan
    description: What we do next.
    limits: [It is no record of a family.]
    fields:
      - {id: goal, type: text, label: What we want, from: [first-look/needs]}
    # with course/tools/first-look.yml
    schema: 1
    kind: form
    title: First look
    description: What is needed.
    limits: [It is no record of a family.]
    fields: [{id: needs, type: text, label: What is needed, from: [our-plan/goal]}]

    # good course/tools/our-plan.yml
    schema: 1
    kind: form
    title: Our plan
    description: What we do next.
    limits: [It is no record of a family.]
    fields:
      - {id: goal, type: text, label: What we want}
      - {id: step, type: text, label: What we do first, from: [our-plan/goal]}
"""

from collections import defaultdict
from collections.abc import Iterator

from build_tools.checks.carrying import carried
from build_tools.core.diagnostics import Finding
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    sources: dict[str, set[str]] = defaultdict(set)
    lines = list(carried(course))
    for line in lines:
        sources[f"{line.tool.id}/{line.field.id}"].add(line.source)
    for line in lines:
        here = f"{line.tool.id}/{line.field.id}"
        if here in _behind(line.source, sources):
            message = f"“{here}” draws on itself"
            if line.source != here:
                message += f", by way of “{line.source}”"
            yield Finding(line.place, message, "let what is filled in later draw on the earlier")


def _behind(start: str, sources: dict[str, set[str]]) -> set[str]:
    """Everything that a field draws on in the end, itself included."""
    seen: set[str] = set()
    waiting = {start}
    while waiting:
        field = waiting.pop()
        if field not in seen:
            seen.add(field)
            waiting |= sources.get(field, set())
    return seen
