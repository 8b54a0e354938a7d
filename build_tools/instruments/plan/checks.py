"""Faults that only a plan can have."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding, Severity
from build_tools.instruments.plan import Kind

SEVERITIES = {"too031_too_many_goals": Severity.WARNING}
MOST = 3


def too030_plan_without_step(tool: Kind) -> Iterator[Finding]:
    """Each goal of a plan has a step, and a day on which to look at it again.

    A goal alone changes little. A step that says when it happens, “if this happens, then I will do
    that”, is carried out far more often (P. M. Gollwitzer and P. Sheeran, *Advances in Experimental
    Social Psychology* 38, 2006). Without a day to look at it again, nobody learns from it.

    Mend it: add a field of `type: if-then` and one of `type: date`.

        # bad course/tools/our-plan.yml 6:1
        schema: 1
        kind: plan
        title: Our plan
        description: What we do next.
        limits: [It is no record of a family.]
        fields:
          - {id: goal, type: text, label: What will be different}
          - {id: review, type: date, label: Review date, default: +6 weeks}

        # good course/tools/our-plan.yml
        schema: 1
        kind: plan
        title: Our plan
        description: What we do next.
        limits: [It is no record of a family.]
        fields:
          - {id: goal, type: text, label: What will be different}
          - {id: step, type: if-then, label: Small steps, max: 3}
          - {id: review, type: date, label: Review date, default: +6 weeks}
    """
    for type, what in (("if-then", "a step"), ("date", "a day to look at it again")):
        if not any(field.type == type for field in tool.fields):
            yield Finding(
                tool.place("fields", key=True),
                f"no field of this plan asks for {what}",
                f"add a field of type: {type}",
            )


def too031_too_many_goals(tool: Kind) -> Iterator[Finding]:
    """A plan has at most three goals.

    A tired worker with six goals begins none. Three is what fits on one sheet and in one week.

    Mend it: write `goals: 3`, or less.

        # bad course/tools/our-plan.yml 6:8
        schema: 1
        kind: plan
        title: Our plan
        description: What we do next.
        limits: [It is no record of a family.]
        goals: 6
        fields:
          - {id: step, type: if-then, label: Small steps}
          - {id: review, type: date, label: Review date}

        # good course/tools/our-plan.yml
        schema: 1
        kind: plan
        title: Our plan
        description: What we do next.
        limits: [It is no record of a family.]
        goals: 2
        fields:
          - {id: step, type: if-then, label: Small steps}
          - {id: review, type: date, label: Review date}
    """
    if not 1 <= tool.goals <= MOST:
        yield Finding(
            tool.place("goals"),
            f"this plan has room for {tool.goals} goals",
            f"write a number from 1 to {MOST}",
        )
