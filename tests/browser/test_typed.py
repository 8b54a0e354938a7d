"""What is typed counts in the browser exactly as it does in Python."""

from __future__ import annotations

import json
import shutil
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from build_tools.activities.comparing import comparable
from build_tools.adapters.site_build import build
from build_tools.core.source import read
from build_tools.model.load import load
from build_tools.starters import COURSE
from tests.activities.test_comparing import ALIKE, UNLIKE
from tests.activities.test_number import READ, REFUSED

Open = Callable[..., Page]
GAP = {
    "id": "gaps", "type": "gap", "objective": "describe-precautions", "prompt": "What when?",
    "text": "First [[one]], then [[two]].",
    "gaps": [
        {"id": "one", "was": ["old-one", "two"], "options": [
            {"id": "calm", "was": ["quiet"], "text": "calm", "correct": True,
             "feedback": "Calm is first."},
            {"id": "form", "text": "a form", "feedback": "The form is not first."},
        ]},
        {"id": "two", "options": [
            {"id": "quiet", "text": "quiet", "feedback": "Quiet is not next."},
            {"id": "tea", "text": "tea", "correct": True, "feedback": "Tea is next."},
        ]},
    ],
}  # fmt: skip
SHORT = {
    "id": "short", "type": "short-answer", "objective": "choose-greeting", "prompt": "What first?",
    "accepted": ["calm"], "feedback": "Calm it is.", "otherwise": "Calm was meant.",
    "near": [{"id": "constructor", "text": "__proto__", "feedback": "Nearly."}],
}  # fmt: skip
NUMBER = {
    "id": "number", "type": "number", "objective": "choose-greeting", "prompt": "How many of 21?",
    "answer": "7", "tolerance": "0.1", "unit": "nights", "feedback": "Seven.",
    "otherwise": "It is 7.",
}  # fmt: skip


