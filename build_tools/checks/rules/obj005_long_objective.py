"""An objective has at most 25 words.

A longer one is seldom read to its end, and usually holds a second objective or an explanation that
belongs in the text. (The limit is this course's own.)

Mend it: keep the verb, what it is done to, and the one condition that matters.

    # bad modules/first-steps/module.yml 3:11
    objectives:
      - id: choose-greeting
        text: >-
          Choose a greeting that asks for no reason when a person arrives upset and late, with or
          without a pushchair, in front of other people who have turned round to look at them
        taught: ["index.md#at-the-door"]
        assessed: quiz

    # good modules/first-steps/module.yml
    objectives:
      - id: choose-greeting
        text: Choose a greeting that asks for no reason
        taught: ["index.md#at-the-door"]
        assessed: quiz
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding, Severity
from build_tools.core.document import WORD, plain
from build_tools.model.module import Module

SEVERITY = Severity.WARNING
MOST = 25


def check(module: Module) -> Iterator[Finding]:
    for objective in module.objectives:
        words = len(WORD.findall(plain(objective.text)))
        if words > MOST:
            yield Finding(
                objective.place("text"),
                f"objective has {words} words; it should have at most {MOST}",
                "keep the verb, what it is done to, and the one condition that matters",
            )
