"""A key point names its source, unless it is practice advice.

The label says how strong the support is; the source lets a reader look. A point labelled as a
study with no study named asks to be believed. `practice-advice` is the course authors' own and
needs none; it may name one all the same.

Mend it: add `cites:` with the key of a source in `course/references.json`, or change the label.

    # bad modules/first-steps/module.yml 3:15
    key_points:
      - text: Keep harm small whether or not you know a person's history
        evidence: consensus-guideline

    # good modules/first-steps/module.yml
    key_points:
      - text: Keep harm small whether or not you know a person's history
        evidence: consensus-guideline
        cites: [phac2018]
      - text: A greeting that asks for no reason is easier to answer
        evidence: practice-advice
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.model.module import Module

NEEDS_NO_SOURCE = "practice-advice"


def check(module: Module) -> Iterator[Finding]:
    for point in module.key_points:
        if point.evidence != NEEDS_NO_SOURCE and not point.cites:
            yield Finding(
                point.place("evidence"),
                f"a key point labelled “{point.evidence}” names no source",
                f"add cites: [the source's key], or label it {NEEDS_NO_SOURCE}",
            )
