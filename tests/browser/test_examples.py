"""Every example of every kind of question, in the browser."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from build_tools.adapters.site_build import build
from build_tools.core.source import read
from build_tools.model.load import load
from build_tools.starters import COURSE
from tests.activities.examples import Example, examples, plain_json
from tests.browser.test_pages import violations
from tests.browser.test_questions import VERDICT, frame

Open = Callable[..., Page]
ALL = list(examples())


@pytest.fixture(scope="session")
def examples_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A course whose one quiz holds all examples; the address of that quiz as a file."""
    folder = tmp_path_factory.mktemp("examples") / "course"
    shutil.copytree(COURSE, folder)
    questions = [plain_json(example.data) for example in ALL]
    text = json.dumps({"schema": 1, "questions": questions}, ensure_ascii=False)
    (folder / "quizzes/first-steps.yml").write_text(text, encoding="utf-8")
    course, faults = load(read(folder))
    assert faults == []
    build(folder, folder / "site", course, directory_urls=False)
    return (folder / "site/quizzes/first-steps.html").as_uri()


def whole(page: Page, example: Example) -> Locator:
    return frame(page, ALL.index(example) + 1, len(ALL))


def choose(whole: Locator, example: Example, chosen: list[str]) -> None:
    role = "checkbox" if example.kind == "choices" else "radio"
    for control, answer in zip(
        whole.get_by_role(role).all(), example.question.answers, strict=True
    ):
        if answer.id in chosen:
            control.check()
        elif role == "checkbox":
            control.uncheck()


@pytest.mark.parametrize("example", ALL, ids=lambda example: example.question.id)
def test_an_example_is_scored_in_the_browser_as_in_python(
    example: Example, examples_page: str, open_page: Open
) -> None:
    """The verdict is the first word of the feedback, and nothing in a text can run."""
    page = open_page(examples_page)
    title = page.title()
    question = whole(page, example)
    for response in example.responses:
        choose(question, example, response.chosen)
        question.get_by_role("button", name="Check my answer").click()
        verdict = re.escape(VERDICT[response.verdict])
        expect(question.get_by_role("status")).to_have_text(re.compile(rf"^\s*{verdict}"))
    assert page.title() == title


def test_without_javascript_each_example_shows_its_answer(
    examples_page: str, open_page: Open
) -> None:
    """The disclosure holds one verdict for every option."""
    page = open_page(examples_page, java_script_enabled=False)
    for example in ALL:
        question = whole(page, example)
        question.locator("summary").press("Enter")
        for verdict, count in (("best", True), ("not-here", False)):
            wanted = sum(answer.correct is count for answer in example.question.answers)
            expect(question.get_by_text(VERDICT[verdict], exact=True)).to_have_count(wanted)


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_in_the_examples_answered(
    look: str, width: int, examples_page: str, open_page: Open
) -> None:
    """All of them answered and opened, in both palettes, wide and narrow."""
    page = open_page(examples_page, color_scheme=look, viewport={"width": width, "height": 640})
    for example in ALL:
        question = whole(page, example)
        choose(question, example, example.responses[-1].chosen)
        question.get_by_role("button", name="Check my answer").click()
        question.locator("summary").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_forced_colours_and_reduced_motion_keep_everything_readable(
    examples_page: str, open_page: Open
) -> None:
    """With the system's own colours the chosen option and the feedback still stand out."""
    page = open_page(examples_page, forced_colors="active", reduced_motion="reduce")
    question = whole(page, ALL[0])
    choose(question, ALL[0], ALL[0].responses[0].chosen)
    question.get_by_role("button", name="Check my answer").click()
    expect(question.get_by_role("status")).to_contain_text(VERDICT["best"])
    labels = question.locator("label")
    widths = labels.evaluate_all("all => all.map(l => getComputedStyle(l).borderTopWidth)")
    assert len(set(widths)) == 2
