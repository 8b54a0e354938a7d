"""Options of a block are indented by four spaces, straight after its first line.

``objectives:``, ``minutes:`` and ``answer:`` are for Trellis. Without the indentation, or after
an empty line, they are shown to learners as text, the model answer included, and the task counts
for no objective.

Mend it: put them straight under the block's first line, each with four spaces before it.

    # bad modules/first-steps/index.md 4:1
    ## Try it at work {#try-it}

    /// practice | rewrite-it
    minutes: 5

    Rewrite one question that your service asks at its door.
    ///

    # good modules/first-steps/index.md
    ## Try it at work {#try-it}

    /// practice | rewrite-it
        minutes: 5

    Rewrite one question that your service asks at its door.
    ///
"""

import re
from collections.abc import Iterator

from build_tools.core.blocks import KINDS
from build_tools.core.diagnostics import Finding, TextPlace
from build_tools.core.document import Document

OPTION = re.compile(r"\s*([\w-]+):(?:\s|$)")


def check(document: Document) -> Iterator[Finding]:
    for block in document.blocks:
        kind = KINDS.get(block.name)
        if kind is None or not kind.options:
            continue
        known = {name for name, _ in kind.options}
        count = block.options.count("\n") + 1 if block.options else 0
        for number, line in enumerate(block.body.split("\n"), block.options_line + count):
            match = OPTION.match(line)
            if line.strip() and not (match and match.group(1) in known):
                break
            if match:
                yield Finding(
                    TextPlace(document.file, number, match.start(1) + 1),
                    f"learners see “{match.group(1)}:” as text here",
                    "put it straight under the block's first line, with four spaces before it",
                )
