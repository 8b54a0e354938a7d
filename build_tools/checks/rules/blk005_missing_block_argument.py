"""A block that needs a name or a title has one.

An example is shown under its title. A reflection and a task are found in a learner's record by
their id, and an instrument is named by its file. Without it the block is shown as text, slashes
and all.

Mend it: write it after a “|” on the block's first line: ``/// example | The box on the form``.

    # bad modules/first-steps/index.md 3:1
    ## Try it at work {#try-it}

    /// practice
    Rewrite one question that your service asks at its door.
    ///

    # good modules/first-steps/index.md
    ## Try it at work {#try-it}

    /// practice | rewrite-it
    Rewrite one question that your service asks at its door.
    ///
"""

from collections.abc import Iterator

from build_tools.core.blocks import KINDS, Argument
from build_tools.core.diagnostics import Finding, TextPlace
from build_tools.core.document import Document

WANTED = {
    "example": "a title: /// example | The box on the form",
    "tool": "the id of an instrument: /// tool | wellbeing-plan",
}


def check(document: Document) -> Iterator[Finding]:
    for block in document.blocks:
        kind = KINDS.get(block.name)
        if kind and kind.argument is Argument.REQUIRED and not block.argument.strip():
            wanted = WANTED.get(block.name, f"an id: /// {block.name} | rewrite-it")
            yield Finding(
                TextPlace(document.file, block.line, block.column),
                f"“{block.name}” needs something after it",
                f"write {wanted}",
            )
