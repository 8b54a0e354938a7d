"""How much longer a quiz takes until it can be used, with a record of 5,000 events."""

from __future__ import annotations

import json
import statistics
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser import chromium, learners_course
from tests.browser.conftest import QUIET, served
from tests.browser.records import RECORD, answered, uuid

EVENTS, SEGMENT, RUNS, LIMIT = 5000, 200, 7, 100
# Until the scripts at the end of the page have run, and every question is enhanced.
READY = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"


def measure(site: Path) -> float:
    """The difference of the medians in milliseconds; runs of both kinds take turns."""
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(QUIET))
        pages = [browser.new_context().new_page() for _ in range(2)]
        for page in pages:
            page.goto(f"{address}/quizzes/hard-days/")
        _fill(pages[1])
        times: list[list[float]] = [[], []]
        for _ in range(RUNS):
            for page, found in zip(pages, times, strict=True):
                page.reload()
                found.append(page.evaluate(READY))
        assert [page.evaluate("trellis.record.events.length") for page in pages] == [0, EVENTS]
        browser.close()
    return statistics.median(times[1]) - statistics.median(times[0])


def _fill(page: Page) -> None:
    names = [f"hard-days/{id}" for id in learners_course.HARD]
    names += [f"small-turns/{id}" for id in learners_course.DRAWN]
    events = [
        {
            **answered(n, names[n % len(names)], right=n % 3 > 0, days_ago=400 - n / 20),
            "id": uuid(n),
        }
        for n in range(EVENTS)
    ]
    for number in range(EVENTS // SEGMENT):
        text = json.dumps(events[number * SEGMENT :][:SEGMENT], separators=(",", ":"))
        key = f"{RECORD}{'a' * 16}:{number}"
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
