"""Without a network: the zip from a stick, and the copy that a learner keeps in the browser."""

from __future__ import annotations

import functools
import json
import os
import re
import shutil
import threading
import zipfile
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, BrowserContext, Page, expect

from build_tools.adapters.site_build import build
from build_tools.cli import main
from build_tools.core.source import read
from build_tools.model.load import load
from build_tools.starters import COURSE

QUIZ = "quizzes/first-steps"


class Visit:
    """A browser of its own, in which every message of the console is written down."""

    def __init__(self, browser: Browser, **options: Any) -> None:
        self.context: BrowserContext = browser.new_context(**options)
        self.context.set_default_timeout(8000)
        self.faults: list[str] = []
        self.page = self.tab()

    def tab(self) -> Page:
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", self._heard)
        return page

    def _heard(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(message.text)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    visits: list[Visit] = []

    def one(**options: Any) -> Visit:
        visits.append(Visit(browser, **options))
        return visits[-1]

    yield one
    for each in visits:
        each.context.close()


# -- from a folder -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip of the starter course, taken out where paths have a space and other letters."""
    folder = tmp_path_factory.mktemp("made") / "my course"
    shutil.copytree(COURSE, folder)
    done = CliRunner().invoke(main, ["build", "--course", str(folder), "--flavour", "offline"])
    assert done.exit_code == 0, done.output
    assert "my-course-1-0-offline.zip" in done.output
    there = tmp_path_factory.mktemp("Ünterlagen мои документы 資料 #1 50%")
    with zipfile.ZipFile(folder / "my-course-1-0-offline.zip") as archive:
        archive.extractall(there)
    return there / "my-course-1-0-offline"


def test_the_zip_works_from_a_folder_with_the_network_cut(
    unpacked: Path, visit: Callable[..., Visit], tmp_path: Path
) -> None:
    """Reading, searching, answering, saving, loading and printing, without one complaint."""
    one = visit()
    one.context.set_offline(True)
    page = one.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((unpacked / "index.html").as_uri())
    expect(page.get_by_text("Extract me first")).to_be_hidden()

    page.get_by_role("link", name="All modules", exact=True).first.click()
    page.get_by_role("main").get_by_role("link", name="A calm first minute").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url.endswith("/modules/first-steps/index.html")

    page.get_by_role("button", name="Search", exact=True).click()
    page.keyboard.insert_text("quiz")
    expect(page.get_by_role("search").get_by_role("status")).to_contain_text("Pages found")
    page.get_by_role("search").get_by_role("link", name="Practice quiz").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Practice quiz")

    page.locator("main fieldset").first.get_by_role("radio").first.check()
    page.get_by_role("button", name="Check my answer").first.click()
    expect(page.locator("main [role=status]").first).not_to_be_empty()
    with page.expect_download() as saved:
        page.get_by_role("contentinfo").get_by_role("button", name="Save a copy").click()
    file = tmp_path / "progress.json"
    saved.value.save_as(file)
    assert len(json.loads(file.read_text(encoding="utf-8"))["events"]) == 1
    assert saved.value.suggested_filename == "progress.json"
    assert page.pdf()
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert one.faults == []

    other = visit()
    other.context.set_offline(True)
    page = other.page
    page.goto((unpacked / "support.html").as_uri())
    footer = page.get_by_role("contentinfo")
    footer.get_by_label("Load a copy").set_input_files(file)
    expect(footer.get_by_role("status")).to_contain_text("Loaded.")
    page.goto((unpacked / f"{QUIZ}.html").as_uri())
    expect(page.locator("main fieldset").first.get_by_role("radio").first).to_be_checked()
    file.write_text("{}", encoding="utf-8")
    footer.get_by_label("Load a copy").set_input_files(file)
    expect(footer.get_by_role("status")).to_contain_text("nothing was changed")
    assert other.faults == []


def test_saving_and_loading_are_offered_on_every_page_of_the_zip(unpacked: Path) -> None:
    """What browsers keep for files is not to be relied on; without scripts none of it is seen."""
    pages = [page for page in unpacked.rglob("*.html") if page.name != "kitchen-measures.html"]
    assert len(pages) > 20
    for path in pages:
        html = path.read_text(encoding="utf-8")
        assert re.search(r"<tr-copy [^>]*hidden>", html), path
        assert html.index("Extract me first.") < html.index("<header"), path
        assert not re.search(r'<script[^>]+type="?module', html), path


def test_private_notes_from_a_folder_end_with_the_tab(
    unpacked: Path, visit: Callable[..., Visit]
) -> None:
    """All files of a device share one storage, so nothing private is left there."""
    page = visit().page
    page.goto((unpacked / "index.html").as_uri())
    assert page.evaluate("trellis.private.lasting") is False
    assert page.evaluate("trellis.private.write('first-steps/x', 'mine')") is True
    assert page.evaluate("JSON.stringify(localStorage)").count("mine") == 0


def test_a_page_that_is_looked_at_inside_the_zip_says_to_take_it_out(
    unpacked: Path, tmp_path: Path, visit: Callable[..., Visit]
) -> None:
    """Windows opens one page of a zip by copying it alone to another place."""
    shutil.copy(unpacked / "index.html", tmp_path / "index.html")
    page = visit(viewport={"width": 320, "height": 480}).page
    page.goto((tmp_path / "index.html").as_uri())
    first = page.get_by_text("Extract me first")
    expect(first).to_be_in_viewport()
    expect(page.get_by_text("Extract all")).to_be_visible()


# -- over a network ------------------------------------------------------------------------------


class Host:
    """A web server with the course in a folder below its root; its cable can be pulled."""

    def __init__(self, root: Path) -> None:
        self.root, self.site, self.cut = root, root / "courses" / "mine", False
        self.uploads = 0
        host = self

        class Handler(SimpleHTTPRequestHandler):
            def log_message(self, format: str, *args: Any) -> None:
                pass

            def do_GET(self) -> None:
                if host.cut:
                    self.connection.close()
                    self.close_connection = True
                else:
                    super().do_GET()

            def end_headers(self) -> None:
                self.send_header("Cache-Control", "no-cache")
                super().end_headers()

        self.server = ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(Handler, directory=str(root))
        )
        self.server.handle_error = lambda *_: None  # type: ignore[method-assign]
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()
        self.base = f"http://127.0.0.1:{self.server.server_address[1]}/courses/mine/"

    def put(self, site: Path) -> None:
        shutil.rmtree(self.site, ignore_errors=True)
        shutil.copytree(site, self.site)
        # Two builds of one second would be the same file to a browser that asks what has changed.
        self.uploads += 1
        for path in self.site.rglob("*"):
            os.utime(path, times=(self.uploads * 3600,) * 2)

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The starter course, a later version with one more sentence, and one that ends all copies."""
    folder = tmp_path_factory.mktemp("versions") / "course"
    shutil.copytree(COURSE, folder)

    def made(name: str, **options: bool) -> Path:
        site = folder.parent / name
        build(folder, site, load(read(folder))[0], **options)
        return site

    sites = {"first": made("first"), "off": made("off", keepable=False)}
    page = folder / "modules/first-steps/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nA later sentence.\n", encoding="utf-8")
    sites["later"] = made("later")
    return sites


@pytest.fixture
def host(tmp_path: Path, versions: dict[str, Path]) -> Iterator[Host]:
    host = Host(tmp_path / "www")
    host.put(versions["first"])
    yield host
    host.close()


def keep(one: Visit, host: Host) -> None:
    one.page.goto(f"{host.base}offline/")
    one.page.get_by_role("button", name="Make available offline").click()
    expect(one.page.get_by_role("main").get_by_role("status")).to_contain_text(
        "now works without internet", timeout=20000
    )


def cut(one: Visit, host: Host, cut: bool = True) -> None:
    host.cut = cut
    one.context.set_offline(cut)


def caches(page: Page) -> list[str]:
    found: list[str] = page.evaluate("caches.keys()")
    return sorted(found)


def test_nothing_is_kept_before_the_learner_asks_and_the_size_is_said(
    host: Host, visit: Callable[..., Visit]
) -> None:
    one = visit()
    one.page.goto(host.base)
    one.page.goto(f"{host.base}offline/")
    assert (
        one.page.evaluate("navigator.serviceWorker.getRegistrations().then((a) => a.length)") == 0
    )
    assert caches(one.page) == []
    said = one.page.get_by_text(re.compile(r"It takes about [\d.]+\sMB"))
    expect(said).to_be_visible()
    listed = re.search(r"const FILES = (\{.*?\});", (host.site / "sw.js").read_text("utf-8"))
    assert listed is not None
    total = 0
    for path in json.loads(listed[1]):
        file = host.site / path
        total += (file / "index.html" if file.is_dir() else file).stat().st_size
    assert f"{total / 1e6:.1f}\u00a0MB" in said.inner_text()
    assert {"", "support/", "not-kept/", "modules/first-steps/", "search/search_index.json"} <= set(
        json.loads(listed[1])
    )


def test_the_kept_course_works_below_a_folder_with_the_network_cut(
    host: Host, visit: Callable[..., Visit]
) -> None:
    """Also pages that were never opened, with their quizzes and the search."""
    one = visit()
    keep(one, host)
    page = one.page
    assert one.faults == []
    cut(one, host)
    page.goto(f"{host.base}modules/first-steps/?stop=section")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto(f"{host.base}support")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Support")
    page.get_by_role("button", name="Search", exact=True).click()
    page.keyboard.type("quiz")
    page.get_by_role("search").get_by_role("link", name="Practice quiz").first.click()
    page.locator("main fieldset").first.get_by_role("radio").first.check()
    page.get_by_role("button", name="Check my answer").first.click()
    expect(page.locator("main [role=status]").first).not_to_be_empty()

    page.goto(f"{host.base}trainers/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("not kept on this device")
    page.get_by_role("article").get_by_role("link", name="Support").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Support")


def test_a_newer_version_is_told_and_takes_over_when_the_learner_reloads(
    host: Host, visit: Callable[..., Visit], versions: dict[str, Path]
) -> None:
    """Nothing reloads by itself, what was typed stays, and only our own old copies are removed."""
    one = visit()
    keep(one, host)
    page = one.page
    page.evaluate("caches.open('somebody-elses')")
    page.evaluate("caches.open('trellis:my-course:/courses/other/:1')")
    [old] = [name for name in caches(page) if "/courses/mine/" in name]

    page.goto(f"{host.base}modules/first-steps/")
    expect(page.get_by_text("A newer version is ready")).to_have_count(0)
    page.evaluate("window.same = true; trellis.private.write('first-steps/x', 'my own words')")
    host.put(versions["later"])
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update())")
    expect(page.get_by_text("A newer version is ready. Reload when you like.")).to_be_visible(
        timeout=15000
    )
    page.wait_for_timeout(300)
    assert page.evaluate("window.same") is True
    assert old in caches(page)

    page.get_by_role("button", name="Reload now").click()
    expect(page.get_by_text("A later sentence.")).to_be_visible()
    expect(page.get_by_text("A newer version is ready")).to_have_count(0)
    assert page.evaluate("trellis.private.read('first-steps/x').text") == "my own words"
    page.wait_for_function("(old) => caches.has(old).then((there) => !there)", arg=old)
    kept = caches(page)
    assert {"somebody-elses", "trellis:my-course:/courses/other/:1"} < set(kept)
    assert len(kept) == 3
    cut(one, host)
    page.reload()
    expect(page.get_by_text("A later sentence.")).to_be_visible()


def test_an_ordinary_reload_of_the_only_page_takes_the_newer_version_too(
    host: Host, visit: Callable[..., Visit], versions: dict[str, Path]
) -> None:
    one = visit()
    keep(one, host)
    page = one.page
    [old] = caches(page)
    host.put(versions["later"])
    page.goto(f"{host.base}modules/first-steps/")
    expect(page.get_by_text("A newer version is ready")).to_be_visible(timeout=15000)
    page.reload()
    page.wait_for_function("(old) => caches.has(old).then((there) => !there)", arg=old)
    expect(page.get_by_text("A newer version is ready")).to_have_count(0)


def test_a_copy_that_cannot_be_made_whole_is_not_made(
    host: Host, visit: Callable[..., Visit]
) -> None:
    """Half a course would let somebody down where they need it."""
    shutil.rmtree(host.site / "support")
    one = visit()
    one.page.goto(f"{host.base}offline/")
    one.page.get_by_role("button", name="Make available offline").click()
    expect(one.page.get_by_text("The copy could not be made")).to_be_visible()
    assert caches(one.page) == []
    expect(one.page.get_by_role("button", name="Make available offline")).to_be_visible()


@pytest.mark.parametrize("way", ["the button", "delete everything"])
def test_the_kept_course_can_be_removed(way: str, host: Host, visit: Callable[..., Visit]) -> None:
    """With a button of its own, and with everything else that the course keeps."""
    one = visit()
    keep(one, host)
    page = one.page
    page.evaluate("caches.open('somebody-elses')")
    if way == "the button":
        page.get_by_role("button", name="Remove the offline copy").click()
        expect(page.get_by_text("The offline copy was removed.")).to_be_visible()
        expect(page.get_by_role("button", name="Make available offline")).to_be_visible()
    else:
        page.goto(f"{host.base}stored/")
        page.get_by_role("button", name="Delete everything").click()
        page.get_by_role("button", name="Yes, delete it").click()
    page.wait_for_function(
        "caches.keys().then(async (names) => names.join() === 'somebody-elses' && "
        "!(await navigator.serviceWorker.getRegistrations()).length)"
    )


def test_the_switch_ends_copies_that_were_made_earlier(
    host: Host, visit: Callable[..., Visit], versions: dict[str, Path]
) -> None:
    """``trellis build --no-offline`` puts a worker there that removes itself and what it kept."""
    one = visit()
    keep(one, host)
    page = one.page
    page.evaluate("caches.open('somebody-elses')")
    host.put(versions["off"])
    page.goto(host.base)
    page.wait_for_function(
        "caches.keys().then(async (names) => names.join() === 'somebody-elses' && "
        "!(await navigator.serviceWorker.getRegistrations()).length)"
    )
    page.goto(f"{host.base}offline/")
    expect(page.get_by_text("That is not possible here")).to_be_visible()
    expect(page.get_by_role("button", name="Make available offline")).to_be_hidden()
