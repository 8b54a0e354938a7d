"""Every block that is opened is closed.

A block goes on until a line with the same number of slashes and nothing else. Without that line it
swallows the rest of the page: headings, questions and support contacts end up inside a box.

Mend it: add a line ``///`` where the block ends, with as many slashes as it begins with.

    # bad modules/first-steps/index.md 3:1
    ## Summary {#summary}

    /// summary
    - Universal precautions keep harm small for everyone.

    ## Think it over {#think-it-over}

    Which question at your door is hard to answer?

    # bad modules/first-steps/index.md 3:1
    ## Summary {#summary}

    //// summary
    - Universal precautions keep harm small for everyone.
    ///

    # good modules/first-steps/index.md
    ## Summary {#summary}

    /// summary
    - Universal precautions keep harm small for everyone.
    ///

    /// pause
    ///
"""

from collections.abc import Iterator

from build_tools.checks.block_lines import slashes
from build_tools.core.diagnostics import Finding, TextPlace
from build_tools.core.document import Document


def check(document: Document) -> Iterator[Finding]:
    for block in document.blocks:
        if block.end == 0:
            ending = "/" * slashes(document, block)
            yield Finding(
                TextPlace(document.file, block.line, block.column),
                f"the block “{block.name}” is never closed, so it swallows what follows it",
                f"add a line “{ending}” where it ends",
            )
