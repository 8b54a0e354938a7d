"""The structure of a Markdown file with positions, for the checks.

This only scans: rendering is done elsewhere. It exists because the block syntax fails silently
when rendered (a misspelt name becomes text, a block that is not closed swallows the page), and
because a rule has to say in which line and column a heading, a link or a block stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from build_tools.core import headings
from build_tools.core.diagnostics import Place, TextPlace
from build_tools.core.headings import Heading

FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
BLOCK_START = re.compile(r"^ {0,3}(/{3,})[ ]*([\w-]+)[ ]*(?:\|[ ]*(.*?)[ ]*)?$")
BLOCK_END = re.compile(r"^ {0,3}(/{3,})[ ]*$")
CODE_SPAN = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
LINK = re.compile(
    r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]"
    r"\(\s*<?([^\s()<>]*(?:\([^\s()]*\))?[^\s()<>]*)>?(?:\s+[\"'][^\"']*[\"'])?\s*\)"
)
CITATION = re.compile(r"\[(@[\w:.-]+(?:\s*;\s*@[\w:.-]+)*)\]")
FOOTNOTE = re.compile(r"\[\^[^\]]+\]")
# Behind a link or another mark, or on a line alone: elsewhere braces are text.
BRACES = re.compile(r"(?:^ *|(?<=[)*_`\]]))\{:?[^}\n]*?#([^\s}]+)[^}\n]*\}")
OPTION_LINE = re.compile(r"^ {4,}\S")
ATTRIBUTES = re.compile(r"(?m)\{[^}\n]*\}\s*$")
HTML_TAG = re.compile(r"</?([A-Za-z][\w-]*)(?=[\s/>])[^>]*>?")
WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an image as written; ``target`` is untouched; line and column from 1."""

    text: str
    target: str
    image: bool
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Cited:
    """One key of a citation such as ``[@samhsa2014; @phac2018]``; the place is the key's."""

    key: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """A `///` block: where it opens, where it closes (0 when it never does), what stands in it.

    ``options`` is the text of its indented option lines, which begin at ``options_line``;
    ``depth`` counts the blocks around it.
    """

    name: str
    argument: str
    line: int
    column: int
    end: int
    depth: int
    options: str
    options_line: int
    body: str


@dataclass(frozen=True)
class Document:
    """A scanned Markdown file. Lists are in the order of the text.

    ``named_parts`` are line, column and address of links, images and lists with ``{#address}``.
    """

    file: str
    text: str
    # The rest follows from these two, so that they alone tell documents apart.
    headings: tuple[Heading, ...] = field(compare=False)
    links: tuple[Link, ...] = field(compare=False)
    citations: tuple[Cited, ...] = field(compare=False)
    blocks: tuple[Block, ...] = field(compare=False)
    stray_ends: tuple[int, ...] = field(compare=False)
    raw_html: tuple[tuple[int, int, str], ...] = field(compare=False)
    named_parts: tuple[tuple[int, int, str], ...] = field(compare=False)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """All anchors that a link may name."""
        return frozenset(heading.anchor for heading in self.headings)

    def cited(self) -> Iterator[tuple[str, Place]]:
        """Every key cited, with its place."""
        for cited in self.citations:
            yield cited.key, TextPlace(self.file, cited.line, cited.column)

    @cached_property
    def words(self) -> int:
        """Count the words a learner reads: prose and headings, no option lines, no addresses."""
        return len(WORD.findall(self.prose))

    @cached_property
    def prose(self) -> str:
        """The text without block lines, options, link targets, citations and attributes."""
        options = {
            line
            for block in self.blocks
            for line in range(
                block.options_line, block.options_line + block.options.count("\n") + 1
            )
            if block.options
        }
        kept = [
            "" if number in options or BLOCK_START.match(line) or BLOCK_END.match(line) else line
            for number, line in enumerate(self.text.split("\n"), 1)
        ]
        return _without_attributes(CITATION.sub("", LINK.sub(r"\2", "\n".join(kept))))


def _without_attributes(text: str) -> str:
    """Take out attributes at the ends of lines, with the space round them."""
    kept, end = [], 0
    for match in ATTRIBUTES.finditer(text):
        kept.append(text[end : match.start()].rstrip())
        end = match.end()
    return "".join(kept) + text[end:]


def cited_keys(text: str) -> list[str]:
    """Find the keys cited in a short text, in order."""
    return [
        key
        for match in CITATION.finditer(text)
        for key in re.findall(r"@([\w:.-]+)", match.group(1))
    ]


def titles(written: Iterable[str]) -> list[tuple[str, str]]:
    """Give the words of each heading of a page without markup, and its address."""
    parts = [headings.split(heading) for heading in written]
    words = [plain(FOOTNOTE.sub("", text)) for text, _ in parts]
    named = [anchor for _, anchor in parts]
    return list(zip(words, headings.addresses(zip(words, named, strict=True)), strict=True))


