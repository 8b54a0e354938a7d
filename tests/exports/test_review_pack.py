"""A reviewer gets all that needs judging, in one file that loads nothing and runs nothing."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from build_tools.core.document import CITATION, cited_keys, plain, scan
from build_tools.core.source import read
from build_tools.exports.review_pack import claims, export, passages
from build_tools.exports.review_pack.cited_sentences import cited_sentences
from build_tools.model.course import Course
from build_tools.model.load import load


def letters(html: str) -> str:
    """What stands outside tags, without spaces and signs."""
    body = html[html.index("<body") :] if "<body" in html else html
    return re.sub(r"\W+", "", unescape(re.sub(r"<[^>]+>", "", body)))


@pytest.fixture(scope="module")
def pack(course: Course, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The documents of the shipped course by their names."""
    folder = tmp_path_factory.mktemp("a review") / "pack"
    names = export(course, folder)
    assert sorted(names) == sorted(path.name for path in folder.iterdir())
    return {name: (folder / name).read_text(encoding="utf-8") for name in names}


def test_every_module_has_a_document_and_the_index_leads_there(
    pack: dict[str, str], course: Course
) -> None:
    assert set(pack) == {"index.html", *(f"{module.id}.html" for module in course.published)}
    linked = re.findall(r'<a href="([\w-]+\.html)">', pack["index.html"])
    assert linked == [f"{module.id}.html" for module in course.published]


def test_a_document_loads_nothing_and_runs_nothing(pack: dict[str, str]) -> None:
    for name, html in pack.items():
        found = re.findall(r"<(?:script|link|iframe|object|form|input|button|tr-\w+)\b", html)
        assert found == [], name
        assert re.findall(r'\ssrc="(?!data:)[^"]*"', html) == [], name
        assert re.findall(r"url\(|@import", html) == [], name
        assert "<!--tr:" not in html


def test_links_stay_inside_or_lead_to_a_source(pack: dict[str, str]) -> None:
    for name, html in pack.items():
        ids = Counter(re.findall(r'\bid="([^"]+)"', html))
        assert [id for id, times in ids.items() if times > 1] == [], name
        for address in re.findall(r'<a\b[^>]*href="([^"]*)"', html):
            inside = address.removeprefix("#") in ids or address in pack
            assert inside or address.startswith("https://"), (name, address)


