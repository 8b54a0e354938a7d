"""Every line of slashes closes a block.

Where no block is open, the slashes are shown to learners as text. Often the opening line has been
deleted, or the block was closed twice.

Mend it: delete the line, or write the opening line again. Where the opening line has a fault of its
own, only that is told.

    # bad modules/first-steps/index.md 6:1
    ## At the door {#at-the-door}

    /// key-idea
    You can be careful without asking for a story.
    ///
    ///

    # good modules/first-steps/index.md
    ## At the door {#at-the-door}

    //// example | The box on the form
    The form said “reason for visit”.

    /// key-idea
    You can be careful without asking for a story.
    ///
    ////
"""

from collections.abc import Iterator

from build_tools.checks.block_lines import odd_openings
from build_tools.core.diagnostics import Finding, TextPlace
from build_tools.core.document import Document


def check(document: Document) -> Iterator[Finding]:
    # An opening line that went wrong is told by its own rule; its end is no second fault.
    blamed = sorted(
        [opening.line for opening in odd_openings(document)]
        + [block.line for block in document.blocks if block.end == 0]
    )
    lines = document.text.split("\n")
    for line in document.stray_ends:
        if blamed and blamed[0] < line:
            del blamed[0]
            continue
        written = lines[line - 1]
        yield Finding(
            TextPlace(document.file, line, written.index("/") + 1),
            f"“{written.strip()}” closes no block",
            "delete the line, or write the line that was to open the block",
        )
