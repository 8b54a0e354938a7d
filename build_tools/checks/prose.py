"""What a learner reads, cut into passages: a paragraph, an item, a cell, a field of YAML.

Rules about words work on these. Markup is taken off, yet every character of a passage still knows
its line and column. What is quoted, and what is only mentioned as something to avoid, can be told
from what the course says in its own voice.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from build_tools.checks.sentences import MENTION, mentioned, sentences, without_quotations
from build_tools.core.diagnostics import Place, TextPlace
from build_tools.core.document import (
    BLOCK_END,
    BLOCK_START,
    CITATION,
    CODE_SPAN,
    FENCE,
    LINK,
    Document,
)
from build_tools.core.record import Record

ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")
QUOTED_LINE = re.compile(r"\s{0,3}(?:>\s?)+")
RULED_LINE = re.compile(r"\s*(?:[-*_]\s*){3,}$")
TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
CELL = re.compile(r"(?:\\\||[^|])+")
ANSWER = re.compile(r"(\s+)answer:\s*(?:[>|][+-]?\d*\s*$)?")
MARKUP = re.compile(
    r"\*{1,3}|`+|(?<!\w)_{1,3}|_{1,3}(?!\w)|\[\^[^\]\n]{1,80}\]"
    r"|[ \t]?\{[^}\n]{0,300}\}(?=[ \t]*$)|\\(?=[\\`*_{}\[\]()#+.!|>-])",
    re.M,
)
# So many documents, quizzes and stories are cut into passages only once, whatever the rules ask.
KEPT = 4096

Pieces = tuple[tuple[int, int, int], ...]


class Passage(NamedTuple):
    """A piece of text without markup.

    ``kind`` is paragraph, item, cell, heading, quotation (a block quote), answer (of a reflection)
    or field (of a YAML file). ``lead`` is what introduces it: the heading above, the line before a
    list, the head of a column. ``block`` names the innermost ``///`` block round it; ``cited`` says
    whether it, or the line or table it belongs to, has a citation. ``pieces`` (index in the text,
    line, column) say where a text in Markdown stands; a field is the ``name`` of a ``record``,
    or one ``entry`` of its list.
    """

    text: str
    kind: str
    pieces: Pieces = ()
    file: str = ""
    lead: str = ""
    block: str = ""
    cited: bool = False
    record: Record | None = None
    name: str = ""
    entry: int | None = None

    def place(self, index: int = 0) -> Place:
        """Point at a character; in a YAML file at the field it stands in."""
        if self.record is not None:
            path = (self.name,) if self.entry is None else (self.name, self.entry)
            return self.record.place(*path)
        piece = max(bisect_right(self.pieces, (index, 10**9, 0)) - 1, 0)
        start, line, column = self.pieces[piece]
        return TextPlace(self.file, line, column + index - start)

    @property
    def own_voice(self) -> str:
        """The text with every quotation blanked out, at the same length."""
        return " " * len(self.text) if self.kind == "quotation" else without_quotations(self.text)

    def mentions(self, index: int) -> bool:
        """Say whether a word at this index is talked about, not used: “avoid …”, “the label …”."""
        return MENTION.search(self.lead) is not None or mentioned(self.text, index)


def visible_lines(document: Document) -> list[str]:
    """Give a document's lines with fenced code left empty."""
    lines, fence = [], ""
    for line in document.text.split("\n"):
        match = FENCE.match(line)
        if not fence and not match:
            lines.append(line)
            continue
        lines.append("")
        if match and not fence:
            fence = match.group(1)
        elif match and match.group(1).startswith(fence):
            fence = ""
    return lines


@lru_cache(maxsize=100_000)
def _plain(text: str) -> str:
    return _strip([(1, 1, text)])[0]


def field(record: Record, name: str, *, entry: int | None = None, cited: bool = False) -> Passage:
    """Make a passage of a field with text in a YAML file, or of one entry of its list."""
    value = getattr(record, name)
    text = _plain(value if entry is None else value[entry])
    return Passage(text, "field", cited=cited, record=record, name=name, entry=entry)


@lru_cache(maxsize=KEPT)
def passages(document: Document) -> tuple[Passage, ...]:
    """Cut a document into what a learner reads."""
    return tuple(passage for passage in _cut(document) if passage.text.strip())


