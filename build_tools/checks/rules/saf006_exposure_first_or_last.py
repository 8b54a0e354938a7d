"""A sensitive part stands neither first nor last in a module.

Learners need a moment to arrive before a hard part, and time to come back after it, while
somebody or something still holds them. The rule is the course authors' own.

Mend it: move the part into the middle, between two that ask for nothing.

    # bad modules/first-steps/module.yml 5:12
    content_notes:
      - theme: loss
        exposure: 2
        note: A father speaks of a death in his family.
        where: "index.md#at-the-door"
        skip_to: "index.md#summary"

    # bad modules/first-steps/module.yml 5:12
    content_notes:
      - theme: loss
        exposure: 2
        note: A father speaks of a death in his family.
        where: "index.md#try-it"
        skip_to: "index.md#summary"

    # good modules/first-steps/module.yml
    content_notes:
      - theme: loss
        exposure: 2
        note: A father speaks of a death in his family.
        where: "index.md#one-question"
        skip_to: "index.md#summary"
"""

from collections.abc import Iterator

from build_tools.checks import sections
from build_tools.core.diagnostics import Finding
from build_tools.model.module import Module


def check(module: Module) -> Iterator[Finding]:
    pages = list(module.documents.values())
    for _, note, part in sections.sensitive(module):
        first = part.opens_page and part.document is pages[0]
        last = part.closes_page and part.document is pages[-1]
        if first or last:
            yield Finding(
                note.place("where"),
                f"the sensitive part “{note.where}” comes {'first' if first else 'last'} "
                "in the module",
                "move it into the middle, between two that ask for nothing",
            )
