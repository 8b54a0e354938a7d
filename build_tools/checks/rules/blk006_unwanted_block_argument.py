"""A block that takes no name and no title has none.

``/// summary | In short`` is shown to learners as text, slashes and all, since a summary has a
fixed title.

Mend it: delete the “|” and what follows. A box with a title of your own is an ``example``.

    # bad modules/first-steps/index.md 3:15
    ## Summary {#summary}

    /// summary | In short
    - Universal precautions keep harm small for everyone.
    ///

    # good modules/first-steps/index.md
    ## Summary {#summary}

    /// summary
    - Universal precautions keep harm small for everyone.
    ///
"""

from collections.abc import Iterator

from build_tools.checks.block_lines import argument_place
from build_tools.core.blocks import KINDS, Argument
from build_tools.core.diagnostics import Finding
from build_tools.core.document import Document
from build_tools.core.fields import shorten


def check(document: Document) -> Iterator[Finding]:
    for block in document.blocks:
        kind = KINDS.get(block.name)
        if kind and kind.argument is Argument.NONE and block.argument.strip():
            yield Finding(
                argument_place(document, block),
                f"“{block.name}” takes nothing after it, not “{shorten(block.argument)}”",
                "delete the “|” and what follows it",
            )