def _cut(document: Document) -> Iterator[Passage]:
    headings = {heading.line: heading for heading in document.headings}
    around: dict[int, str] = {}
    options: set[int] = set()
    for block in document.blocks:
        for number in range(block.line, (block.end or block.line) + 1):
            around[number] = block.name
        if block.options:
            last = block.options_line + block.options.count("\n")
            options.update(range(block.options_line, last + 1))
            yield from _answer(document.file, block.options, block.options_line)
    pile: list[tuple[int, int, str]] = []
    kind, above, intro, intro_cited = "paragraph", "", "", False

    def close() -> Iterator[Passage]:
        nonlocal pile, intro, intro_cited
        if not pile:
            return
        text, origin, cited = _strip(pile)
        line = pile[0][0]
        pile = []
        listed = kind == "item"
        yield Passage(
            text,
            kind,
            origin,
            document.file,
            f"{above} / {intro}" if listed and intro else above,
            around.get(line, ""),
            cited or (listed and intro_cited),
        )
        if not listed:
            last = sentences(text)[-1][1] if text.rstrip().endswith(":") else ""
            intro, intro_cited = last, bool(last) and cited

    table: list[tuple[int, str]] = []
    for number, line in enumerate([*visible_lines(document), ""], 1):
        in_table = line.lstrip().startswith("|")
        if table and not in_table:
            yield from _cells(document.file, table, above, around.get(table[0][0], ""))
            table = []
        if number in headings:
            yield from close()
            kind, above, intro = "heading", headings[number].text, ""
            hashes = len(line) - len(line.lstrip("#"))
            column = hashes + len(line[hashes:]) - len(line[hashes:].lstrip())
            text, origin, _ = _strip([(number, column + 1, line[column:].rstrip("# "))])
            yield Passage(text, kind, origin, document.file, "", around.get(number, ""))
        elif (
            not line.strip()
            or number in options
            or BLOCK_START.match(line)
            or BLOCK_END.match(line)
            or RULED_LINE.match(line)
        ):
            yield from close()
        elif in_table:
            yield from close()
            table.append((number, line))
        elif match := QUOTED_LINE.match(line):
            if kind != "quotation":
                yield from close()
            kind = "quotation"
            pile.append((number, match.end() + 1, line[match.end() :]))
        elif match := ITEM.match(line):
            yield from close()
            kind = "item"
            pile.append((number, match.end() + 1, line[match.end() :]))
        else:
            if not pile:
                # A list item may go on after an empty line, indented.
                kind = "item" if kind == "item" and line.startswith("  ") else "paragraph"
            indent = len(line) - len(line.lstrip())
            pile.append((number, indent + 1, line[indent:]))
    yield from close()


def _answer(file: str, options: str, first: int) -> Iterator[Passage]:
    pile: list[tuple[int, int, str]] = []
    depth = -1
    for number, line in enumerate(options.split("\n"), first):
        indent = len(line) - len(line.lstrip())
        if match := ANSWER.match(line):
            depth = indent
            if rest := line[match.end() :]:
                pile.append((number, match.end() + 1, rest))
        elif depth >= 0 and indent > depth:
            pile.append((number, indent + 1, line[indent:]))
        else:
            depth = -1
    if pile:
        text, origin, cited = _strip(pile)
        yield Passage(text, "answer", origin, file, "", "reflect", cited)


def _cells(file: str, table: list[tuple[int, str]], above: str, block: str) -> Iterator[Passage]:
    cited = any(CITATION.search(line) for _, line in table)
    heads: list[str] = []
    for row, (number, line) in enumerate(table):
        if TABLE_RULE.match(line):
            continue
        cells = [
            match
            for match in CELL.finditer(line)
            if match.start() > 0 and (match.end() < len(line) or match.group().strip())
        ]
        for column, match in enumerate(cells):
            inner = match.group().strip()
            start = match.start() + match.group().index(inner)
            text, origin, _ = _strip([(number, start + 1, inner)])
            if row == 0:
                heads.append(text)
            head = heads[column] if row and column < len(heads) else ""
            yield Passage(text, "cell", origin, file, f"{above} / {head}", block, cited)


def _strip(
    lines: Iterable[tuple[int, int, str]],
) -> tuple[str, Pieces, bool]:
    """Take markup off lines (number, column, text); give text, where it stands, if it cites."""
    lines = list(lines)
    raw = "\n".join(text for _, _, text in lines)
    if not _marked(raw):
        return *_join(lines, _kept(raw, [])), False
    dropped = [match.span() for match in CODE_SPAN.finditer(raw)] if "`" in raw else []
    cited = False
    for match in CITATION.finditer(raw):
        cited = True
        spaced = match.start() > 0 and raw[match.start() - 1] == " "
        dropped.append((match.start() - spaced, match.end()))
    for match in LINK.finditer(raw):
        if match.group(1):
            dropped.append(match.span())
        else:
            dropped += [(match.start(), match.start(2)), (match.end(2), match.end())]
    dropped += [match.span() for match in MARKUP.finditer(raw)]
    return *_join(lines, _kept(raw, dropped)), cited


def _marked(raw: str) -> bool:
    """Say whether anything in a text may be markup. Spelled out: it is asked of every text."""
    return "[" in raw or "*" in raw or "_" in raw or "`" in raw or "{" in raw or "\\" in raw


def _kept(raw: str, dropped: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give the stretches of a text that remain; those dropped may overlap."""
    index = 0
    for start, end in sorted(dropped):
        if start > index:
            yield index, start
        index = max(index, end)
    if index < len(raw):
        yield index, len(raw)


def _join(lines: list[tuple[int, int, str]], kept: Iterable[tuple[int, int]]) -> tuple[str, Pieces]:
    """Put stretches of lines together again, remembering where each piece stands."""
    starts = [0, *accumulate(len(text) + 1 for _, _, text in lines)]
    pieces: list[str] = []
    origin: list[tuple[int, int, int]] = []
    length = row = 0
    for start, end in kept:
        while start < end:
            while starts[row + 1] <= start:
                row += 1
            number, column, text = lines[row]
            stop = min(end, starts[row + 1])
            offset = start - starts[row]
            # The line break itself, one past the text, is read as a space.
            piece = (text + " ")[offset : stop - starts[row]]
            origin.append((length, number, column + offset))
            pieces.append(piece)
            length += len(piece)
            start = stop
    return "".join(pieces), tuple(origin) or ((0, lines[0][0], lines[0][1]),)
