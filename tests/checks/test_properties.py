"""Whatever a file holds, Trellis tells of it; and the scanner sees what the renderer shows."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from html.parser import HTMLParser
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from build_tools.checks import judge, known_rules
from build_tools.checks.report import formats
from build_tools.core.diagnostics import Diagnostic
from build_tools.core.document import scan
from build_tools.core.source import read
from build_tools.instruments import folder_of
from build_tools.markdown.context import NoCourse
from build_tools.markdown.renderer import Renderer
from build_tools.model.load import load
from build_tools.starters import COURSE
from tests.checks.examples import examples

TODAY = date(2026, 11, 21)
EXAMPLES = 2000
MODULE = "modules/first-steps"
FILES = (
    "course/course.yml",
    "course/glossary.yml",
    "course/support.yml",
    "course/host.yml",
    "course/references.json",
    f"{MODULE}/module.yml",
    f"{MODULE}/index.md",
    f"{MODULE}/scenario.yml",
    "quizzes/first-steps.yml",
    "course/pathways/everyone.yml",
    "course/tools/first-look.yml",
    "course/tools/where-we-stand.yml",
    "course/tools/who-does-what.yml",
)
# What means something to YAML, JSON or Markdown, or has tripped programs before.
PIECES = (
    *":-#|>&*!%@`'\"{}[],?~/\\<^_=$+.0",
    *("\n", "\n\n", "\r\n", "\r", "\t", " ", "  ", "    ", "\x00", "\x0b", "\x1b", "\x85"),
    *("\u2028", "\ufeff", "\u200b", "\u202e", "é", "e\u0301", "ß", "İ", "😀", "٣", "²"),
    *(": ", "- ", "---\n", "...\n", "<<: ", "? ", "!!python/object:x ", "&a [*a]", "null", "~"),
    *("true", "no", "1e999", "-1", "0x1F", "9" * 40, "NaN", ".inf", "2026-02-30", "0000-00-00"),
    *("///\n", "/// quiz\n", "//// example | A\n", "    minutes: 5\n", "```\n", "~~~\n", "# "),
    *("[a](b)", "![](", "[a](http://[)", "[@", "[@x; @y]", "](term:", "{#", "| a |\n", "|---|"),
    *("javascript:", "%", "%ff", "../", "\\ud800", "\\u0000", "[" * 70, "{" * 70, "(" * 70),
)


@cache
def sound() -> dict[str, bytes]:
    """Give the files of a small course without a fault: the starter with a story."""
    texts = {
        path.relative_to(COURSE).as_posix(): path.read_text(encoding="utf-8")
        for part in ("course", "modules", "quizzes")
        for path in sorted((COURSE / part).rglob("*.*"))
    }
    manual = known_rules()["SCN001"].manual
    story = next(e.text for e in examples(manual) if not e.bad)
    # An example shows one thing; a story without a fault also goes more than one way.
    second = "  outside:\n    ending: true\n    text: He goes out again and rings later.\ndebrief:"
    start, end = story.rsplit("goto: seated", 1)
    story = f"{start}goto: outside{end}".replace("debrief:", second)
    texts[f"{MODULE}/scenario.yml"] = story
    texts[f"{MODULE}/index.md"] += "\n/// scenario\n///\n"
    minutes = texts[f"{MODULE}/module.yml"].replace("minutes: 10", "minutes: 15")
    texts[f"{MODULE}/module.yml"] = minutes
    kinds = {"first-look": "form", "where-we-stand": "rating", "who-does-what": "role-map"}
    for id, kind in kinds.items():
        example = folder_of(kind) / "example.yml"
        texts[f"course/tools/{id}.yml"] = example.read_text(encoding="utf-8")
    return {file: text.encode() for file, text in texts.items()}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small course on disk, where any file may be overwritten."""
    folder = tmp_path_factory.mktemp("any")
    for file, data in sound().items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(data)
    return folder


def told(folder: Path, file: str, data: bytes) -> list[Diagnostic]:
    """Read, judge and report the small course with one file overwritten."""
    (folder / file).write_bytes(data)
    source = read(folder)
    course, faults = load(source)
    found = judge(course, faults, today=TODAY)
    json.loads(formats()["json"](found, source))
    formats()["text"](found, source)
    return found


@st.composite
def spliced(draw: st.DrawFn, data: bytes) -> bytes:
    """Cut, copy and insert in a sound text, a few times."""
    pieces = st.sampled_from(PIECES).map(lambda piece: piece.encode())
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.sampled_from((0, 0, 1, 2, 5, 20, 200))))
        other = draw(st.integers(0, len(data)))
        copied = data[other : other + draw(st.sampled_from((1, 8, 60)))]
        put = draw(st.one_of(pieces, st.binary(max_size=4), st.just(copied), st.just(b"")))
        data = data[:start] + put + data[end:]
    return data


def _places_are_real(found: list[Diagnostic]) -> None:
    assert all(d.line >= 1 and d.column >= 1 and d.message and d.file for d in found)


