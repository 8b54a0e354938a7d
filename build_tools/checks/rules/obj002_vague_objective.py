"""An objective names something a trainer can see or hear a learner do.

Words such as “understand” cannot be observed, so no question can show that they were met.

Mend it: say what the learner will do. *Describe*, *choose*, *order*, *rewrite*.

    # bad modules/first-steps/module.yml 3:11
    objectives:
      - id: describe-precautions
        text: Understand universal precautions
        taught: ["index.md#at-the-door"]
        assessed: quiz

    # good modules/first-steps/module.yml
    objectives:
      - id: describe-precautions
        text: Describe universal precautions in one sentence
        taught: ["index.md#at-the-door"]
        assessed: quiz
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.model.module import Module

UNOBSERVABLE = frozenset(
    "appreciate be become believe comprehend consider feel gain grasp increase internalise "
    "internalize know learn realise realize see think understand".split()
)


def check(module: Module) -> Iterator[Finding]:
    for objective in module.objectives:
        verb = objective.text.split()[0].strip(".,:;").lower()
        if verb in UNOBSERVABLE:
            yield Finding(
                objective.place("text"),
                f"objective begins with “{objective.text.split()[0]}”, which nobody can observe",
                "say what the learner will do: describe, choose, order, rewrite",
            )
