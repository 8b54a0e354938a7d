"""The exported tree builds without Trellis, so that a course can outlive its theme."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from build_tools.core.source import read
from build_tools.exports.docs_tree import export
from build_tools.model.course import Course
from build_tools.model.load import load
from build_tools.starters import COURSE
from tests.adapters.test_build import broken_links
from tests.conftest import Once


@pytest.fixture(scope="module", params=["starter", pytest.param("shipped", marks=pytest.mark.slow)])
def exported(request: pytest.FixtureRequest) -> Course:
    """The starter course, and in the slow run the shipped one too."""
    if request.param == "shipped":
        shipped: Course = request.getfixturevalue("course")
        return shipped
    return load(read(COURSE))[0]


@pytest.fixture(scope="module")
def tree(exported: Course, once: Once) -> Path:
    """A course exported into a folder with a space, and built."""
    return once(f"a tree of {exported.file.id}", lambda folder: make(exported, folder))


@pytest.fixture(scope="module")
def site(tree: Path) -> Path:
    """What plain MkDocs with Material and no plugin of ours makes of the tree."""
    return tree / "site"


def make(course: Course, tree: Path) -> None:
    """Export a course, and build the tree."""
    export(course, tree)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=tree,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_tree_asks_for_no_plugin_of_ours(tree: Path) -> None:
    configuration = yaml.safe_load((tree / "mkdocs.yml").read_text(encoding="utf-8"))
    assert "plugins" not in configuration
    assert "trellis" not in configuration["markdown_extensions"]
    files = [*tree.glob("*"), *(tree / "docs").rglob("*")]
    assert [f.name for f in files if f.suffix in (".yml", ".yaml", ".json")] == ["mkdocs.yml"]


def test_every_page_has_a_title_and_the_sections_of_modules_are_listed(tree: Path) -> None:
    pages = sorted((tree / "docs").rglob("*.md"))
    assert len(pages) > 10
    for page in pages:
        _, front, body = page.read_text(encoding="utf-8").split("---\n", 2)
        assert yaml.safe_load(front)["title"]
        assert len(re.findall(r"(?m)^# \S|<h1\b", body)) == 1, page
        if page.match("modules/*/index.md"):
            assert len(re.findall(r"(?m)^## \S", body)) >= 5, page
        # Slots belong to our own plugin.
        assert "<!--tr:" not in body


def test_the_tree_builds_without_trellis_and_every_link_leads_somewhere(site: Path) -> None:
    assert broken_links(site) == []


def test_the_site_of_the_tree_has_the_questions_the_look_and_the_scripts(
    site: Path, exported: Course
) -> None:
    module = exported.published[0]
    quiz = exported.quiz_of(module)
    assert quiz
    page = (site / f"quizzes/{module.id}.html").read_text(encoding="utf-8")
    assert page.count('class="tr-question"') == len(quiz.questions) >= 3
    assert re.search(r'href="[^"]*assets/trellis/shell\.\w+\.css"', page)
    assert re.search(r'src="[^"]*assets/trellis/activities\.\w+\.js"', page)
    assert "&lt;div" not in page


def test_headings_can_be_found_by_searching(site: Path, exported: Course) -> None:
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    found = {entry["title"] for entry in index["docs"]}
    module = exported.published[0]
    headings = {heading.text for heading in module.documents["index.md"].headings}
    assert headings <= {title.replace("&amp;", "&") for title in found}


def test_a_second_export_is_the_same_bytes(starter: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a tree", tmp_path / "another"
    for folder in (first, second):
        export(load(read(starter))[0], folder)
    names = [path.relative_to(first) for path in first.rglob("*") if path.is_file()]
    assert len(names) > 30
    for name in names:
        assert (first / name).read_bytes() == (second / name).read_bytes()
