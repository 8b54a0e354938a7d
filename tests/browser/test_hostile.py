"""Nothing that somebody typed into a course runs, loads or leads away, policy or none."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from build_tools.adapters.site_build import build
from build_tools.checks import judge
from build_tools.core.diagnostics import Diagnostic
from build_tools.core.source import read
from build_tools.model.load import load
from build_tools.starters import COURSE
from tests.browser.conftest import served
from tests.hostile import ATTACKS, PAGE, Attack, picture, plant, put

PLANTED = [attack for attack in ATTACKS if not attack.place.startswith("refused")]
REFUSED = [attack for attack in ATTACKS if attack.place.startswith("refused")]
# Runs before anything in a page or a frame: an attack that runs is noted.
WATCH = """
window.ran = [];
for (const name of ["alert", "confirm", "prompt", "open"])
  window[name] = (...words) => { ran.push(name + " " + words); };
addEventListener("securitypolicyviolation",
  (event) => ran.push(`stopped by the policy: ${event.violatedDirective} ${event.blockedURI}`));
"""
# Does to every element what a reader might; gives what is live that ought not to be.
TOUCH = """() => {
  const found = [];
  const kinds = ["mouseover", "pointerenter", "focus", "focusin", "load", "error", "toggle",
    "animationstart", "pageshow", "begin", "input", "change"];
  const plain = ["http:", "https:", "mailto:", "tel:", "sms:", "file:"];
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName;
    for (const { name: key, value } of element.attributes) {
      if (/^on/i.test(key) || ["srcdoc", "ping", "formaction", "srcset"].includes(key))
        found.push(`${name} ${key}=${value}`);
      if (["src", "href", "action", "data", "xlink:href"].includes(key)) {
        const address = new URL(value, document.baseURI);
        if (!plain.includes(address.protocol)) found.push(`${name} ${key}=${value}`);
        if (name !== "a" && address.origin !== location.origin) found.push(`${name} ${key}`);
      }
    }
    if (["iframe", "object", "embed", "base", "animate", "set"].includes(name)) found.push(name);
    if (name === "meta" && element.httpEquiv === "refresh") found.push("refresh");
    // Our custom elements listen for some of these themselves.
    if (!element.matches("input, select, textarea, details"))
      for (const kind of kinds) element.dispatchEvent(new Event(kind));
  }
  for (const details of document.querySelectorAll("details")) details.open = true;
  return found;
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starter course with every attack in it, built whatever the checks say of it."""
    folder = tmp_path_factory.mktemp("hostile") / "course"
    shutil.copytree(COURSE, folder)
    plant(folder)
    course, faults = load(read(folder))
    assert faults == []
    build(folder, folder / "site", course, [])
    return folder


@pytest.fixture(scope="module")
def found(folder: Path) -> list[Diagnostic]:
    """What the checks say of it."""
    return judge(*load(read(folder)))


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Where it is served."""
    with served(folder / "site") as found:
        yield found


def addresses(site: Path) -> list[str]:
    """Every page that holds words of the course, and every drawing by itself."""
    pages = [p.relative_to(site).as_posix() for p in sorted(site.rglob("*.html"))]
    # The manual of the rules is the program's.
    pages = [page for page in pages if not page.startswith("trainers/rules/")]
    pictures = [f"images/{p.name}" for p in sorted((site / "images").iterdir())]
    return pages + [name for name in pictures if not name.endswith(".gif")]


@pytest.mark.parametrize("policy", ["with its policy", "without its policy"])
def test_nothing_runs_loads_or_leads_away(
    policy: str, browser: Browser, address: str, folder: Path
) -> None:
    """The policy is a second lock: the first has to hold alone, and then to need no second."""
    context = browser.new_context(bypass_csp=policy.startswith("without"))
    context.set_default_timeout(15000)
    context.add_init_script(WATCH)
    page = context.new_page()
    faults: list[str] = []
    page.on("dialog", lambda dialog: (faults.append("a dialog"), dialog.dismiss()))
    page.on("popup", lambda _: faults.append("a window"))
    page.on("pageerror", lambda error: faults.append(f"script error: {error}"))

    def watch(request: Any) -> None:
        if not request.url.startswith((f"{address}/", "data:")):
            faults.append(f"asked for {request.url}")

    context.on("request", watch)
    for name in addresses(folder / "site"):
        page.goto(f"{address}/{name}")
        if name.endswith(".html"):
            title = page.title()
            faults += [f"{name}: {live}" for live in page.evaluate(TOUCH)]
            if name.startswith(("quizzes/", "modules/")):
                answer(page)
            if name == "index.html":
                search(page)
            assert page.title() == title
        faults += [f"{name}: {ran}" for ran in page.evaluate("window.ran")]
        assert page.url == f"{address}/{name}"
        assert faults == []
    context.close()


