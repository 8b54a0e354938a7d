"""One browser for all tests, one server for the built site."""

from __future__ import annotations

import contextlib
import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import chromium, examples_course, learners_course, programme_course
from tests.conftest import Once

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


# These try the same over HTTP and from a folder, and in both palettes; the ordinary run takes one
# of each, and the slow run all. Of a part's states, axe is asked on a wide screen in the light.
WHOLE_IN_THE_SLOW_RUN = {
    "test_capacity.py",
    "test_care.py",
    "test_journey.py",
    "test_my_learning.py",
    "test_notes.py",
    "test_privacy.py",
    "test_questions.py",
    "test_quiz_page.py",
    "test_record.py",
    "test_review.py",
    "test_role_map.py",
    "test_share.py",
    "test_stories.py",
}
# Generous: other tests run beside this one, and what never comes is told all the same.
expect.set_options(timeout=15_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if Path(__file__).parent not in item.path.parents:
            continue
        item.add_marker(pytest.mark.browser)
        _, _, way = item.name.partition("[")
        other_way = "file" in way or "dark" in way
        states = "axe_finds_nothing_in" in item.name and (other_way or "320" in way)
        if states or (other_way and item.path.name in WHOLE_IN_THE_SLOW_RUN):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    path = chromium.find()
    assert path is not None, chromium.HELP
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextlib.contextmanager
def served(
    site: Path, handler: type[http.server.SimpleHTTPRequestHandler] = _Quiet
) -> Iterator[str]:
    """Serve a folder; gives its address without a slash at its end."""
    serving = functools.partial(handler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), serving)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def web_address(web_site: Path) -> Iterator[str]:
    """The address at which the built site is served, without a slash at its end."""
    with served(web_site) as address:
        yield address


def address(base: str, uri: str) -> str:
    """The address of a page on a served site with directory URLs."""
    return f"{base}/{uri.removesuffix('index.md').removesuffix('.md')}"


def place(site: Path, uri: str) -> str:
    """The address of a page of a site that is opened from a folder."""
    return (site / uri.replace(".md", ".html")).as_uri()


@pytest.fixture(scope="session")
def learners_folder(once: Once) -> Path:
    """The small course that holds everything a record can be about, built for a folder."""
    return once("learners", learners_course.make) / "site"


@pytest.fixture(scope="session")
def learners_address(once: Once) -> Iterator[Callable[[str], str]]:
    """Turn a uri into an address of that course, which is served."""
    folder = once("learners served", lambda to: learners_course.make(to, directory_urls=True))
    with served(folder / "site") as base:
        yield functools.partial(address, base)


@pytest.fixture(scope="session")
def programme_folder(once: Once) -> Path:
    """A small course with all instruments, built for a folder."""
    make = functools.partial(programme_course.make, directory_urls=False)
    return once("programme in a folder", make) / "site"


@pytest.fixture(scope="session")
def programme_address(once: Once) -> Iterator[Callable[[str], str]]:
    """Turn a uri into an address of that course, which is served."""
    with served(once("programme", programme_course.make) / "site") as base:
        yield functools.partial(address, base)


@pytest.fixture(params=["http", "file"])
def programme(request: pytest.FixtureRequest) -> Callable[[str], str]:
    """The same, once served and once from a folder."""
    if request.param == "http":
        found: Callable[[str], str] = request.getfixturevalue("programme_address")
        return found
    site: Path = request.getfixturevalue("programme_folder")
    return functools.partial(place, site)


@pytest.fixture(params=["http", "file"])
def learners(request: pytest.FixtureRequest) -> Callable[[str], str]:
    """The same, once served and once from a folder."""
    if request.param == "http":
        found: Callable[[str], str] = request.getfixturevalue("learners_address")
        return found
    site: Path = request.getfixturevalue("learners_folder")
    return functools.partial(place, site)


@pytest.fixture(params=["http", "file"])
def address_of(request: pytest.FixtureRequest) -> Callable[[str], str]:
    """Turn a page's uri into an address, once over HTTP and once from a folder."""
    if request.param == "http":
        base: str = request.getfixturevalue("web_address")
        return functools.partial(address, base)
    site: Path = request.getfixturevalue("plain_site")
    return functools.partial(place, site)


@pytest.fixture(scope="session")
def examples_site(once: Once) -> Path:
    """A course whose one quiz holds all examples, built to be opened from a folder too."""
    return once("examples", examples_course.make) / "site"


@pytest.fixture
def examples_page(examples_site: Path) -> str:
    """The address of the quiz as a file."""
    return (examples_site / examples_course.QUIZ).as_uri()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open pages in fresh contexts; a script error or an outside request fails the test."""
    contexts = []
    faults: list[str] = []

    def open_one(address: str, **options: Any) -> Page:
        context = browser.new_context(**options)
        context.set_default_timeout(15000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(f"script error: {error}"))
        origin = address.split("/")[2]

        def watch(request: Any) -> None:
            scheme, _, rest = request.url.partition("://")
            if scheme in ("http", "https", "ws", "wss") and rest.split("/")[0] != origin:
                faults.append(f"request to another origin: {request.url}")

        page.on("request", watch)
        page.goto(address)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert faults == []
