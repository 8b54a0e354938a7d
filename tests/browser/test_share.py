"""“Share with my programme”: counts and ratings, shown whole, and nothing else whatever is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import learners_course, programme_course
from tests.browser.axe import violations
from tests.browser.records import answer, answered, done, mark, put, saved, uuid

Open = Callable[..., Page]
Address = Callable[[str], str]

PAGE = "share.md"
TOOL = "capacity-self-assessment"


def whole(page: Page) -> Locator:
    return page.get_by_role("region", name="The whole file")


def shown(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(whole(page).inner_text())
    return found


def made(page: Page) -> dict[str, Any]:
    """Save the file; what is saved is word for word what was shown."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Save this file").click()
    assert download.value.suggested_filename == "summary.json"
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert text == page.evaluate("document.querySelector('pre').textContent")
    found: dict[str, Any] = json.loads(text)
    return found


def rated(number: int, wave: str, item: str, value: object, tool: str = TOOL) -> dict[str, Any]:
    return {
        "id": uuid(number),
        "at": 1_780_000_000_000 + number,
        "kind": "rating",
        "tool": tool,
        "wave": wave,
        "item": item,
        "rev": 1,
        "value": value,
    }


def test_it_says_first_that_nobody_may_require_it_and_that_nothing_is_kept_yet(
    programme: Address, open_page: Open
) -> None:
    page = open_page(programme("my-learning.md"))
    page.get_by_role("link", name="Share with my programme").click()
    expect(
        page.get_by_text("No manager, trainer or employer may require this file")
    ).to_be_visible()
    expect(page.get_by_text("has kept nothing yet that could be shared")).to_be_visible()
    expect(page.get_by_role("button", name="Save this file")).to_be_hidden()


def test_the_file_holds_counts_ratings_and_the_hosts_id_and_is_shown_whole(
    programme: Address, open_page: Open
) -> None:
    page = open_page(programme(PAGE))
    step = {"id": uuid(20), "at": 1, "kind": "plan", "tool": "action-plan"}
    put(
        page,
        [
            rated(1, "pre", "aw-s-1", 3),
            rated(2, "pre", "aw-s-1", 4),
            rated(3, "pre", "aw-s-2", "not-known"),
            rated(4, "follow-up-3m", "sa-c-3", 5),
            {**step, "step": "goal-1-step-1", "status": "often"},
            {"id": uuid(21), "at": 2, "kind": "phase", "phase": "assess", "state": "done"},
        ],
    )
    assert shown(page) == made(page)
    assert made(page) == {
        "format": "trellis-share/1",
        "course": {"id": programme_course.ID, "version": "1.0"},
        "organisation": "your-organisation",
        "counts": {
            "modules": {"begun": 0, "done": 0},
            "done_by_area": {"awareness": 0, "competency": 0, "collaboration": 0, "safety": 0},
            "questions": 0,
            "phases_done": 1,
            "steps": {"often": 1, "at-times": 0, "not-yet": 0, "dropped": 0},
        },
        "ratings": {
            TOOL: {
                "pre": {"aw-s-1/1": 4, "aw-s-2/1": "not-known"},
                "follow-up-3m": {"sa-c-3/1": 5},
            }
        },
    }
    page.get_by_role("checkbox", name="Ratings").uncheck()
    assert "ratings" not in made(page)
    page.get_by_role("checkbox", name="Counts").uncheck()
    assert list(made(page)) == ["format", "course", "organisation"]


def test_no_text_no_number_for_the_person_no_day_and_nothing_unheard_of_gets_in(
    programme: Address, open_page: Open
) -> None:
    """Not even from a record that was changed by hand."""
    secret = "The kettle in room 4711"
    page = open_page(programme(PAGE))
    put(
        page,
        [
            rated(1, "pre", "aw-s-1", 3),
            rated(2, "pre", "aw-s-2", secret),
            rated(3, "pre", "unheard-of", 3),
            rated(4, "unheard-of", "aw-s-1", 3),
            rated(5, "pre", "aw-s-1", 3, tool="unheard-of"),
            rated(6, "pre", "aw-s-3", 9),
        ],
    )
    page.evaluate("secret => trellis.private.write('tool:action-plan/goal', secret)", secret)
    pid = page.evaluate("trellis.record.pid")
    text = json.dumps(made(page))
    assert made(page)["ratings"] == {TOOL: {"pre": {"aw-s-1/1": 3}}}
    assert secret not in text
    assert pid not in text
    assert "unheard-of" not in text
    assert not re.search(r"\d{4,}", text)


def test_no_story_no_answer_and_no_skip_can_be_read_from_it(
    learners_address: Address, open_page: Open
) -> None:
    """One who went round a theme and one who did not make the same file."""
    page = open_page(learners_address(PAGE))
    parts = [done(n, "hard-days", part) for n, part in enumerate(("calm", "hard-moment", "after"))]
    story = {"id": uuid(90), "at": 5, "kind": "story", "scenario": "in-the-hall", "rev": 1}
    common = [*parts, answered(10, "hard-days/who-to-ring", right=False)]
    put(page, common)
    round_it = made(page)
    assert round_it["counts"]["questions"] == 1
    assert round_it["counts"]["modules"]["begun"] == 1
    put(
        page,
        [
            *common,
            answered(11, f"hard-days/{learners_course.HARD[0]}", right=True),
            {**story, "step": "hall", "response": "ask"},
        ],
    )
    assert made(page) == round_it
    assert "hall" not in json.dumps(round_it)


def test_a_record_carries_the_hosts_id_from_the_first_event(
    learners_address: Address, open_page: Open
) -> None:
    """In the file that a learner saves, and in the one that is shared."""
    page = open_page(learners_address("quizzes/hard-days.md"))
    answer(page, learners_course.HARD[1])
    page.goto(learners_address("my-learning.md"))
    file = saved(page, page.get_by_role("main").get_by_role("button", name="Save a copy"))
    assert len(file["events"]) == 1
    assert file["organisation"] == "your-organisation"
    page.goto(learners_address(PAGE))
    assert made(page)["organisation"] == "your-organisation"
    assert re.fullmatch("[0-9a-f]{32}", file["pid"])


def test_a_module_counts_as_done_by_the_rule_of_the_course(
    learners_address: Address, open_page: Open
) -> None:
    page = open_page(learners_address("modules/small-turns/index.md"))
    for title in ("Calm", "A hard moment", "After"):
        mark(page, title)
    page.goto(learners_address(PAGE))
    assert shown(page)["counts"]["modules"] == {"begun": 1, "done": 0}


@pytest.mark.parametrize(("look", "width"), [("light", 1280), ("dark", 320)])
def test_axe_finds_nothing_in_the_file_and_it_fits_a_phone(
    look: str, width: int, programme: Address, open_page: Open
) -> None:
    page = open_page(programme(PAGE), color_scheme=look, viewport={"width": width, "height": 700})
    assert violations(page) == []
    put(page, [rated(1, "pre", "aw-s-1", 3)])
    page.get_by_role("button", name="Save this file").click()
    expect(page.get_by_role("status").filter(has_text="Nothing was sent.")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_javascript_the_page_offers_nothing_that_it_cannot_do(
    programme: Address, open_page: Open
) -> None:
    page = open_page(programme(PAGE), java_script_enabled=False)
    expect(page.get_by_role("heading", name="What is in it, and what never is")).to_be_visible()
    expect(page.get_by_role("button", name="Save this file")).to_have_count(0)
