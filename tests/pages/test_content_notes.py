"""A note before what is hard to read always leads somewhere, whatever the page is like."""

from __future__ import annotations

import re
from pathlib import Path

from build_tools.core.source import read
from build_tools.model.load import load
from build_tools.pages.compiler import compile_pages

NOTES = """content_notes:
  - {theme: violence, exposure: 1, note: "A door is slammed.", where: "index.md"}
"""


def body(folder: Path, uri: str) -> str:
    course, _ = load(read(folder))
    return str(compile_pages(course)[uri].body)


def noted(starter: Path) -> None:
    file = starter / "modules/first-steps/module.yml"
    text = re.sub(r"(?m)^content_notes:.*\n(?:  .*\n)*", NOTES, file.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8")


def test_where_every_question_touches_the_theme_the_way_round_leads_past_them_all(
    starter: Path,
) -> None:
    noted(starter)
    quiz = starter / "quizzes/first-steps.yml"
    text = quiz.read_text(encoding="utf-8")
    quiz.write_text(re.sub(r"(?m)^(    objective: .*)$", r"\1\n    about: violence", text), "utf-8")
    html = body(starter, "quizzes/first-steps.md")
    assert '<a href="#after" data-skip="violence">Skip these questions</a>' in html
    assert 'id="after"' in html


def test_a_page_without_a_heading_starts_at_its_top(starter: Path) -> None:
    noted(starter)
    (starter / "modules/first-steps/index.md").write_text("Two sentences. No more.\n", "utf-8")
    html = body(starter, "modules/first-steps/index.md")
    assert '<a href="#top">Start</a>' in html
    assert 'id="top"' in html
