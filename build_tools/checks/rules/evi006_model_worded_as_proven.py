"""A practice model or a metaphor is not worded as if it had been proven.

A practice model is a way of working, described by the people who use it. It may be good, and it
still needs testing. A key point that says it is “proven”, works “dramatically” or “heals the
brain” contradicts its own label, and a family may be promised what nobody can promise.

Mend it: say who says so: “the agency reports …”, “as its makers describe it …”. If there is a
trial or a review, cite it and change the label.

    # bad modules/first-steps/module.yml 2:11
    key_points:
      - text: Calm greetings dramatically improve outcomes and heal the brain
        evidence: practice-model
        cites: [phac2018]

    # good modules/first-steps/module.yml
    key_points:
      - text: The agency reports that calm greetings help; nobody has proven it
        evidence: practice-model
        cites: [phac2018]
"""

import re
from collections.abc import Iterator

from build_tools.checks.sentences import without_quotations
from build_tools.core.diagnostics import Finding
from build_tools.model.module import Module

LANGUAGES = ("en",)
UNTESTED = frozenset({"practice-model", "metaphor"})
PROVEN = re.compile(
    r"\b(?:(?:scientifically |clinically )?prove[ns]?|proved|dramatic(?:ally)?|cures?|cured|"
    r"guarantee[ds]?|heals? the (?:brain|trauma)|rewires?|rewiring|always works|works for everyone|"
    r"significantly improves?)\b",
    re.I,
)
# “not proven”, “has yet to be proven”, “nobody has proven it”, “unproven” are honest.
DENIED = re.compile(
    r"\b(?:not|no|nobody|never|nothing|without|yet to|cannot|\w+n[’']t)\b[^.;:]*$", re.I
)


def check(module: Module) -> Iterator[Finding]:
    for point in module.key_points:
        if point.evidence not in UNTESTED:
            continue
        text = without_quotations(point.text)
        for match in PROVEN.finditer(text):
            if not DENIED.search(text[: match.start()]):
                yield Finding(
                    point.place("text"),
                    f"“{match.group()}” is too sure for a key point labelled “{point.evidence}”",
                    "say who says so: “the agency reports …”",
                )
