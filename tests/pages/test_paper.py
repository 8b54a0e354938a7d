"""Editions for paper hold everything, ask before they answer, and need neither mouse nor script."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest
from markupsafe import escape

from build_tools.core.document import plain
from build_tools.core.source import read
from build_tools.model.course import Course
from build_tools.model.load import load
from build_tools.pages.compiler import compile_pages
from build_tools.pages.page import Page
from tests.activities.examples import examples
from tests.browser import examples_course

QUESTION = re.compile(r"<h3>Question \d+ of \d+</h3>")


def letters(html: str) -> str:
    """What stands outside tags, without spaces and signs."""
    return re.sub(r"\W+", "", unescape(re.sub(r"<[^>]+>", "", html)))


@pytest.fixture(scope="module")
def editions(pages: dict[str, Page]) -> dict[str, str]:
    """The body of every edition of the shipped course."""
    return {uri: str(page.body) for uri, page in pages.items() if uri.startswith("paper/")}


def test_every_module_and_every_pathway_has_an_edition(
    editions: dict[str, str], course: Course
) -> None:
    modules = {f"paper/{module.id}.md" for module in course.published}
    pathways = {f"paper/pathways/{pathway.id}.md" for pathway in course.shown_pathways}
    assert modules | pathways == set(editions)


def test_nothing_can_be_pressed_and_every_id_is_there_once(editions: dict[str, str]) -> None:
    """Also where several modules have a heading of one name, or a question of one id."""
    for uri, html in editions.items():
        body = html[: html.rindex('class="tr-frame"')] if 'class="tr-frame"' in html else html
        assert re.findall(r"<(?:input|select|textarea|button|tr-\w+)\b[^>]*", body) == [], uri
        ids = Counter(re.findall(r' id="([^"]+)"', body))
        assert [id for id, times in ids.items() if times > 1] == [], uri
        links = set(re.findall(r'href="#([^"]+)"', body))
        assert links - set(ids) == set(), uri
        assert "<!--tr:" not in body


def test_a_pathway_holds_its_modules_in_order_and_each_source_once(
    editions: dict[str, str], course: Course
) -> None:
    for pathway in course.shown_pathways:
        html = editions[f"paper/pathways/{pathway.id}.md"]
        modules = [course.modules[id] for id in pathway.modules if id in course.modules]
        places = [html.index(f'id="module-{module.id}"') for module in modules]
        assert places == sorted(places)
        answers = html.index('id="edition-answers"')
        said = letters(html)
        for module in modules:
            assert html.index(f"<h3>{escape(module.title)}</h3>") > answers
            for point in module.key_points:
                assert letters(plain(point.text).split(":")[0])[:24] in said
        keys = re.findall(r'<li id="source-([^"]+)"', html)
        assert len(keys) == len(set(keys)) > 0


def test_every_kind_is_asked_with_room_for_a_pen_and_answered_at_the_end(tmp_path: Path) -> None:
    """What fits stands nowhere before the answers, and all of it stands there."""
    examples_course.make(tmp_path / "course")
    course, _ = load(read(tmp_path / "course"))
    html = str(compile_pages(course)["paper/first-steps.md"].body)
    asked, answered = html.split('id="edition-answers"')
    assert len(QUESTION.findall(asked)) == len(list(examples())) == len(QUESTION.findall(answered))
    given = letters(answered)
    sheets = asked.split('<section class="tr-pen tr-pen--question">')[1:]
    for sheet, question in zip(sheets, course.quizzes["first-steps"].questions, strict=True):
        assert re.search(r"tr-pen__(?:boxes|lines|blank|line|writing)", sheet), question.id
        assert "tr-verdict" not in sheet
        assert "tr-question__reason" not in sheet
        for answer in getattr(question, "options", ()):
            begins = letters(plain(answer.feedback))[:30]
            assert begins not in letters(sheet)
            assert begins in given


def test_a_module_whose_quiz_is_not_there_or_cannot_be_read_has_an_edition(starter: Path) -> None:
    """A preview goes on while a quiz is being written."""
    quiz = starter / "quizzes/first-steps.yml"
    for text in ("questions: [", ""):
        quiz.write_text(text, encoding="utf-8")
        course, _ = load(read(starter))
        assert "Key points" in str(compile_pages(course)["paper/first-steps.md"].body)
    quiz.unlink()
    course, _ = load(read(starter))
    assert "Key points" in str(compile_pages(course)["paper/first-steps.md"].body)


def test_no_edition_is_in_the_search_and_none_is_for_search_engines(starter: Path) -> None:
    found = [page for uri, page in compile_pages(load(read(starter))[0]).items() if "paper" in uri]
    assert found
    for page in found:
        assert page.meta["search"] == {"exclude": True}
        assert page.meta["robots"] == "noindex"
        assert not page.has_activities
