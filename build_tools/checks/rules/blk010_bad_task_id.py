"""The id of a reflection or a task is in small letters, with hyphens between words.

It becomes part of a web address and a key in the learner's own record, like every other id. A title
with capitals and spaces does not survive either.

Mend it: ``/// practice | rewrite-it``. A title can stand as a heading above the block.

    # bad modules/first-steps/index.md 3:16
    ## Try it at work {#try-it}

    /// practice | Rewrite it
    Rewrite one question that your service asks at its door.
    ///

    # good modules/first-steps/index.md
    ## Try it at work {#try-it}

    /// practice | rewrite-it
    Rewrite one question that your service asks at its door.
    ///
"""

from collections.abc import Iterator

from build_tools.checks.block_lines import argument_place
from build_tools.core.diagnostics import Finding
from build_tools.core.document import Document
from build_tools.core.fields import shorten
from build_tools.core.headings import slugify
from build_tools.core.ids import ID, MAX_ID


def check(document: Document) -> Iterator[Finding]:
    for block in document.blocks:
        id = block.argument.strip()
        if block.name not in ("reflect", "practice") or not id:
            continue
        if not ID.match(id) or len(id) > MAX_ID:
            better = slugify(id).replace("_", "-")[:MAX_ID].strip("-")
            yield Finding(
                argument_place(document, block),
                f"“{shorten(id)}” is not a good id",
                f"write “{better}”" if ID.match(better) else "use small letters and hyphens",
            )
