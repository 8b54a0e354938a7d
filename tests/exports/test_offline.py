"""Both flavours of a site, the zip and the service worker are the same bytes each time."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner

from build_tools.cli import main
from build_tools.core.source import read
from build_tools.exports.offline_zip import name_of, offline_zip
from build_tools.model.course import Course
from build_tools.model.load import load
from build_tools.pages.catalogue import CARD
from build_tools.pages.searching import DATA
from tests.adapters.test_first_visit import loads


def built(folder: Path, *options: str) -> dict[str, bytes]:
    """Build a course, and give every file that the build has written."""
    before = {path for path in folder.rglob("*") if path.is_file()}
    done = CliRunner().invoke(main, ["build", "--course", str(folder), *options])
    assert done.exit_code == 0, done.output
    made = {path for path in folder.rglob("*") if path.is_file()} - before
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(made)}
    for path in made:
        path.unlink()
    return found


@pytest.mark.parametrize("flavour", ["web", "offline"])
def test_two_builds_of_one_flavour_are_the_same_bytes(flavour: str, starter: Path) -> None:
    """So that a host sees what a new version changes, and copies kept offline fetch only that."""
    first = built(starter, "--flavour", flavour)
    second = built(starter, "--flavour", flavour)
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
    if flavour == "offline":
        assert "my-course-1-0-offline.zip" in first
        assert "site-offline/search/search_index.js" in first
        # What is for servers alone is of no use there.
        useless = ("sw.js", ".json", "404.html", "sitemap.xml", "_headers", ".htaccess")
        assert not any(name.endswith(useless) for name in first)
        return
    worker = first["site/sw.js"].decode()
    files = json.loads(re.search(r"const FILES = (\{.*?\});", worker)[1])  # type: ignore[index]
    for path in files:
        assert {f"site/{path}", f"site/{path}index.html"} & set(first), path
    assert "support/" in files
    assert not [p for p in files if p.startswith(("trainers/", "paper/")) or "404" in p]
    # A part of a page that only the server reads, and the list itself, are not fetched.
    assert not {"sw.js", "sitemap.xml"} & set(files)


def test_the_copy_of_the_whole_course_holds_all_that_learners_open(
    web_site: Path, course: Course
) -> None:
    """Every module and quiz, support, the search, what they load, and the page for what is not."""
    listed = re.search(r"const FILES = (\{.*?\});", (web_site / "sw.js").read_text("utf-8"))
    assert listed is not None
    places = (web_site / unquote(name) for name in json.loads(listed[1]))
    kept = {place / "index.html" if place.is_dir() else place for place in places}
    assert [place for place in kept if not place.is_file()] == []
    for module in course.published:
        assert web_site / "modules" / module.id / "index.html" in kept
    for name in ("index.html", "support/index.html", "not-kept/index.html", DATA):
        assert web_site / name in kept
    for folder in ("modules", "quizzes", "tools", "pathways", "assets/trellis"):
        inside = {file for file in (web_site / folder).rglob("*") if file.is_file()}
        assert inside - {web_site / CARD} <= kept
    for page in kept:
        if page.suffix == ".html":
            assert set(loads(page, web_site)) <= kept, page


def test_no_offline_puts_a_worker_there_that_ends_itself(starter: Path) -> None:
    worker = built(starter, "--no-offline")["site/sw.js"].decode()
    assert "registration.unregister()" in worker
    assert "FILES" not in worker


def test_a_zip_is_named_dated_and_sorted_by_the_course(starter: Path, tmp_path: Path) -> None:
    """Names that any disk takes; the day of packing is no part of it; one folder, not a heap."""
    file = starter / "course/course.yml"
    text = re.sub(r"(?m)^version:.*$", 'version: "Été 2026/12 (2)"', file.read_text("utf-8"))
    file.write_text(text, encoding="utf-8")
    course, _ = load(read(starter))
    assert name_of(course) == "my-course-t-2026-12-2-offline.zip"
    site = tmp_path / "site"
    for name in ("b.html", "a/b.html", "a.html", "資料.html"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(name, encoding="utf-8")
    target = tmp_path / "x-offline.zip"
    offline_zip(site, target, 1790812800)
    with zipfile.ZipFile(target) as archive:
        names = archive.namelist()
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 10, 1, 0, 0, 0)}
    assert names == [f"x-offline/{name}" for name in ("a/b.html", "a.html", "b.html", "資料.html")]
    offline_zip(site, target, 0)
    assert [path.name for path in tmp_path.glob("*x-offline*")] == ["x-offline.zip"]
