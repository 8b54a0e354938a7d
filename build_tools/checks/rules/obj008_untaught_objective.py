"""Every objective is taught in a section that the module names.

An objective that is assessed but taught nowhere tests what people knew before they came.

Mend it: write the section, and name it: `taught: ["index.md#at-the-door"]`, the page and the
heading's address.

    # bad modules/first-steps/module.yml 4:13
    objectives:
      - id: describe-precautions
        text: Describe universal precautions in one sentence
        taught: []
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
from build_tools.core.fields import shorten
from build_tools.model.module import Module


def check(module: Module) -> Iterator[Finding]:
    for objective in module.objectives:
        if not objective.taught:
            yield Finding(
                objective.place("taught"),
                f"no section teaches “{shorten(objective.text)}”",
                'name one: taught: ["index.md#heading"]',
            )