def scan(text: str, file: str) -> Document:
    """Scan one Markdown file; nothing in it can make this raise."""
    lines = text.split("\n")
    code = _code_lines(lines)
    visible = ["" if number in code else line for number, line in enumerate(lines)]
    masked = [CODE_SPAN.sub(lambda m: " " * len(m.group()), line) for line in visible]
    blocks, stray = _blocks(visible)
    inside_options = {
        number
        for block in blocks
        if block.options
        for number in range(block.options_line, block.options_line + block.options.count("\n") + 1)
    }
    found = tuple(_headings(visible))
    return Document(
        file,
        text,
        found,
        tuple(_links(masked)),
        tuple(_citations(masked)),
        tuple(blocks),
        tuple(stray),
        tuple(_raw_html(masked, inside_options)),
        tuple(_named_parts(masked, {heading.line for heading in found if heading.named})),
    )


def _code_lines(lines: list[str]) -> set[int]:
    inside: set[int] = set()
    fence = ""
    for number, line in enumerate(lines):
        match = FENCE.match(line)
        if fence:
            inside.add(number)
            if match and match.group(1).startswith(fence) and not line.strip().strip("`~"):
                fence = ""
        elif match and any(
            m.startswith(match.group(1)) for m in map(str.strip, lines[number + 1 :])
        ):
            inside.add(number)
            fence = match.group(1)
    return inside


def _blocks(lines: list[str]) -> tuple[list[Block], list[int]]:
    done: list[Block] = []
    stray: list[int] = []
    open_blocks: list[tuple[re.Match[str], int]] = []

    def close(end: int) -> None:
        match, start = open_blocks.pop()
        first = start + 1
        last = first
        while last < len(lines) and OPTION_LINE.match(lines[last]):
            last += 1
        stop = end if end >= 0 else len(lines)
        last = min(last, stop)
        done.append(
            Block(
                name=match.group(2).lower(),
                argument=match.group(3) or "",
                line=start + 1,
                column=match.start(1) + 1,
                end=end + 1,
                depth=len(open_blocks),
                options="\n".join(lines[first:last]),
                options_line=first + 1,
                body="\n".join(lines[last:stop]),
            )
        )

    for number, line in enumerate(lines):
        # Python-Markdown turns tabs into spaces before it looks for blocks.
        line = line.expandtabs(4)
        if ending := BLOCK_END.match(line):
            length = len(ending.group(1))
            depth = next(
                (
                    index
                    for index in range(len(open_blocks) - 1, -1, -1)
                    if len(open_blocks[index][0].group(1)) == length
                ),
                None,
            )
            if depth is None:
                stray.append(number + 1)
                continue
            while len(open_blocks) > depth + 1:
                close(-1)
            close(number)
        elif match := BLOCK_START.match(line):
            open_blocks.append((match, number))
    while open_blocks:
        close(-1)
    return sorted(done, key=lambda block: block.line), stray


def _headings(lines: list[str]) -> Iterator[Heading]:
    found = list(headings.written(lines))
    for (level, written, line), (words, anchor) in zip(
        found, titles(written for _, written, _ in found), strict=True
    ):
        yield Heading(level, words, anchor, line, named=bool(headings.split(written)[1]))


def plain(text: str) -> str:
    """Take inline markup off: emphasis, code marks, links (their text stays), citations."""
    if not ("*" in text or "_" in text or "`" in text or "[" in text):
        return text.strip()
    text = LINK.sub(r"\2", CITATION.sub("", text))
    return re.sub(r"(\*{1,3}|`+|(?<!\w)_{1,3}|_{1,3}(?!\w))", "", text).strip()


def _links(lines: list[str]) -> Iterator[Link]:
    for number, line in enumerate(lines, 1):
        if "](" not in line:
            continue
        for match in LINK.finditer(line):
            image, text, target = match.groups()
            yield Link(text, target, bool(image), number, match.start(3) + 1)


def _citations(lines: list[str]) -> Iterator[Cited]:
    for number, line in enumerate(lines, 1):
        for match in CITATION.finditer(line):
            for key in re.finditer(r"@([\w:.-]+)", match.group(1)):
                yield Cited(key.group(1), number, match.start(1) + key.start() + 1)


def _raw_html(lines: list[str], options: set[int]) -> Iterator[tuple[int, int, str]]:
    for number, line in enumerate(lines, 1):
        if "<" not in line or number in options:
            continue
        for match in HTML_TAG.finditer(line):
            yield number, match.start() + 1, match.group(1)


def _named_parts(lines: list[str], headings: set[int]) -> Iterator[tuple[int, int, str]]:
    for number, line in enumerate(lines, 1):
        if "{" not in line or number in headings:
            continue
        for match in BRACES.finditer(line):
            yield number, match.start(1) + 1, match.group(1)
