"""One browser for all tests, one server for the built site."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import chromium

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


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


@pytest.fixture(scope="session")
def web_address(web_site: Path) -> Iterator[str]:
    """The address at which the built site is served, without a slash at its end."""
    handler = functools.partial(_Quiet, directory=str(web_site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(params=["http", "file"])
def address_of(request: pytest.FixtureRequest) -> Callable[[str], str]:
    """Turn a page's uri into an address, once over HTTP and once from a folder."""
    if request.param == "http":
        base: str = request.getfixturevalue("web_address")
        return lambda uri: f"{base}/{uri.removesuffix('index.md').removesuffix('.md')}"
    site: Path = request.getfixturevalue("plain_site")
    return lambda uri: (site / uri.replace(".md", ".html")).as_uri()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open pages in fresh contexts; a script error or an outside request fails the test."""
    contexts = []
    faults: list[str] = []

    def open_one(address: str, **options: Any) -> Page:
        context = browser.new_context(**options)
        context.set_default_timeout(5000)
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
