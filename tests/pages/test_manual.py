"""The manual of the checks as pages: every rule, its words, its examples, in order."""

from __future__ import annotations

import re
from html import unescape

import pytest
from click.testing import CliRunner

from build_tools.checks import known_rules, manual
from build_tools.checks.fixes import fixes
from build_tools.cli import main
from build_tools.pages.kinds.manual import URI, uri_of
from build_tools.pages.page import Page


@pytest.fixture(scope="module", name="manual_pages")
def of_the_manual(pages: dict[str, Page]) -> dict[str, Page]:
    """The pages of the manual, by uri."""
    return {uri: page for uri, page in pages.items() if uri.startswith("trainers/rules/")}


def text_of(html: str) -> str:
    """Give what a reader sees, with single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def test_there_is_an_overview_and_a_page_for_each_group(manual_pages: dict[str, Page]) -> None:
    groups = {code[:3] for code in known_rules()}
    assert set(manual_pages) == {URI, *map(uri_of, groups)}


def test_every_group_has_a_title_and_a_sentence() -> None:
    for group in manual.grouped():
        assert manual.title_of(group) != group
        assert manual.about(group).endswith(".")


@pytest.mark.parametrize("code", known_rules())
def test_a_rule_stands_on_its_groups_page_with_its_words_and_examples(
    code: str, manual_pages: dict[str, Page]
) -> None:
    rule = known_rules()[code]
    body = str(manual_pages[uri_of(code[:3])].body)
    heading = f'<h2 id="{code.lower()}" lang="en">{code}: {rule.name}</h2>'
    assert body.count(heading) == 1
    part = body.split(heading)[1].split("<h2 ")[0]
    assert {"error": "Error", "warning": "Warning"}[rule.severity] in part
    shown = text_of(part)
    for example in manual.examples(rule.manual):
        label = "Found" if example.bad else "Passes"
        assert f"{label} · {example.file}" in shown
        for line in example.text.split("\n"):
            visible = "".join(c if c.isprintable() else "" for c in line)
            assert " ".join(visible.split()) in shown.replace("U+2028", "")
    assert part.count("<figure") == len(manual.examples(rule.manual))
    assert part.count("<mark>") == sum(e.bad for e in manual.examples(rule.manual))
    assert ("What it does:" in part) == (code in fixes())


@pytest.mark.parametrize("code", known_rules())
def test_a_page_says_every_word_that_explain_prints(
    code: str, manual_pages: dict[str, Page]
) -> None:
    printed = CliRunner().invoke(main, ["explain", code]).stdout
    body = str(manual_pages[uri_of(code[:3])].body)
    words = set(re.findall(r"[a-z]{5,}", manual.words(known_rules()[code].manual)))
    assert words <= set(re.findall(r"[a-z]{5,}", printed))
    assert words <= set(re.findall(r"[a-z]{5,}", text_of(body)))


def test_no_tag_in_a_manual_becomes_markup() -> None:
    html = manual.html("Write <b>bold</b> and\n\n<script>x</script>\n\nand `<i>`.")
    assert not re.search(r"<(b|script|i)>", html)


def test_the_overview_links_to_every_rule(manual_pages: dict[str, Page]) -> None:
    body = str(manual_pages[URI].body)
    for code in known_rules():
        assert f'href="{code[:3].lower()}/#{code.lower()}"' in body


def test_the_contents_list_every_rule_of_a_group(manual_pages: dict[str, Page]) -> None:
    anchors = [heading.anchor for heading in manual_pages[uri_of("OBJ")].contents]
    assert anchors == [c.lower() for c in known_rules() if c.startswith("OBJ")]


def test_learners_search_finds_none_of_it_and_robots_are_asked_to_stay_out(
    manual_pages: dict[str, Page],
) -> None:
    for page in manual_pages.values():
        assert page.meta["search"] == {"exclude": True}
        assert page.meta["robots"] == "noindex"
        assert not page.search


def test_the_trainers_overview_leads_to_the_manual(pages: dict[str, Page]) -> None:
    assert 'href="rules/"' in pages["trainers/index.md"].body
