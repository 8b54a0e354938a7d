"""Lines that were meant to open a block but do not, as the scanner cannot see them.

``/// key idea`` has a name of two words and ``// summary`` a slash too few: both are shown to
learners as text, and the ``///`` that was to close them closes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.core.blocks import KINDS
from build_tools.core.diagnostics import TextPlace
from build_tools.core.document import BLOCK_START, FENCE, Block, Document

SLASHES = re.compile(r"^ {0,3}(/{2,})[ \t]*([^\s/].*?)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Opening:
    """A line that looks like the opening of a block; ``name`` is the name it may have meant."""

    line: int
    column: int
    slashes: int
    written: str
    name: str


def visible_lines(document: Document) -> Iterator[tuple[int, str]]:
    """The lines outside fenced code, numbered from 1."""
    lines = document.text.split("\n")
    fence = ""
    for number, line in enumerate(lines, 1):
        match = FENCE.match(line)
        if fence:
            if match and match.group(1).startswith(fence) and not line.strip().strip("`~"):
                fence = ""
        elif match and any(rest.strip().startswith(match.group(1)) for rest in lines[number:]):
            fence = match.group(1)
        else:
            yield number, line


def odd_openings(document: Document) -> list[Opening]:
    """Lines that begin like a block but open none."""
    # Nearly every page has none, and looking for code costs more than looking for slashes.
    if all(BLOCK_START.match(match.group()) for match in SLASHES.finditer(document.text)):
        return []
    found = []
    for number, line in visible_lines(document):
        match = SLASHES.match(line)
        # The renderer turns tabs into spaces before it looks.
        if match is None or BLOCK_START.match(line.expandtabs(4)):
            continue
        name = "-".join(re.split(r"[|:{]", match.group(2))[0].lower().split())
        if len(match.group(1)) > 2 or name in KINDS:
            found.append(
                Opening(number, match.start(1) + 1, len(match.group(1)), line.strip(), name)
            )
    return found


def parents(document: Document) -> Iterator[tuple[Block, tuple[Block, ...]]]:
    """Every block with the blocks around it, the nearest last."""
    around: list[Block] = []
    for block in document.blocks:
        del around[block.depth :]
        yield block, tuple(around)
        around.append(block)


def slashes(document: Document, block: Block) -> int:
    """Count the slashes that open a block."""
    line = document.text.split("\n")[block.line - 1].lstrip()
    return len(line) - len(line.lstrip("/"))


def argument_place(document: Document, block: Block) -> TextPlace:
    """Point at what stands after the “|” of a block, or at the block where nothing does."""
    line = document.text.split("\n")[block.line - 1]
    start = line.find(block.argument, line.find("|")) if block.argument else block.column - 1
    return TextPlace(document.file, block.line, start + 1)


def option_lines(block: Block) -> Iterator[tuple[str, int, int]]:
    """The name, line and column of each option of a block, nested ones left out."""
    lines = block.options.split("\n") if block.options else []
    indent = len(lines[0]) - len(lines[0].lstrip()) if lines else 0
    for number, line in enumerate(lines, block.options_line):
        if match := re.match(rf" {{{indent}}}([\w-]+)\s*:", line):
            yield match.group(1), number, indent + 1
