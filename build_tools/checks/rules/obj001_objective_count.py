"""A module has three to five objectives.

With fewer, a module teaches too little to be worth opening; with more, a learner cannot hold them
in mind and a quiz cannot check them.

Mend it: join two that belong together, or move some to another module.

    # bad modules/first-steps/module.yml 1:1
    objectives:
      - id: describe-precautions
        text: Describe universal precautions in one sentence
        taught: ["index.md#at-the-door"]
        assessed: quiz

    # good modules/first-steps/module.yml
    objectives:
      - id: describe-precautions
        text: Describe universal precautions in one sentence
        taught: ["index.md#at-the-door"]
        assessed: quiz
      - id: choose-greeting
        text: Choose a greeting that asks for no reason
        taught: ["index.md#at-the-door"]
        assessed: quiz
      - id: rewrite-question
        text: Rewrite one question that your service asks at its door
        taught: ["index.md#one-question"]
        assessed: practice
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.model.module import Module

FEWEST, MOST = 3, 5


def check(module: Module) -> Iterator[Finding]:
    count = len(module.declared_objectives)
    if not FEWEST <= count <= MOST:
        yield Finding(
            module.place("objectives", key=True),
            f"the module has {count} objective{'' if count == 1 else 's'}; "
            f"it should have {FEWEST} to {MOST}",
            "join two that belong together, or move some to another module",
        )
