"""What a learner can find by searching: the words of pages and of YAML files, never an answer."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from build_tools.core.document import plain
from build_tools.model.course import Course
from build_tools.pages.searching import index_of


@pytest.fixture(scope="module")
def docs(web_site: Path) -> list[dict[str, str]]:
    """What can be found, each with its place, its title and its text."""
    index = json.loads((web_site / "search/search_index.json").read_text(encoding="utf-8"))
    found: list[dict[str, str]] = index["docs"]
    return found


@pytest.fixture(scope="module")
def words(docs: list[dict[str, str]]) -> str:
    """Everything in the index, with single spaces."""
    parts = (f"{entry['title']} {entry['text']}" for entry in docs)
    return " ".join(" ".join(parts).split())


def test_results_of_one_page_can_be_told_apart(docs: list[dict[str, str]]) -> None:
    """Each question, field and contact has a title of its own, and so has each page."""
    seen = Counter((entry["location"].partition("#")[0], entry["title"]) for entry in docs)
    assert [place for place, count in seen.items() if count > 1] == []
    pages = Counter(entry["title"] for entry in docs if "#" not in entry["location"])
    assert [title for title, count in pages.items() if count > 1] == []


def test_an_excerpt_begins_with_what_a_page_is_about(docs: list[dict[str, str]]) -> None:
    """No way back, no words for a state that the page is not in."""
    assert [entry for entry in docs if entry["text"].startswith("Back to:")] == []
    assert [entry for entry in docs if "You have skipped" in entry["text"]] == []
    pages = [entry for entry in docs if "#" not in entry["location"]]
    assert len(pages) > 80
    assert [entry["location"] for entry in pages if not entry["text"]] == []


def test_titles_objectives_terms_contacts_and_questions_are_found(
    words: str, course: Course
) -> None:
    """They come from YAML files, so that no site generator sees them in a page's text."""
    sought = {term.term for term in course.glossary.terms}
    sought |= {c.name for country in course.support.countries for c in country.contacts}
    for module in course.published:
        sought |= {module.title, *(objective.text for objective in module.objectives)}
    for quiz in course.quizzes.values():
        sought |= {plain(question.prompt) for question in quiz.questions}
    assert sorted(text for text in sought if " ".join(text.split()) not in words) == []


def test_no_answer_feedback_or_consequence_is_found(words: str, course: Course) -> None:
    """A search must not give a question or a story away."""
    secret = {"feedback", "consequence", "explanation", "model", "why"}
    told = []
    for thing in (*course.quizzes.values(), *(m.scenario for m in course.published if m.scenario)):
        told += [text for name, text in texts(thing.model_dump()) if name in secret]
    assert len(told) > 50
    # A few words may well stand in a text too; a sentence does not.
    assert [text for text in told if len(text) > 40 and plain(text) in words] == []


def texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text below a value, with the name of its field."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from texts(part, str(key))
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from texts(part, name)


def test_the_index_holds_text_and_no_html() -> None:
    """The script shows it as text, where a tag would be seen as one."""
    entry = {"location": "a/#b", "title": "Calm &amp; <em>safe</em>", "text": "<p>1 &lt; 2</p>"}
    (made,) = json.loads(index_of([entry], {}, str))["docs"]
    assert made == {"location": "a/#b", "title": "Calm & safe", "text": "1 < 2"}
