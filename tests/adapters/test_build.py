"""The site: whole or not at all, the same bytes each time, under MkDocs and under ProperDocs."""

from __future__ import annotations

import functools
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from build_tools.adapters import mkdocs_plugin, site_build
from build_tools.adapters.site_build import BuildFailed, build
from build_tools.core.source import read
from build_tools.model.course import Course
from build_tools.model.load import load
from build_tools.starters import COURSE
from tests.hostile import Reader, spoil

# 1 October 2026 in seconds: the day of review that the course below is given.
REVIEWED = "1790812800"
# A picture of one dot.
PICTURE = bytes.fromhex("47494638396101000100800000000000ffffff2c00000000010001000002024401003b")


def course_in(folder: Path) -> Course:
    return load(read(folder))[0]


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


class Links:
    """What a page links to and loads, and the places in it that a link may lead to."""

    def __init__(self, page: str) -> None:
        tree = html.document_fromstring(page)
        self.targets: list[str] = tree.xpath("//@href | //@src")
        self.anchors = set(tree.xpath("//@id"))


def broken_links(site: Path, *, served: bool = True) -> list[str]:
    """List every relative link or picture of a site that leads nowhere, on disk or in a page.

    A server shows the page of a folder; opened from a disk, a link to a folder lists its files.
    """
    pages = {
        page: Links(page.read_text(encoding="utf-8"))
        for page in sorted(site.rglob("*.html"))
        if page.name != "404.html"
    }

    @functools.cache
    def place(start: Path) -> Path:
        return (start / "index.html" if served and start.is_dir() else start).resolve()

    broken = []
    for page, links in pages.items():
        for target in links.targets:
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            there = place(page.parent / unquote(parts.path) if parts.path else page)
            known = there.is_file() and (there not in pages or not parts.fragment)
            if not known and unquote(parts.fragment) not in getattr(
                pages.get(there), "anchors", ()
            ):
                broken.append(f"{page.relative_to(site)}: {target}")
    return broken


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starter course with a picture, notes and stray files, built once; not to be changed."""
    folder = tmp_path_factory.mktemp("a course") / "my course"
    shutil.copytree(COURSE, folder)
    (folder / "course/images").mkdir()
    (folder / "course/images/dot.gif").write_bytes(PICTURE)
    (folder / "course/about.md").write_text("# About\n\n![A dot](images/dot.gif)\n", "utf-8")
    for stray in ("course/minutes.txt", "course/list.csv", "course/images/raw.psd", "course/.env"):
        (folder / stray).write_text("not for learners", encoding="utf-8")
    module = folder / "modules/first-steps/module.yml"
    text = module.read_text(encoding="utf-8")
    assert "on: 2026-11-21" in text
    module.write_text(text.replace("on: 2026-11-21", "on: 2026-10-01"), encoding="utf-8")
    target = folder / "site"
    build(folder, target, course_in(folder))
    return target


def test_only_pages_and_pictures_of_the_course_reach_the_site(site: Path) -> None:
    """MkDocs publishes every file below docs_dir, so notes and YAML would reach learners."""
    reached = files(site)
    assert reached["images/dot.gif"] == PICTURE
    assert "about/index.html" in reached
    sources = {".yml", ".yaml", ".md", ".txt", ".csv", ".psd", ".env"}
    assert [name for name in reached if Path(name).suffix in sources or "/." in name] == []
    assert [name for name, data in reached.items() if b"not for learners" in data] == []
    own = {"search/search_index.json"}
    assert [n for n in reached if n.endswith(".json") and n not in own] == []


def test_every_link_and_picture_of_the_shipped_site_leads_somewhere(web_site: Path) -> None:
    assert broken_links(web_site) == []


def test_every_link_leads_somewhere_with_pages_that_end_in_html(folder_site: Path) -> None:
    assert list(folder_site.glob("quizzes/*-*.html"))
    assert broken_links(folder_site, served=False) == []
    for page in folder_site.rglob("*.html"):
        if page.name != "404.html":
            folders = [t for t in Links(page.read_text("utf-8")).targets if t.endswith("/")]
            assert [t for t in folders if not urlsplit(t).scheme] == [], page


def test_a_build_that_fails_half_way_leaves_the_last_site_byte_for_byte(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(site)
    folder = site.parent

    def fail(*_: object) -> None:
        raise mkdocs_plugin.PluginError("the disk is full")

    monkeypatch.setattr(mkdocs_plugin, "_write_search", fail)
    with pytest.raises(BuildFailed, match="the disk is full"):
        build(folder, site, course_in(folder))
    assert files(site) == before
    assert {p.name for p in folder.iterdir()} == {p.name for p in COURSE.iterdir()} | {"site"}


def test_a_site_that_cannot_be_put_in_place_leaves_the_last_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows a folder that a program holds open cannot be renamed."""
    new, old = tmp_path / "new", tmp_path / "site"
    new.mkdir()
    old.mkdir()
    (old / "index.html").write_text("the last good one", encoding="utf-8")
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path == new:
            raise PermissionError(13, "held open")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        site_build._swap(new, old, tmp_path / "old")
    assert files(old) == {"index.html": b"the last good one"}