class Nesting(HTMLParser):
    """Holds that what is opened is closed, and that headings go down one level at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.levels: list[int] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in ("br", "img", "meta", "hr", "input", "path", "rect", "circle", "line"):
            self.open.append(tag)
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            assert self.open.pop() == tag


def test_elements_are_nested_and_headings_in_order(pack: dict[str, str]) -> None:
    for name, html in pack.items():
        parser = Nesting()
        parser.feed(html)
        assert parser.open == [], name
        assert parser.levels[0] == 1
        assert parser.levels.count(1) == 1
        steps = zip(parser.levels, parser.levels[1:], strict=False)
        assert [step for step in steps if step[1] > step[0] + 1] == [], name


def test_all_that_needs_judging_is_there_with_a_number_and_boxes(
    pack: dict[str, str], course: Course
) -> None:
    for module in course.published:
        html = pack[f"{module.id}.html"]
        said = letters(html)
        quiz = course.quiz_of(module)
        assert quiz is not None
        for note in module.content_notes:
            assert letters(plain(note.note)) in said
        for objective in module.objectives:
            assert letters(plain(objective.text)) in said
        for point in module.key_points:
            assert letters(plain(CITATION.sub("", point.text))) in said
            assert f"tr-evidence--{point.evidence}" in html
        for question in quiz.questions:
            assert letters(plain(question.ask)) in said
        numbers = re.findall(r'<p class="mark"><b>([A-Z]\d*)</b>', html)
        assert len(numbers) == len(set(numbers))
        count = Counter(number[0] for number in numbers)
        assert count["A"] == len(module.objectives)
        assert count["C"] == len(module.key_points) + len(list(claims(module)))
        assert count["P"] == len(passages(module))
        assert count["Q"] == len(quiz.questions)
        assert count["S"] == 1
        keys = set(re.findall(r'<li id="source-([^"]+)"', html))
        assert {key for point in module.key_points for key in point.cites} <= keys
        assert {key for claim in claims(module) for key in claim.keys} <= keys


def test_every_citation_of_a_module_is_in_a_sentence_that_is_shown(course: Course) -> None:
    for module in course.published:
        for document in filter(None, (*module.documents.values(), module.facilitator)):
            found = [key for sentence in cited_sentences(document) for key in sentence.keys]
            assert Counter(found) == Counter(cited.key for cited in document.citations), module.id


def test_notes_come_before_anything_else_and_hard_passages_after_their_notes(
    pack: dict[str, str], course: Course
) -> None:
    hard = [module for module in course.published if passages(module)]
    assert hard
    for module in course.published:
        html = pack[f"{module.id}.html"]
        assert html.index("Before you read") < html.index("What we ask of you")
        for number, passage in enumerate(passages(module), 1):
            start = html.index(f"<h3>P{number} ")
            part = html[start : html.index("</section>", start)]
            words = letters(part)
            for note in passage.notes:
                assert letters(plain(note.note)) in words
            assert re.search(r"<h3>.*?</h3>\s*<div class=\"box\">", part, re.S)


def test_critical_questions_stand_with_their_answers_among_what_must_be_right(
    pack: dict[str, str], course: Course
) -> None:
    for module in course.published:
        quiz, html = course.quiz_of(module), pack[f"{module.id}.html"]
        assert quiz is not None
        critical = [question for question in quiz.questions if question.critical]
        if not critical:
            assert 'id="critical"' not in html
            continue
        start = html.index('id="critical"')
        part = letters(html[start : html.index('class="new-page"', start)])
        for question in critical:
            assert letters(plain(question.ask)) in part
            for answer in getattr(question, "options", ()):
                assert letters(plain(answer.feedback))[:40] in part


def test_a_correction_goes_where_the_host_reads_it(starter: Path, tmp_path: Path) -> None:
    export(load(read(starter))[0], tmp_path / "nobody")
    html = (tmp_path / "nobody/first-steps.html").read_text(encoding="utf-8")
    assert "to whoever gave it to you" in html
    with (starter / "course/host.yml").open("a", encoding="utf-8") as host:
        host.write("\n")
    text = (starter / "course/host.yml").read_text(encoding="utf-8")
    text = re.sub(r"(?m)^corrections:.*$", "corrections: words@example.org", text)
    (starter / "course/host.yml").write_text(text, encoding="utf-8")
    export(load(read(starter))[0], tmp_path / "somebody")
    html = (tmp_path / "somebody/first-steps.html").read_text(encoding="utf-8")
    assert "to <strong>words@example.org</strong>" in html


def test_two_packs_are_the_same_bytes(pack: dict[str, str], course: Course, tmp_path: Path) -> None:
    export(course, tmp_path, ["co-regulation"])
    assert (tmp_path / "co-regulation.html").read_text("utf-8") == pack["co-regulation.html"]


def test_a_sentence_comes_with_what_leads_up_to_it() -> None:
    text = (
        "## Sleep {#sleep}\n\nOne study looked at sleep. It was small. They slept **more. Then\n"
        "less** [@a2020; @b2021]. So it goes [@c2022].\n\n- An item [@a2020].\n\n"
        "| who | what |\n|---|---|\n| Dr. Vu | sleeps [@d2023] |\n\n```\n[@code]\n```\n"
    )
    found = list(cited_sentences(scan(text, "a.md")))
    assert [sentence.keys for sentence in found] == [
        *(("a2020", "b2021"), ("c2022",), ("a2020",), ("d2023",)),
    ]
    assert found[0].text == "Then less [@a2020; @b2021]."
    assert found[0].before == "One study looked at sleep. It was small. They slept more."
    assert found[1].before == ""
    assert {sentence.heading for sentence in found} == {"Sleep"}
    assert found[3].text == "Dr. Vu · sleeps [@d2023]"
    assert [key for sentence in found for key in cited_keys(sentence.text)] == [
        *("a2020", "b2021", "c2022", "a2020", "d2023"),
    ]
