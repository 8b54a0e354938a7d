"""Records made by hand, put into a browser and read back; and what learners press."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

from tests.browser import learners_course

PREFIX = learners_course.PREFIX
RECORD = f"{PREFIX}record:"
DAY = 86_400_000
PID = "0123456789abcdef" * 2
Event = dict[str, Any]

BLOCKED = """for (const name of ["localStorage", "sessionStorage"])
    Object.defineProperty(window, name, {get() { throw new DOMException("denied"); }});"""
FULL = """Storage.prototype.setItem = function () {
    throw new DOMException("full", "QuotaExceededError");
};"""
SPY = """window.writes = [];
const set = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, text) {
    window.writes.push([key, String(text)]);
    return set.call(this, key, text);
};"""


def now() -> int:
    """Milliseconds since 1970."""
    return int(time.time() * 1000)


def uuid(number: int) -> str:
    """A UUID that is one by its form alone."""
    return f"00000000-0000-4000-8000-{number:012x}"


def answered(number: int, name: str, *, right: bool, days_ago: float = 0, rev: int = 1) -> Event:
    """An answer to a question, by ``quiz/item``."""
    quiz, item = name.split("/")
    return {
        "id": uuid(number),
        "at": now() - int(days_ago * DAY),
        "kind": "answer",
        "quiz": quiz,
        "item": item,
        "rev": rev,
        "attempt": 1,
        "response": ["fits" if right else "far"],
        "order": [],
        "score": int(right),
        "max": 1,
    }


def done(number: int, module: str, heading: str, *, done: int = 1) -> Event:
    """A part of a module's first page, marked as done."""
    return {
        "id": uuid(number),
        "at": now() - DAY + number,
        "kind": "section",
        "module": module,
        "page": "index.md",
        "heading": heading,
        "done": done,
    }


def put(page: Page, events: list[Any], place: str = "localStorage", name: str = "f" * 16) -> None:
    """Store a segment as if another tab had written it, and load the page anew."""
    key = f"{RECORD}{name}:0"
    page.evaluate(
        "([place, k, t]) => window[place].setItem(k, t)", [place, key, json.dumps(events)]
    )
    page.reload()


def keys(page: Page, place: str = "localStorage") -> list[str]:
    """The keys of the course in a place, without what leads them."""
    found = page.evaluate("place => Object.keys(window[place]).sort()", place)
    return [key.removeprefix(PREFIX) for key in found]


def stored(page: Page, place: str = "localStorage") -> list[list[Event]]:
    """The segments of the record in a place."""
    found = page.evaluate(
        """([place, start]) => Object.keys(window[place]).sort()
            .filter((key) => key.startsWith(start)).map((key) => window[place].getItem(key))""",
        [place, RECORD],
    )
    return [json.loads(text) for text in found]


def events(page: Page) -> list[Event]:
    """The record as the page has it."""
    found: list[Event] = page.evaluate("trellis.record.events")
    return found


def file_of(events: list[Any], **more: object) -> dict[str, Any]:
    """A file as the course saves it."""
    return {
        "format": "trellis-record/1",
        "course": {"id": learners_course.ID, "version": "1.0"},
        "organisation": "my-organisation",
        "pid": PID,
        "events": events,
        **more,
    }


def question(page: Page, id: str) -> Locator:
    """The whole of a question of the small course, by what it asks."""
    asks = page.get_by_role("group", name=f"What about {id}?", exact=True)
    return asks.locator("xpath=ancestor::*[contains(@class, 'tr-question')][1]")


def answer(page: Page, id: str, text: str = "This is far off") -> None:
    """Choose an option and press the button."""
    whole = question(page, id)
    whole.get_by_role("radio", name=text, exact=True).check()
    whole.get_by_role("button", name="Check my answer").click()


def mark(page: Page, title: str) -> None:
    """Mark a part as done."""
    page.get_by_role("button", name=f"Mark as done: {title}", exact=True).click()


def saved(page: Page, button: Locator) -> dict[str, Any]:
    """Press a button that saves a file, and read the file."""
    with page.expect_download() as download:
        button.click()
    assert download.value.suggested_filename == "progress.json"
    found: dict[str, Any] = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    return found
