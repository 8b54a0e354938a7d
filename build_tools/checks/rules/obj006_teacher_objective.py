"""An objective says what the learner will do, not what the trainer or the module does.

“Give an overview of safety” can be met with an empty room. “Choose the safer of two replies”
cannot. (R. W. Tyler, *Basic Principles of Curriculum and Instruction*, 1949, warned of it first.)

Mend it: ask what a learner could do afterwards that they could not do before, and write that.

    # bad modules/first-steps/module.yml 3:11
    objectives:
      - id: describe-precautions
        text: Introduce participants to universal precautions
        taught: ["index.md#at-the-door"]
        assessed: quiz

    # bad modules/first-steps/module.yml 3:11
    objectives:
      - id: describe-precautions
        text: This module covers universal precautions
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

from build_tools.checks.objectives import about_teaching
from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.module import Module

SEVERITY = Severity.WARNING
LANGUAGES = ("en",)


def check(module: Module) -> Iterator[Finding]:
    for objective in module.objectives:
        if words := about_teaching(objective.text):
            yield Finding(
                objective.place("text"),
                f"“{words}” says what the trainer or the module does",
                "say what the learner will be able to do: describe, choose, order, rewrite",
            )
