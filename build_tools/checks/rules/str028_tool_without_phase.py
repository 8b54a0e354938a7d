"""An instrument of a pathway belongs to one of the pathway's phases.

A pathway's page shows its instruments phase by phase. One that belongs to none of them is nowhere
on the page, and nobody on that way ever meets it.

Mend it: add the phase to the pathway's ``phases:``, or take the instrument out of its ``tools:``.

    # bad course/pathways/everyone.yml 1:9
    tools: [ending]
    phases: [learn, plan]
    # with course/tools/ending.yml
    schema: 1
    kind: form
    title: A good ending
    description: What stays.
    phases: [close]
    limits: [It is no record of a family.]
    fields: [{id: stays, type: text, label: What stays}]

    # good course/pathways/everyone.yml
    tools: [ending]
    phases: [learn, plan, close]
    # with course/tools/ending.yml
    schema: 1
    kind: form
    title: A good ending
    description: What stays.
    phases: [close]
    limits: [It is no record of a family.]
    fields: [{id: stays, type: text, label: What stays}]
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    for pathway in course.pathways.values():
        for index, id in enumerate(pathway.tools):
            tool = course.tools.get(id)
            if tool is not None and not set(tool.phases) & set(pathway.phases):
                phases = " or ".join(tool.phases)
                yield Finding(
                    pathway.place("tools", index),
                    f"no phase of this pathway uses “{id}”, so its page does not show it",
                    f"add {phases} to “phases:”" if phases else f"say in {tool.file} which it has",
                )
