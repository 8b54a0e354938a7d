"""A learner's answers stay on their own questions while the course is edited again and again.

One browser keeps its record through ten editions of a course, each published at the same address.
Each test is one learner's way through all of them, since what is proved is that nothing of an
earlier edition gets lost in a later one.
"""

from __future__ import annotations

import http.server
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import Locator, Page, expect

from build_tools.adapters.site_build import build
from build_tools.cli import main
from build_tools.core.source import read
from build_tools.model.load import load
from tests.editing import QUIZ, SECOND, change, cut, new_question, second_quiz

Open = Callable[..., Page]
CHANGED = "This question has changed since you answered it."
FIRST, OTHER = "quizzes/first-steps", "quizzes/second"


@dataclass(frozen=True)
class Answer:
    """What a learner answered, and where and how it is to be found now."""

    ask: str
    chosen: tuple[str, ...]
    said: str
    pages: tuple[str, ...] = (FIRST,)
    changed: bool = False


ANSWERS = {
    "precautions": Answer(
        "You need to know what happened to a person before you can keep harm small for them.",
        ("False",),
        "The person keeps their story",
    ),
    "late": Answer(
        "What do you say first?", ("“We began at two. Did something happen?”",), "Ask nothing yet"
    ),
    "form": Answer(
        "Which two would make her next minute easier?",
        ("Tell her that the form can wait.", "Read the questions out to her."),
        "Offer it in a quieter place",
    ),
}


@dataclass
class Editions:
    """A course in a folder, and the address at which its newest edition is published."""

    course: Path
    sites: Path
    address: str = ""
    site: Path = Path()
    count: int = 0
    answers: dict[str, Answer] = field(default_factory=lambda: dict(ANSWERS))

    def lock(self, *words: str) -> None:
        """Run ``trellis lock``, which must agree."""
        result = CliRunner().invoke(main, ["lock", "--course", str(self.course), *words])
        assert result.exit_code == 0, result.output

    def publish(self) -> None:
        """Build into a fresh folder, and serve that from now on."""
        course, faults = load(read(self.course))
        assert faults == []
        self.count += 1
        self.site = self.sites / str(self.count)
        build(self.course, self.site, course, directory_urls=False)

    def now(self, name: str, **changes: Any) -> None:
        """Note what is to be seen of an answer from here on."""
        self.answers[name] = replace(self.answers[name], **changes)


@pytest.fixture
def editions(starter: Path, tmp_path: Path) -> Iterator[Editions]:
    """The starter course with a second quiz, served at one address whatever its edition."""
    second_quiz(starter, new_question("of-the-second"))
    made = Editions(starter, tmp_path / "sites of all editions")

    class Newest(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, directory=str(made.site), **options)

        def end_headers(self) -> None:
            # Else the browser may show a page of an earlier edition.
            self.send_header("Cache-Control", "no-store")
            super().end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Newest)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    made.address = f"http://127.0.0.1:{server.server_address[1]}"
    made.lock()
    made.publish()
    yield made
    server.shutdown()
    server.server_close()
    thread.join()


def whole(page: Page, ask: str) -> Locator:
    """The whole of a question, found by what it asks."""
    return page.get_by_role("group", name=ask, exact=True).locator("xpath=../..")


def visit(page: Page, editions: Editions, path: str) -> None:
    page.goto(f"{editions.address}/{path}.html")


def answer_all(page: Page, editions: Editions) -> None:
    """Answer everything once, as a learner does."""
    for answer in editions.answers.values():
        visit(page, editions, answer.pages[0])
        question = whole(page, answer.ask)
        for text in answer.chosen:
            question.get_by_label(text, exact=True).check()
        question.get_by_role("button", name="Check my answer").click()
        expect(question.get_by_role("status")).to_contain_text(answer.said)


def all_is_where_it_was(page: Page, editions: Editions) -> None:
    """Every answer is on its own question with its feedback, and on no other one."""
    for path in sorted({FIRST, OTHER, *(p for a in editions.answers.values() for p in a.pages)}):
        visit(page, editions, path)
        here = [answer for answer in editions.answers.values() if path in answer.pages]
        for answer in here:
            is_as_it_was(whole(page, answer.ask), answer)
        said = page.get_by_role("status").filter(has_text=re.compile(r"\S"))
        expect(said).to_have_count(sum(not answer.changed for answer in here))


def is_as_it_was(question: Locator, answer: Answer) -> None:
    """What was chosen is chosen and its feedback is there; or nothing is, and that is said."""
    chosen = () if answer.changed else answer.chosen
    status = question.get_by_role("status")
    if answer.changed:
        expect(question.get_by_text(CHANGED)).to_be_visible()
        expect(status).to_be_empty()
    else:
        expect(question.get_by_text(CHANGED)).to_be_hidden()
        expect(status).to_contain_text(answer.said)
    expect(question.locator("input:checked")).to_have_count(len(chosen))
    for text in chosen:
        expect(question.get_by_label(text, exact=True)).to_be_checked()


