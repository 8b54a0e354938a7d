"""The page of findings that a trainer can open: whole in itself, ordered, marked, complete."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools.checks import known_rules
from build_tools.checks.excerpts import excerpt, whole
from build_tools.checks.report import formats, html
from build_tools.cli import main
from build_tools.core.diagnostics import Diagnostic, Severity
from build_tools.core.source import read
from tests.checks.examples import examples, lay_over
from tests.checks.test_rules import diagnostics


@pytest.fixture
def page(tmp_path: Path) -> str:
    """A report on a course with three faults in two files."""
    folder = tmp_path / "course"
    for code in ("SRC004", "SRC014", "QUI001"):
        lay_over(examples(known_rules()[code].manual)[0], folder)
    return html.render(diagnostics(folder), read(folder))


class Tags(HTMLParser):
    """Collects what a browser would fetch or run, the ids, and what is not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.addresses: list[str] = []
        self.names: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        if tag != "meta":
            self.open.append(tag)
        for name, value in attrs:
            assert not name.startswith("on")
            if name in ("href", "src"):
                self.addresses.append(value or "")
            if name == "id":
                self.ids.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def read_tags(page: str) -> Tags:
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    return tags


def test_the_page_runs_and_fetches_nothing(page: str) -> None:
    tags = read_tags(page)
    assert not {"script", "link", "img", "iframe", "object"} & set(tags.names)
    assert all(address.startswith("#") for address in tags.addresses)
    assert "url(" not in page
    assert "@import" not in page
    assert page.isascii()


def test_every_link_leads_to_a_place_in_the_page(page: str) -> None:
    tags = read_tags(page)
    assert {address[1:] for address in tags.addresses} <= set(tags.ids)
    assert len(tags.ids) == len(set(tags.ids))


def test_headings_are_in_order(page: str) -> None:
    levels = [int(name[1]) for name in read_tags(page).names if re.fullmatch("h[1-6]", name)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_findings_stand_by_file_then_line_with_message_excerpt_and_hint(page: str) -> None:
    text = unescape(page)
    places = re.findall(r"<h2 id=\"file-\d+\"><code>(.*?)</code>|in line (\d+), column", text)
    files = [file for file, _ in places if file]
    assert files == sorted(files)
    assert "there is no field “reveiw” here" in text
    assert "<mark>reveiw</mark>: {kind" in text
    assert "did you mean “review”?" in text
    assert "<mark>U+2028</mark>" in text


def test_the_manual_of_every_rule_found_is_at_the_end(page: str) -> None:
    end = unescape(page).split('id="rules"')[1]
    assert "A misspelt field would be passed over in silence" in end
    assert "<b>Passes</b>" in end
    assert 'id="obj001"' not in end


def test_a_course_without_faults_has_a_page_that_says_so(starter: Path) -> None:
    page = html.render([], read(starter))
    assert "No faults found." in page
    assert "My course" in page
    read_tags(page)


def test_what_a_trainer_typed_is_shown_and_never_run(starter: Path) -> None:
    typed = "<script>alert(1)</script>"
    (starter / "course/index.md").write_text(typed, encoding="utf-8")
    found = Diagnostic("course/index.md", 1, 1, Severity.ERROR, "BLK013", "x", typed, typed)
    assert "<script" not in html.render([found], read(starter))


def test_both_new_formats_are_found_by_discovery(starter: Path) -> None:
    assert {"html", "sarif"} <= set(formats())
    for name, start in (("html", "<!doctype html>"), ("sarif", "{")):
        result = CliRunner().invoke(main, ["check", str(starter), "--format", name])
        assert result.exit_code == 0
        assert result.stdout.startswith(start)


@pytest.mark.parametrize(
    ("line", "column", "marked"),
    [
        ("minuts: 10", 1, "minuts"),
        ("/// sumary", 1, "/// sumary"),
        ('on: "21 November"', 5, '"21'),
        ("person\u2028who", 7, "U+2028"),
        ("short", 99, " "),
        ("", 1, " "),
    ],
)
def test_the_word_at_the_column_is_marked(line: str, column: int, marked: str) -> None:
    assert excerpt(line, column).at == marked


def test_a_long_line_is_cut_round_its_column() -> None:
    part = excerpt("x" * 500 + " here " + "y" * 500, 502, width=40)
    assert (part.before[0], part.at, part.after[-1]) == ("…", "here", "…")
    assert len(part.before + part.at + part.after) < 60


def test_an_example_is_marked_at_its_line() -> None:
    part = whole("one\ntwo three\nfour\n", 2, 5)
    assert (part.before, part.at, part.after) == ("one\ntwo ", "three", "\nfour")
