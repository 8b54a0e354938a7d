"""Within a page, each heading, part and task has an address of its own.

A browser that follows a link goes to the first place with the address, and never to the second. A
screen reader that lists the headings of a page loses one of them.

Mend it: change what stands in ``{#…}`` at one of the two, and the links to it; or take the braces
away, and the address is made of the words.

    # bad modules/first-steps/index.md 5:18
    ## At the door {#at-the-door}

    Four people look up.

    ## At the desk {#at-the-door}

    One of them waves.

    # bad modules/first-steps/index.md 4:5
    ## Show the way

    - The map hangs on the wall.
      {#show-the-way}

    # good modules/first-steps/index.md
    ## At the door {#at-the-door}

    Four people look up.

    ## At the desk {#at-the-desk}

    One of them waves.
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding, TextPlace
from build_tools.core.document import Document


def check(document: Document) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for line, column, address in sorted(_addresses(document)):
        if address in seen:
            yield Finding(
                TextPlace(document.file, line, column),
                f"“{address}” is the address of line {seen[address]} already, "
                "so no link can lead here",
                "write another one in the braces here, or give this one another name",
            )
        seen.setdefault(address, line)


def _addresses(document: Document) -> Iterator[tuple[int, int, str]]:
    lines = document.text.split("\n")
    for heading in document.headings:
        column = lines[heading.line - 1].rindex(heading.anchor) + 1 if heading.named else 1
        yield heading.line, column, heading.anchor
    yield from document.named_parts
    # Two tasks with one id are told of by themselves.
    tasks = {
        f"{block.name}-{block.argument}": (block.line, block.column)
        for block in reversed(document.blocks)
        if block.name in ("reflect", "practice")
    }
    for address, place in tasks.items():
        yield *place, address