@pytest.mark.parametrize("file", FILES)
def test_any_bytes_as_any_file_give_diagnostics_and_never_a_traceback(
    file: str, small: Path
) -> None:
    values = st.one_of(
        *[spliced(sound()[file])] * 5,
        st.lists(st.sampled_from(PIECES), max_size=30).map(lambda parts: "".join(parts).encode()),
        st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.binary(max_size=200),
    )

    @settings(
        max_examples=EXAMPLES // len(FILES),
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
    )
    @given(values)
    def holds(data: bytes) -> None:
        _places_are_real(told(small, file, data))

    try:
        holds()
    finally:
        (small / file).write_bytes(sound()[file])


def test_the_course_that_is_overwritten_has_no_findings(small: Path) -> None:
    assert told(small, FILES[0], sound()[FILES[0]]) == []


# The scanner and the renderer.

WORDS = ("Tea", "the desk", "late", "É bien", "two_words", "3 cups", "A&B", "Ψυχή", "-", "you're")
MARKED = ("*calm*", "**first**", "`code`", "[a link](x.md)", "_so_", "[@key]", "`a` and `b`", "…")
# An address of a heading's own may be that of another, named or made of its words.
BRACES = (" {#here}", " {#there}", " {: #here }", " {#here} ##", "{#here}", " {id=tea}")
ARGUMENTS = {"example": " | A title", "reflect": " | an-id", "practice": " | an-id", "tool": " | t"}
HOLDERS = ("summary", "key-idea", "example", "reflect", "practice")
EMPTY = ("quiz", "scenario", "tool", "pause", "support")
FENCES = ("```", "~~~", "````")
IN_CODE = ("/// summary", "///", "## Not a heading", "    x", "[@key]", "/// nothing")


@st.composite
def headings(draw: st.DrawFn) -> str:
    parts = draw(st.lists(st.sampled_from(WORDS + MARKED), min_size=1, max_size=3))
    text = (draw(st.sampled_from(WORDS)) + " " + " ".join(parts)).strip()
    if text[0] != "-" and draw(st.integers(0, 9)) == 0:
        return text + "\n" + draw(st.sampled_from(("---", "=====")))
    anchor = draw(st.sampled_from(("", "", *BRACES, " ##")))
    return "#" * draw(st.integers(1, 6)) + " " + text + anchor


@st.composite
def fenced(draw: st.DrawFn) -> str:
    fence = draw(st.sampled_from(FENCES))
    lines = draw(st.lists(st.sampled_from(IN_CODE), max_size=4))
    return "\n".join((fence, *lines, fence))


PLAIN = st.one_of(
    headings(),
    st.lists(st.sampled_from(WORDS + MARKED), min_size=1, max_size=6).map(" ".join),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(
        lambda items: "\n".join(f"- {item}" for item in items)
    ),
    st.sampled_from(("> What she said.", "| a | b |\n|---|---|\n| c | d |", "1. One\n2. Two")),
    fenced(),
)


@st.composite
def blocks(draw: st.DrawFn, depth: int = 0) -> str:
    """Make a block; one that holds others has more slashes than they have."""
    slashes = "/" * (5 - depth)
    if depth == 2 or draw(st.booleans()):
        name = draw(st.sampled_from(EMPTY + HOLDERS))
    else:
        name = draw(st.sampled_from(HOLDERS))
    lines = [f"{slashes} {name}{ARGUMENTS.get(name, '')}"]
    if name in ("reflect", "practice") and draw(st.booleans()):
        lines += ["    minutes: 5", "    objectives: [one]"]
    if name in HOLDERS:
        inner = st.one_of(PLAIN, blocks(depth + 1)) if depth < 2 else PLAIN
        parts = draw(st.lists(inner, min_size=1, max_size=3))
        lines += ["", "\n\n".join(parts), ""]
    return "\n".join((*lines, slashes))


PAGES = st.lists(st.one_of(PLAIN, blocks()), min_size=1, max_size=6).map("\n\n".join)


class Shown(HTMLParser):
    """The blocks and headings of a page, in order, as events."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name = re.search(r"\btr-box tr-([\w-]+)|\btr-block-([\w-]+)", given.get("class", ""))
        if tag in ("div", "section"):
            self.open.append((name.group(1) or name.group(2)) if name else "")
            if name:
                self.events.append(f"open {self.open[-1]}")
        elif re.fullmatch("h[1-6]", tag):
            self.events.append(f"{tag} #{given.get('id')}")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("div", "section") and (name := self.open.pop()):
            self.events.append(f"close {name}")


def shown(text: str) -> list[str]:
    """Give the events of the page as it is rendered."""
    parser = Shown()
    parser.feed(Renderer().page(text, NoCourse()))
    return parser.events


def scanned(text: str) -> list[str]:
    """Give the events of the page as it is scanned."""
    page, order = scan(text, "page.md"), count()
    events = [(h.line, next(order), f"h{h.level} #{h.anchor}") for h in page.headings]
    for block in page.blocks:
        events.append((block.line, next(order), f"open {block.name}"))
        events.append((block.end, next(order), f"close {block.name}"))
    assert not page.stray_ends
    return [event for _, _, event in sorted(events)]


@settings(
    max_examples=200,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(PAGES)
def test_the_scanner_and_the_renderer_see_the_same_blocks_and_headings(text: str) -> None:
    assert scanned(text) == shown(text)
