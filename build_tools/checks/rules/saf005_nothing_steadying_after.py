"""After a sensitive part comes something that steadies.

Nobody should close a page with the hard moment as the last thing in mind. A pause, one key idea, a
summary or something to think over brings a reader back to the room and to their work.

Mend it: put `/// pause` or `/// key-idea` after the part.

    # bad modules/first-steps/module.yml 5:12
    content_notes:
      - theme: loss
        exposure: 2
        note: A father speaks of a death in his family.
        where: "index.md#try-it"
        skip_to: "02-more.md#summary"

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

STEADYING = frozenset({"pause", "key-idea", "summary", "reflect"})


def check(module: Module) -> Iterator[Finding]:
    for _, note, part in sections.sensitive(module):
        if not any(
            block.name in STEADYING and block.line > part.first for block in part.document.blocks
        ):
            yield Finding(
                note.place("where"),
                f"nothing steadying follows “{note.where}” on its page",
                "put “/// pause” and “///” after that part, or a key idea",
            )
