"""The indented lines under a block's first line are options that the block knows.

Only ``reflect`` and ``practice`` take options. Lines that are indented by four spaces straight
after any other block's first line are read as options too, and the whole block is then shown as
text.

Mend it: correct or remove the option. Where the lines are text, take the indentation away.

    # bad modules/first-steps/index.md 4:5
    ## Summary {#summary}

    /// summary
        title: In short

    - Universal precautions keep harm small for everyone.
    ///

    # bad modules/first-steps/index.md 5:5
    ## Try it at work {#try-it}

    /// practice | rewrite-it
        minutes: 5
        answer: We took the box off the form.

    Rewrite one question that your service asks at its door.
    ///

    # good modules/first-steps/index.md
    ## Try it at work {#try-it}

    /// practice | rewrite-it
        minutes: 5

    Rewrite one question that your service asks at its door.
    ///
"""

from collections.abc import Iterator

from build_tools.checks.block_lines import option_lines
from build_tools.core.blocks import KINDS
from build_tools.core.diagnostics import Finding, TextPlace
from build_tools.core.document import Document
from build_tools.model.module import Task


def check(document: Document) -> Iterator[Finding]:
    for block in document.blocks:
        kind = KINDS.get(block.name)
        if kind is None or not block.options.strip():
            continue
        known = dict(kind.options)
        if not known:
            column = len(block.options) - len(block.options.lstrip()) + 1
            yield Finding(
                TextPlace(document.file, block.options_line, column),
                f"“{block.name}” takes no options, so this makes the whole block appear as text",
                "delete the line, or take its indentation away if it is text",
            )
            continue
        for name, line, column in option_lines(block):
            # A name that no task has is told when the options are read.
            if name in Task.model_fields and name not in known:
                yield Finding(
                    TextPlace(document.file, line, column),
                    f"“{block.name}” has no option “{name}”",
                    "use one of: " + ", ".join(known),
                )
