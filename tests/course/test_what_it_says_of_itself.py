"""The course says plainly what it is made from, who has not read it yet, and where to write."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_tools.model.course import Course
from build_tools.pages.page import Page

SAID = {
    "what it is made from": r"written from published sources",
    "that no clinician has read it": r"No clinician (?:has reviewed|and nobody with lived exp)",
    "that nobody with lived experience has": r"(?:[Nn]obody|anybody) with lived experience",
    "what is completed locally": r"[Cc]ulture and history",
    "where corrections go": r"correction|please say so",
}
UNFINISHED = re.compile(
    r"being built|is a draft|so far|not finished|still to be written|to come\b|twenty-two", re.I
)


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))


@pytest.mark.parametrize("what", SAID)
def test_home_about_and_readme_say(what: str, pages: dict[str, Page], root: Path) -> None:
    texts = {uri: plain(str(pages[uri].body)) for uri in ("index.md", "about.md")}
    texts["README.md"] = (root / "README.md").read_text(encoding="utf-8")
    for name, text in texts.items():
        assert re.search(SAID[what], text), (name, what)


def test_every_module_says_that_it_had_a_desk_review_only(course: Course) -> None:
    assert {module.review.kind for module in course.published} == {"desk"}


def test_no_page_calls_the_course_unfinished(course: Course, root: Path) -> None:
    texts = {name: text for name, text in course.source.texts.items() if name.endswith(".md")}
    framing = {name: text for name, text in texts.items() if name.startswith("course/")}
    framing["README.md"] = (root / "README.md").read_text(encoding="utf-8")
    found = {name: UNFINISHED.findall(text) for name, text in framing.items()}
    assert {name: words for name, words in found.items() if words} == {}


def test_no_pathway_that_is_whole_counts_its_modules_so_far(
    course: Course, pages: dict[str, Page]
) -> None:
    for uri in ("index.md", *(f"pathways/{p.id}.md" for p in course.shown_pathways)):
        assert "modules so far" not in str(pages[uri].body), uri
