"""A sensitive part has the support contacts beside it.

Somebody may need to ring a person there and then. Nobody who is upset should have to look for a
menu.

Mend it: put the two lines `/// support` and `///` at the end of the part, before the next heading.

    # bad modules/first-steps/module.yml 5:12
    content_notes:
      - theme: loss
        exposure: 2
        note: A father speaks of a death in his family.
        where: "index.md#one-question"
        skip_to: "index.md#summary"

    # good modules/first-steps/module.yml
    content_notes:
      - theme: loss
        exposure: 2
        note: A father speaks of a death in his family.
        where: "index.md#one-question"
        skip_to: "index.md#summary"

    # with modules/first-steps/index.md
    ## One question {#one-question}

    He stops at the door. “My mother died on Sunday,” he says.

    /// support
    ///

    ## Summary {#summary}

    /// summary
    - Ask what would make the next hour easier.
    ///
"""

from collections.abc import Iterator

from build_tools.checks import sections
from build_tools.core.diagnostics import Finding
from build_tools.model.module import Module


def check(module: Module) -> Iterator[Finding]:
    for _, note, part in sections.sensitive(module):
        past = sections.find(module, note.skip_to or "")
        # Up to the place where those who skipped it go on, all readers of the part still pass.
        last = part.last
        if past is not None and past.document is part.document and past.first > part.last:
            last = past.first - 1
        if not any(
            block.name == "support" and part.first <= block.line <= last
            for block in part.document.blocks
        ):
            yield Finding(
                note.place("where"),
                f"“{note.where}” is sensitive, and the support contacts are not beside it",
                "put the lines “/// support” and “///” at the end of that part",
            )