def test_what_runs_in_a_page_would_be_noticed(browser: Browser, address: str) -> None:
    context = browser.new_context(bypass_csp=True)
    context.add_init_script(WATCH)
    page = context.new_page()
    live = "<img src=x onerror=alert(1)><p onfocus=alert(2)><a href=javascript:alert(3)>x</a>"
    page.route("**/x", lambda route: route.abort())
    page.route(f"{address}/live", lambda route: route.fulfill(body=live, content_type="text/html"))
    page.goto(f"{address}/live")
    assert len(page.evaluate(TOUCH)) == 3
    assert {"alert 1", "alert 2"} <= set(page.evaluate("window.ran"))
    context.close()


def answer(page: Page) -> None:
    """Answer every question and decide in every story, so that their words come out."""
    for field in page.locator("main fieldset").all():
        for control in field.locator("input:visible").all()[:2]:
            control.check()
    for button in page.locator("main button:visible").all():
        if button.is_visible() and button.is_enabled():
            button.click()


def search(page: Page) -> None:
    """Find the attacks, which are in titles and texts."""
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("searchbox").press_sequentially("alert")
    page.get_by_role("search").get_by_role("listitem").first.wait_for()


class Words(HTMLParser):
    """What a page shows, and what its attributes hold."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.shown, self.held = "", ""
        self.data: list[str] = []
        self._data = False
        self.feed(page.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._data = tag == "script" and "json" in (dict(attrs).get("type") or "")
        if self._data:
            self.data.append("")
        # One that stands in the page; the theme's script sets some later, which a policy allows.
        assert "style" not in (tag, *dict(attrs)), self.get_starttag_text()
        self.held += " ".join(value or "" for _, value in attrs) + " "

    def handle_data(self, data: str) -> None:
        self.shown += data
        if self._data:
            self.data[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self._data = False


@pytest.fixture(scope="module")
def words(folder: Path) -> tuple[str, str]:
    """What all pages show, and what their attributes hold, with single spaces."""
    pages = [Words(folder / "site" / n) for n in addresses(folder / "site") if n.endswith(".html")]
    for page in pages:
        for data in page.data:
            # A “</script>” in a title would end it early.
            json.loads(data)
    return (
        " ".join(" ".join(page.shown for page in pages).split()),
        " ".join(" ".join(page.held for page in pages).split()),
    )


def test_the_list_holds_at_least_a_hundred_attacks_and_each_once() -> None:
    assert len(ATTACKS) >= 100
    assert len({(attack.place, attack.typed) for attack in ATTACKS}) == len(ATTACKS)


@pytest.mark.parametrize("attack", PLANTED, ids=lambda attack: str(attack.number))
def test_an_attack_is_shown_as_it_was_typed_or_told_where_it_stands(
    attack: Attack, folder: Path, found: list[Diagnostic], words: tuple[str, str]
) -> None:
    """Nobody's text is changed without a word, however odd it is."""
    if attack.place in ("svg", "picture"):
        file = f"course/{picture(attack)}"
        assert [d for d in found if d.file == file and d.code in ("SRC019", "SRC020")]
        return
    file = PAGE if attack.place in ("page", "heading") else attack.place.split()[0]
    lines = (folder / file).read_text(encoding="utf-8").split("\n")
    here = {number for number, line in enumerate(lines, 1) if str(attack.number) in line}
    told = [d for d in found if d.file == file and d.line in here]
    assert told or attack.words in words[0] or attack.words in words[1]


@pytest.mark.parametrize("attack", REFUSED, ids=lambda attack: str(attack.number))
def test_an_attack_on_what_is_no_text_is_refused_where_it_is_read(
    attack: Attack, starter: Path
) -> None:
    if attack.place == "refused file":
        file = attack.text
        path = starter / file
        try:
            path.write_text("# A page\n", encoding="utf-8")
        except OSError:
            pytest.skip("this system has no such names")
    else:
        file = put(starter, attack)
    told = [d for d in judge(*load(read(starter))) if d.severity.value == "error"]
    assert [d for d in told if d.file == file or str(attack.number) in d.message]


def test_servers_are_told_nothing_by_a_course(folder: Path) -> None:
    """Names and titles with line ends in them add no header."""
    for name in ("_headers", ".htaccess", "nginx-headers.conf"):
        text = (folder / "site" / name).read_text(encoding="utf-8")
        assert not re.search(r"(?im)^\s*(set-cookie|x-evil)", text)
        assert not [attack for attack in ATTACKS if str(attack.number) in text.split()]
