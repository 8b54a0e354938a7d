"""A block that only marks a place has nothing in it.

``quiz``, ``scenario``, ``tool``, ``pause`` and ``support`` are filled in by Trellis. Text between
their two lines looks as if it belonged to the box and is shown below it.

Mend it: move the text before the block or after it.

    # bad modules/first-steps/index.md 4:1
    ## At the door {#at-the-door}

    /// pause
    Take a breath.
    ///

    # good modules/first-steps/index.md
    ## At the door {#at-the-door}

    Stop here for a moment if you like.

    /// pause
    ///
"""

from collections.abc import Iterator

from build_tools.core.blocks import KINDS
from build_tools.core.diagnostics import Finding, Severity, TextPlace
from build_tools.core.document import BLOCK_START, Document

SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Finding]:
    for block in document.blocks:
        kind = KINDS.get(block.name)
        if kind is None or kind.body or block.end == 0:
            continue
        lines = block.body.split("\n")
        first = block.end - len(lines)
        for number, line in enumerate(lines, first):
            if not line.strip():
                continue
            if not BLOCK_START.match(line):
                yield Finding(
                    TextPlace(document.file, number, len(line) - len(line.lstrip()) + 1),
                    f"there is text inside “{block.name}”, which takes none",
                    "move it before the block or after it",
                )
            break
