"""An objective asks for one thing to be shown.

When one sentence asks a learner to describe this *and* plan that, a learner who can do half has
neither met it nor missed it, and no question can say which half. Two verbs are fine where they end
in one product: “find one routine that could feel unsafe, and rewrite it”.

Mend it: keep the half that matters most, or make two objectives of it.

    # bad modules/first-steps/module.yml 3:11
    objectives:
      - id: describe-precautions
        text: Describe universal precautions and list three signs of distress
        taught: ["index.md#at-the-door"]
        assessed: quiz

    # good modules/first-steps/module.yml
    objectives:
      - id: describe-precautions
        text: Describe universal precautions in one sentence
        taught: ["index.md#at-the-door"]
        assessed: quiz

    # good modules/first-steps/module.yml
    objectives:
      - id: describe-precautions
        text: Identify one question at your door that is hard to answer, and rewrite it
        taught: ["index.md#at-the-door"]
        assessed: quiz
"""

import re
from collections.abc import Iterator

from build_tools.checks.objectives import first_word
from build_tools.checks.words.objective_verbs import LEVELS
from build_tools.core.diagnostics import Finding, Severity
from build_tools.core.document import plain
from build_tools.model.module import Module

SEVERITY = Severity.WARNING
LANGUAGES = ("en",)
# What follows a joining word when it is a verb with an object of its own, not a noun.
OBJECT = (
    r"(?:an?|the|one|two|three|four|five|at\s+least|your|their"
    r"|how|why|what|when|where|which|who|whether)"
)
JOINED = re.compile(rf"(?:,|;|\band|&)\s+(?:and\s+)?(?:then\s+|also\s+)?(\w+)\s+{OBJECT}\b")
# The second half speaks of the product of the first.
POINTS_BACK = re.compile(
    r"\b(?:it|its|itself|them|their|theirs|they|each|either|both|this|these|that|those|so|same|others?)\b"
)


def check(module: Module) -> Iterator[Finding]:
    for objective in module.objectives:
        text = plain(objective.text).lower()
        first = first_word(text)
        for match in JOINED.finditer(text):
            verb = match.group(1)
            rest = text[match.end(1) :]
            shared = match.start() <= len(first) + 1  # “describe and compare two”: one object
            if {first, verb} <= LEVELS.keys() and not shared and not POINTS_BACK.search(rest):
                yield Finding(
                    objective.place("text"),
                    f"objective asks for two things: to {first} and to {verb}",
                    "keep the one that matters most, or make two objectives",
                )
                break