def insert_before(editions: Editions) -> None:
    change(editions.course, "questions:\n", "questions:\n" + new_question("brand-new"))


def reorder(editions: Editions) -> None:
    moved = cut(editions.course, "before-the-form")
    change(editions.course, "questions:\n", "questions:\n" + moved)


def reword(editions: Editions) -> None:
    change(editions.course, "What do you say first?", "What are your first words?")
    editions.now("late", ask="What are your first words?")
    editions.lock("--wording", "late-with-a-pushchair")


def change_the_meaning(editions: Editions) -> None:
    ask = "You must hear the story of a person before you may be kind to them."
    change(editions.course, ANSWERS["precautions"].ask, ask)
    change(
        editions.course,
        "id: what-precautions-mean\n    rev: 1",
        "id: what-precautions-mean\n    rev: 2",
    )
    editions.now("precautions", ask=ask, changed=True)


def move_to_another_quiz(editions: Editions) -> None:
    change(
        editions.course,
        "questions:\n",
        "questions:\n" + cut(editions.course, "before-the-form"),
        SECOND,
    )
    editions.now("form", pages=(OTHER,))


def rename_the_question(editions: Editions) -> None:
    was = "- id: pushchair\n    was: [late-with-a-pushchair]"
    change(editions.course, "- id: late-with-a-pushchair", was)


def rename_an_option(editions: Editions) -> None:
    change(editions.course, "{id: why-late,", "{id: why-so-late, was: [why-late],")
    change(editions.course, "{id: read-it-out,", "{id: read-aloud, was: [read-it-out],", SECOND)


def delete(editions: Editions) -> None:
    cut(editions.course, "what-precautions-mean")
    del editions.answers["precautions"]


def embed_on_a_page(editions: Editions) -> None:
    page = editions.course / "modules/first-steps/01-late.md"
    page.write_text(
        "# Somebody is late\n\n## Try it\n\n/// quiz | pushchair\n///\n", encoding="utf-8"
    )
    editions.now("late", pages=(FIRST, "modules/first-steps/01-late"))


def turn_the_options(editions: Editions) -> None:
    for file in (QUIZ, SECOND):
        path = editions.course / file
        text = path.read_text(encoding="utf-8")
        turned = re.sub(
            r"(?m)(?:^      - \{id.*\n)+",
            lambda match: "".join(reversed(match.group().splitlines(keepends=True))),
            text,
        )
        assert turned != text
        path.write_text(turned, encoding="utf-8")


def put_one_in_the_middle(editions: Editions) -> None:
    between = new_question("in-between", "May she stand as long as she likes?")
    change(editions.course, "  - id: pushchair", f"{between}  - id: pushchair")


EDITS = (
    insert_before,
    reorder,
    reword,
    change_the_meaning,
    move_to_another_quiz,
    rename_the_question,
    rename_an_option,
    delete,
    embed_on_a_page,
    turn_the_options,
    put_one_in_the_middle,
)


@pytest.mark.parametrize(
    "when",
    ["before it is published", pytest.param("some day later", marks=pytest.mark.slow)],
)
def test_answers_stay_on_their_questions_through_every_edit(
    when: str, editions: Editions, open_page: Open
) -> None:
    """The lock is brought up to date with each edition, or only after it was already read."""
    page = open_page(f"{editions.address}/{FIRST}.html")
    answer_all(page, editions)
    all_is_where_it_was(page, editions)
    for edit in EDITS:
        edit(editions)
        if when == "before it is published":
            editions.lock()
        editions.publish()
        all_is_where_it_was(page, editions)
        editions.lock()


def test_a_learner_who_comes_back_after_all_edits_finds_every_answer(
    editions: Editions, open_page: Open
) -> None:
    """Nothing was opened in between, so each step must have left its trace in the course itself."""
    page = open_page(f"{editions.address}/{FIRST}.html")
    answer_all(page, editions)
    for edit in EDITS:
        edit(editions)
        editions.lock()
    # What only pointed back is no longer needed, since the lock remembers it.
    change(editions.course, "\n    was: [late-with-a-pushchair]", "")
    editions.lock()
    editions.publish()
    all_is_where_it_was(page, editions)


def test_an_answer_can_be_given_anew_to_a_question_that_changed(
    editions: Editions, open_page: Open
) -> None:
    page = open_page(f"{editions.address}/{FIRST}.html")
    answer_all(page, editions)
    change_the_meaning(editions)
    editions.lock()
    editions.publish()
    visit(page, editions, FIRST)
    ask = editions.answers["precautions"].ask
    whole(page, ask).get_by_label("False", exact=True).check()
    whole(page, ask).get_by_role("button", name="Check my answer").click()
    editions.now("precautions", changed=False)
    all_is_where_it_was(page, editions)