@pytest.fixture(scope="module")
def typing_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A quiz with one question of each kind that has words to choose or to type."""
    folder: Path = tmp_path_factory.mktemp("typing") / "course"
    shutil.copytree(COURSE, folder)
    quiz = {"schema": 1, "questions": [GAP, SHORT, NUMBER]}
    (folder / "quizzes/first-steps.yml").write_text(json.dumps(quiz), encoding="utf-8")
    course, faults = load(read(folder))
    assert faults == []
    build(folder, folder / "site", course, directory_urls=False)
    return (folder / "site/quizzes/first-steps.html").as_uri()


def question(page: Page, number: int) -> Locator:
    heading = page.get_by_role("heading", name=f"Question {number} of 3", exact=True)
    return heading.locator("xpath=..")


def check(whole: Locator) -> None:
    whole.get_by_role("button", name="Check my answer").click()


def test_every_character_counts_in_the_browser_as_in_python(
    typing_page: str, open_page: Open
) -> None:
    """All letters that both know, alone and between others; a few words besides."""
    texts = [text for pair in (*ALIKE, *UNLIKE) for text in pair]
    texts += ["a" * 300, "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{ROCKET}" * 90, "Σς", "ΣΑΣ Σ"]
    texts += [
        chr(code)
        for code in range(1, sys.maxunicode + 1)
        if unicodedata.category(chr(code)) not in ("Cn", "Co", "Cs")
    ]
    page = open_page(typing_page)
    expected = [[text, comparable(text), comparable(f"a{text}B")] for text in texts]
    # As one text: the driver takes a minute over so many small ones.
    differ = page.evaluate(
        """all => JSON.parse(all).map(([text, ...told]) =>
            [text, told, [trellis.comparable(text), trellis.comparable(`a${text}B`)]])
            .filter(([, told, found]) => told.join("/") !== found.join("/"))""",
        json.dumps(expected),
    )
    assert differ == []


def test_a_number_is_read_in_the_browser_as_in_python(typing_page: str, open_page: Open) -> None:
    """What is refused is told how to type one, and is not scored."""
    page = open_page(typing_page)
    whole = question(page, 3)
    field = whole.get_by_role("textbox", name="Your answer")
    for typed in (*READ, *(text for text in REFUSED if "\n" not in text)):
        field.evaluate("(field, text) => { field.value = text; }", typed)
        check(whole)
        problem = whole.get_by_text("Type a number, for example 7 or 2.5, or skip this question")
        if typed in READ:
            expect(problem).to_be_hidden()
            expect(whole.get_by_role("status")).not_to_be_empty()
        else:
            expect(problem).to_be_visible()
            expect(whole.get_by_role("status")).to_be_empty()
    assert page.evaluate("trellis.record.item('first-steps', 'number', '').attempts") == len(READ)


def test_an_answer_is_there_at_the_next_visit(typing_page: str, open_page: Open) -> None:
    """Words, numbers and texts; what was typed is shown as text."""
    page = open_page(typing_page)
    gaps, short, number = (question(page, index) for index in (1, 2, 3))
    gaps.get_by_role("combobox", name="Gap 2 of 2").select_option("tea")
    short.get_by_role("textbox", name="Your answer").fill("<b>quiet</b>")
    number.get_by_role("textbox", name="Your answer").fill("7,05")
    for whole in (gaps, short, number):
        check(whole)
    page.reload()
    expect(gaps.get_by_role("combobox", name="Gap 2 of 2")).to_have_value("tea")
    expect(gaps.get_by_role("combobox", name="Gap 1 of 2")).to_have_value("")
    expect(gaps.get_by_role("status")).to_contain_text("1 of the 2 gaps fit.")
    expect(gaps.get_by_role("status")).to_contain_text("Tea is next.")
    expect(gaps.get_by_role("status")).not_to_contain_text("Calm is first.")
    expect(short.get_by_role("textbox")).to_have_value("<b>quiet</b>")
    expect(short.get_by_role("status")).to_contain_text("Calm was meant.")
    expect(number.get_by_role("textbox")).to_have_value("7,05")
    expect(number.get_by_role("status")).to_contain_text("Seven.")
    for whole in (gaps, short, number):
        whole.get_by_role("button", name="Try again").click()
        expect(whole.get_by_role("status")).to_be_empty()
    expect(number.get_by_role("textbox")).to_be_focused()


@pytest.mark.parametrize(
    ("item", "response", "shown"),
    [
        ("gaps", ["old-one quiet", "two tea"], "2 of the 2 gaps fit."),
        ("gaps", ["one quiet", "two quiet"], "1 of the 2 gaps fit."),
        ("gaps", ["one gone", "gone tea", "two tea", "two tea"], "1 of the 2 gaps fit."),
        (
            "gaps",
            ["one gone", "__proto__ toString", "one", "", "one calm calm x"],
            "1 of the 2 gaps",
        ),
        ("gaps", ["gone away", "two"], ""),
        ("short", ["quiet"], "Calm was meant."),
        ("short", ["__proto__"], "Nearly."),
        ("short", ["calm" + "x" * 1900], "Calm was meant."),
        ("short", ["calm", "tea"], "Calm it is."),
        ("short", [], ""),
        ("number", ["seven"], ""),
        ("number", ["7", "8"], "Seven."),
        ("number", ["9" * 1900], "It is 7."),
    ],
)
def test_a_record_from_another_edition_or_hand_does_no_harm(
    item: str, response: list[str], shown: str, typing_page: str, open_page: Open
) -> None:
    page = open_page(typing_page)
    event: dict[str, Any] = {
        "kind": "answer", "quiz": "first-steps", "item": item, "rev": 1, "attempt": 1,
        "response": response, "order": [], "score": 0, "max": 2,
    }  # fmt: skip
    page.evaluate("event => trellis.record.add(event)", event)
    page.reload()
    status = page.locator(f"#q-{item}").get_by_role("status")
    if shown:
        expect(status).to_contain_text(shown)
    else:
        expect(status).to_be_empty()


def test_nothing_given_is_a_problem_that_leads_to_the_field(
    typing_page: str, open_page: Open
) -> None:
    page = open_page(typing_page)
    for index, control in ((1, "Gap 1 of 2"), (2, "Your answer"), (3, "Your answer")):
        whole = question(page, index)
        check(whole)
        whole.get_by_role("link", name="skip this question").click()
        expect(whole.get_by_label(control)).to_be_focused()


def test_a_phone_neither_corrects_nor_completes(typing_page: str, open_page: Open) -> None:
    page = open_page(typing_page, viewport={"width": 320, "height": 640})
    for index, mode in ((2, None), (3, "decimal")):
        field = question(page, index).get_by_role("textbox", name="Your answer")
        for name, value in (("autocomplete", "off"), ("autocorrect", "off"), ("type", "text")):
            expect(field).to_have_attribute(name, value)
        assert field.get_attribute("inputmode") == mode
        assert field.bounding_box()["height"] >= 44  # type: ignore[index]
    for number in (1, 2):
        box = question(page, 1).get_by_role("combobox", name=f"Gap {number} of 2")
        assert box.bounding_box()["height"] >= 44  # type: ignore[index]
        assert box.evaluate("box => getComputedStyle(box).display").startswith("inline")
