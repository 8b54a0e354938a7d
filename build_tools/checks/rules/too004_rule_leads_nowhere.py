"""What a rule or a link of an instrument leads to is there.

`if_value: {worn-down: [wellbeing-plan, support]}` shows an instrument and the contacts to somebody
who says that the work wears them down. Where the name leads nowhere, nothing is shown, in the very
moment in which it was meant to help. A rule may lead to an instrument, and to `first-goal`,
`support` or `safeguarding-lead`.

Mend it: correct the name, or write the instrument.

    # bad course/tools/check-in.yml 7:71
    schema: 1
    kind: form
    title: Check-in
    description: How it goes.
    limits: [It is no record of a family.]
    fields:
      - {id: known, type: yesno, label: The lead is known, if_value: {no: suport}}

    # bad course/tools/check-in.yml 7:57
    schema: 1
    kind: form
    title: Check-in
    description: How it goes.
    limits: [It is no record of a family.]
    fields:
      - {id: again, type: link, label: Rate it again, tool: our-rating}

    # good course/tools/check-in.yml
    schema: 1
    kind: form
    title: Check-in
    description: How it goes.
    limits: [It is no record of a family.]
    fields:
      - {id: known, type: yesno, label: The lead is known, if_value: {no: [first-goal, support]}}
      - {id: again, type: link, label: Look at it again, tool: check-in}
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.core.suggest import did_you_mean
from build_tools.instruments.field import ACTIONS
from build_tools.instruments.fields import link
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    tools = course.known.get("tool", frozenset())
    known = {*tools, *ACTIONS}
    for tool in course.tools.values():
        for field in tool.fields:
            for value, outcomes in field.if_value.items():
                for outcome in outcomes:
                    if outcome not in known:
                        yield Finding(
                            field.place("if_value", value),
                            f"this rule leads to “{outcome}”, which is not there",
                            did_you_mean(outcome, known) or "use one of: " + ", ".join(ACTIONS),
                        )
            if isinstance(field, link.Type) and field.tool not in tools:
                yield Finding(
                    field.place("tool"),
                    f"there is no instrument “{field.tool}”",
                    did_you_mean(field.tool, tools) or f"write course/tools/{field.tool}.yml",
                )
