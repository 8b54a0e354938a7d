"""Nothing that a trainer types can run in a learner's browser: it is shown as it was typed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_tools.core.source import read
from build_tools.exports import docs_tree
from build_tools.model.course import Course
from build_tools.model.load import load
from build_tools.pages.compiler import compile_pages
from tests.conftest import ROOT
from tests.hostile import ATTACK, Reader, spoil

# What is typed, and the attribute that must not carry it.
MARKDOWN = [
    ("[x](javascript:alert(1))", "href"),
    ("[x](java\tscript:alert(1))", "href"),
    ("[x](JAVASCRIPT:alert(1))", "href"),
    ("[x](&#106;avascript:alert(1))", "href"),
    ("[x][r]\n\n[r]: javascript:alert(1)", "href"),
    ("<javascript:alert(1)>", "href"),
    ("[x](data:text/html,<script>alert(1)</script>)", "href"),
    ("[x](vbscript:alert(1))", "href"),
    ("![x](javascript:alert(1))", "src"),
    ("![x](data:image/svg+xml,<svg/onload=alert(1)>)", "src"),
    ("word{onclick=alert(1)}", "onclick"),
    ("*word*{onmouseover=alert(1) style=color:red}", "onmouseover"),
    ("# Head {onclick=alert(1)}", "onclick"),
    ("[x](index.md){target=_blank formaction=javascript:alert(1)}", "formaction"),
    ("``` {onclick=alert(1)}\ncode\n```", "onclick"),
    ("~~~ { .py onclick=alert(1) x=} }\ncode\n~~~", "onclick"),
    ("``` .py {onclick=alert(1)}\ncode\n```", "onclick"),
    ("![x](&#106;avascript:alert(1))", "src"),
    ("[x](javascript&colon;alert(1))", "href"),
]


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """The shipped course with the attack in every text; every text still loads."""
    folder = tmp_path_factory.mktemp("spoilt")
    for part in ("course", "modules", "quizzes"):
        shutil.copytree(ROOT / part, folder / part)
    spoil(folder)
    course, faults = load(read(folder))
    assert faults == []
    return course


def test_a_script_in_any_text_is_shown_and_not_run(spoilt: Course) -> None:
    pages = compile_pages(spoilt)
    for uri, page in pages.items():
        reader = Reader(page.body)
        assert reader.live == [], uri
        # The manual of the rules holds nothing of the course's.
        shown = "<script>alert(1)</script>" in reader.words
        assert shown or uri.startswith("trainers/rules"), f"{uri} lost the text"


def test_a_script_in_a_title_leaves_the_exported_tree_inert(spoilt: Course, tmp_path: Path) -> None:
    """Most themes print the title and the description of the front matter as they are."""
    docs_tree.export(spoilt, tmp_path / "tree")
    for file in (tmp_path / "tree/docs").rglob("*.md"):
        front = file.read_text(encoding="utf-8").split("---\n")[1]
        assert "<" not in front
        assert 'onload=alert(1) x=\\"' not in front


def test_what_markdown_itself_can_make_carries_no_code(starter: Path) -> None:
    for number, (typed, _) in enumerate(MARKDOWN):
        page = f"# Page {number}\n\n{typed}\n"
        (starter / f"course/page-{number}.md").write_text(page, encoding="utf-8")
    pages = compile_pages(load(read(starter))[0])
    for number, (typed, attribute) in enumerate(MARKDOWN):
        for name, value in _attributes(pages[f"page-{number}.md"].body):
            assert (name, "alert" in (value or "")) != (attribute, True), typed


def _attributes(html: str) -> list[tuple[str, str | None]]:
    found: list[tuple[str, str | None]] = []

    class Collector(Reader):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend(attrs)

    Collector(html)
    return found


def test_the_attack_would_be_noticed() -> None:
    assert len(Reader(f"<p>{ATTACK}</p>").live) == 2
