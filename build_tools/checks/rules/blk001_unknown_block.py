"""Every block in a text has a name that Trellis knows.

A block with a name that is not known does not fail where one can see it: its lines, slashes and
all, are shown to learners as text. The same happens when a name of two words has no hyphen, or
when a slash is missing.

Mend it: correct the name. The blocks are summary, key-idea, example, reflect, practice, quiz,
scenario, tool, pause and support.

    # bad modules/first-steps/index.md 3:1
    ## Summary {#summary}

    /// sumary
    - Universal precautions keep harm small for everyone.
    ///

    # bad modules/first-steps/index.md 3:1
    ## At the door {#at-the-door}

    /// key idea
    You can be careful without asking for a story.
    ///

    # bad modules/first-steps/index.md 3:1
    ## At the door {#at-the-door}

    // pause
    ///

    # good modules/first-steps/index.md
    ## At the door {#at-the-door}

    /// key-idea
    You can be careful without asking for a story.
    ///

    ```
    /// sumary
    What stands in a code block is not a block.
    ///
    ```
"""

from collections.abc import Iterator

from build_tools.checks.block_lines import odd_openings
from build_tools.core.blocks import KINDS
from build_tools.core.diagnostics import Finding, TextPlace
from build_tools.core.document import Document
from build_tools.core.fields import shorten
from build_tools.core.suggest import did_you_mean


def check(document: Document) -> Iterator[Finding]:
    for block in document.blocks:
        if block.name not in KINDS:
            yield Finding(
                TextPlace(document.file, block.line, block.column),
                f"there is no block called “{block.name}”, so learners see its slashes as text",
                did_you_mean(block.name, KINDS),
            )
    for opening in odd_openings(document):
        known = opening.name in KINDS
        yield Finding(
            TextPlace(document.file, opening.line, opening.column),
            f"“{shorten(opening.written)}” opens no block, so learners see it as text",
            f"write “/// {opening.name}”" if known else did_you_mean(opening.name, KINDS),
        )