def test_two_builds_of_the_same_sources_are_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again = tmp_path / "another course"
    shutil.copytree(site.parent, again, ignore=shutil.ignore_patterns("site"))
    build(again, again / "site", course_in(again))
    first, second = files(site), files(again / "site")
    assert [n for n in first.keys() | second.keys() if first.get(n) != second.get(n)] == []


@pytest.mark.slow
def test_two_builds_of_the_shipped_course_are_the_same_bytes(
    root: Path, course: Course, web_site: Path, tmp_path: Path
) -> None:
    build(root, tmp_path / "site", course)
    first, second = files(web_site), files(tmp_path / "site")
    assert [n for n in first.keys() | second.keys() if first.get(n) != second.get(n)] == []


def test_the_site_is_dated_by_its_newest_review_and_not_by_the_day_of_building(site: Path) -> None:
    """The sitemap's zip holds a time; a day later the bytes would differ."""
    stamp = int.from_bytes((site / "sitemap.xml.gz").read_bytes()[4:8], "little")
    assert stamp == int(REVIEWED)
    assert "SOURCE_DATE_EPOCH" not in os.environ


@pytest.mark.parametrize("year", ["0001", "1999", "9999"])
def test_a_mistyped_year_does_not_stop_the_clock_of_a_build(starter: Path, year: str) -> None:
    """The sitemap's zip has 32 bits for the time."""
    module = starter / "modules/first-steps/module.yml"
    text = module.read_text(encoding="utf-8").replace("on: 2026-", f"on: {year}-")
    module.write_text(text, encoding="utf-8")
    with site_build._epoch(course_in(starter)):
        assert 0 < int(os.environ["SOURCE_DATE_EPOCH"]) < 2**32


def test_an_organisations_own_look_wins_file_by_file(starter: Path) -> None:
    own = {
        "partials/footer.html": "<footer>Ours alone</footer>",
        "assets/css/2-page.css": ".tr-own{color:teal}",
        "assets/images/mark.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "notes.md": "# Not a page\n",
    }
    for name, text in own.items():
        (starter / "overrides" / name).parent.mkdir(parents=True, exist_ok=True)
        (starter / "overrides" / name).write_text(text, encoding="utf-8")
    build(starter, starter / "site", course_in(starter))
    made = files(starter / "site")
    home = made["index.html"].decode()
    style = next(made[name] for name in made if re.match(r"assets/trellis/shell\..*css", name))
    assert "<footer>Ours alone</footer>" in home
    assert 'class="md-header"' in home
    assert b".tr-own{" in style
    assert b"--tr-" in style
    assert made["assets/images/mark.svg"].decode() == own["assets/images/mark.svg"]
    assert not [name for name in made if "notes" in name]


def test_the_whole_site_shows_a_hostile_text_and_never_runs_it(starter: Path) -> None:
    """Titles and headings also reach the theme, which prints them as they are."""
    spoil(starter)
    course, faults = load(read(starter))
    assert faults == []
    build(starter, starter / "site", course)
    for page in sorted((starter / "site").rglob("*.html")):
        reader = Reader(page.read_text(encoding="utf-8"))
        assert reader.live == [], page
        # Where the exit leads from a folder, nothing tells of the course.
        if page.name != "kitchen-measures.html":
            assert "<script>alert(1)" in reader.words, page
    index = json.loads((starter / "site/search/search_index.json").read_text(encoding="utf-8"))
    # The search shows titles and texts as text, so they are text.
    words = " ".join(entry["title"] + entry["text"] for entry in index["docs"])
    assert "<script>alert(1)" in words
    assert "&lt;" not in words


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_the_site_builds_strictly_without_the_command_trellis(
    site: Path, tmp_path: Path, program: str
) -> None:
    """Plain MkDocs, and ProperDocs with the plugin as it is, both find it in mkdocs.yml."""
    folder = site.parent
    command = [
        sys.executable,
        "-m",
        program,
        "build",
        "--strict",
        "--site-dir",
        str(tmp_path / "o"),
    ]
    done = subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": REVIEWED},
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    made, ours = files(tmp_path / "o"), files(site)
    assert b"<tr-choice" in made["quizzes/first-steps/index.html"]
    assert set(made) >= {name for name in ours if name.endswith((".html", ".gif"))}
    assert broken_links(tmp_path / "o") == []
    # Another process counts hashes differently; the site must not show it.
    assert program != "mkdocs" or [n for n in made if made[n] != ours.get(n)] == []


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_a_course_with_faults_is_not_built_by_the_others_either(
    starter: Path, program: str
) -> None:
    (starter / "course/glossary.yml").write_text("terms: [{}", encoding="utf-8")
    (starter / "site").mkdir()
    (starter / "site/index.html").write_text("the last good one", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", program, "build"],
        cwd=starter,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode != 0
    assert "course/glossary.yml:1:8: error SRC002" in done.stderr
    assert "Traceback" not in done.stderr
    assert files(starter / "site") == {"index.html": b"the last good one"}
