"""Nothing that a trainer types can run in a learner's browser: it is shown as it was typed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from build_tools.core.source import read
from build_tools.exports import docs_tree
from build_tools.model.course import Course
from build_tools.model.load import load
from build_tools.pages.compiler import compile_pages
from tests.conftest import ROOT
from tests.first_modules import first_modules
from tests.hostile import ATTACK, ATTACKS, Reader, spoil

# An address that a browser would run, or ask of another site.
RUNS = re.compile(r"(?i)\W*(?:javascript:|vbscript:|data:|//)")

OF_THE_SITE = (
    "accessibility",
    "not-kept",
    "offline",
    "pause",
    "safer-browsing",
    "stored",
    "trainers/rules",
)


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Modules of the shipped course with the attack in every text; every text still loads."""
    folder = tmp_path_factory.mktemp("spoilt")
    source = read(ROOT)
    first_modules(source)
    for name in source.images:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    for name, text in source.texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    spoil(folder)
    course, faults = load(read(folder))
    assert faults == []
    return course


def test_a_script_in_any_text_is_shown_and_not_run(spoilt: Course) -> None:
    pages = compile_pages(spoilt)
    for uri, page in pages.items():
        reader = Reader(page.body)
        assert reader.live == [], uri
        # The manual of the rules, and pages about the site itself, hold nothing of the course's.
        shown = "<script>alert(1)</script>" in reader.words
        assert shown or uri.startswith(OF_THE_SITE), f"{uri} lost the text"


def test_a_script_in_a_title_leaves_the_exported_tree_inert(spoilt: Course, tmp_path: Path) -> None:
    """Most themes print the title and the description of the front matter as they are."""
    docs_tree.export(spoilt, tmp_path / "tree")
    for file in (tmp_path / "tree/docs").rglob("*.md"):
        front = file.read_text(encoding="utf-8").split("---\n")[1]
        assert "<" not in front
        assert 'onload=alert(1) x=\\"' not in front


def test_what_markdown_itself_can_make_carries_no_code(starter: Path) -> None:
    attacks = [attack for attack in ATTACKS if attack.place == "page"]
    for attack in attacks:
        page = f"# Page {attack.number}\n\n{attack.text}\n"
        (starter / f"course/page-{attack.number}.md").write_text(page, encoding="utf-8")
    pages = compile_pages(load(read(starter))[0])
    for attack in attacks:
        for name, value in _attributes(pages[f"page-{attack.number}.md"].body):
            assert not name.startswith("on"), attack.text
            assert name not in ("style", "srcdoc", "ping", "formaction"), attack.text
            if name in ("href", "src"):
                assert not RUNS.match(value or ""), attack.text


def _attributes(html: str) -> list[tuple[str, str | None]]:
    found: list[tuple[str, str | None]] = []

    class Collector(Reader):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend(attrs)

    Collector(html)
    return found


def test_the_attack_would_be_noticed() -> None:
    assert len(Reader(f"<p>{ATTACK}</p>").live) == 2
