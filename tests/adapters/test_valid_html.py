"""The HTML is valid, by the Nu Html Checker where Node's packages and Java are there.

`npm i --ignore-scripts` in the repository brings the checker; nobody needs it for a course.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import material
import pytest

from build_tools.adapters.frame import mended
from build_tools.exports import assets
from tests.browser.test_pages import ONE_OF_EACH

CHECKER = Path("node_modules/vnu-jar/build/dist/vnu.jar")
# What the theme's templates were read against; a newer one is to be read again.
READ = "9.8.1"


def faults(root: Path, site: Path, pages: list[str]) -> list[str]:
    """What the checker finds wrong in some pages; skips where it cannot be run."""
    checker, java = root / CHECKER, shutil.which("java")
    if not checker.is_file():
        pytest.skip("the checker of HTML is not here: run `npm i --ignore-scripts`")
    if java is None:
        pytest.skip("the checker of HTML needs Java, which is not here")
    command = [java, "-jar", str(checker), "--errors-only", "--format", "json", *pages]
    done = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)
    found = json.loads(done.stderr)["messages"]
    return [f"{m['url']}:{m.get('lastLine')}: {m['message']}" for m in found]


def test_one_page_of_each_kind_is_valid(root: Path, web_site: Path) -> None:
    assert faults(root, web_site, [*ONE_OF_EACH, "404.html"]) == []


@pytest.mark.slow
def test_every_page_is_valid(root: Path, web_site: Path, plain_site: Path) -> None:
    """As it is hosted, and as it is opened from a folder."""
    for site in (web_site, plain_site):
        pages = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
        assert faults(root, site, pages) == []


def test_our_templates_name_the_theme_they_were_read_against() -> None:
    """Its templates without blocks are ours, written afresh; a new version is to be read again."""
    templates = Path(material.__file__).parent / "templates"
    assert f"mkdocs-material-{READ}" in (templates / "base.html").read_text(encoding="utf-8")
    folder = assets.overrides() / "partials"
    for name in ("header.html", "search.html"):
        text = (folder / name).read_text(encoding="utf-8")
        assert re.findall(r"Read against Material ([\d.]+\d)", text) == [READ]


def test_no_script_of_the_theme_is_loaded_or_published(web_site: Path) -> None:
    """Menu, colours and search are ours; its script would be most of what a page weighs."""
    assert not (web_site / "assets/javascripts").exists()
    for page in web_site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        loaded = re.findall(r'<script[^>]* src="([^"]+)"', text)
        assert [one for one in loaded if "assets/trellis/" not in one] == [], page
        inline = re.findall(r"<script(?![^>]* src=)([^>]*)>", text)
        assert [one for one in inline if one != ' type="application/ld+json"'] == [], page


@pytest.mark.parametrize("name", [*ONE_OF_EACH, "404.html"])
def test_a_page_says_which_way_it_is_written_and_where_it_starts(name: str, web_site: Path) -> None:
    """The direction stands on the root element; “Skip to content” leads to the main heading."""
    page = (web_site / name).read_text(encoding="utf-8")
    assert re.search(r'<html dir="ltr" lang="en"', page)
    heading = re.search(r'<h1 id="([^"]+)"', page)
    assert heading is not None
    assert page.count('class="md-skip">') == 1
    assert f'<a href="#{heading.group(1)}" class="md-skip">' in page


def test_a_frame_with_nothing_to_mend_stays_as_it_is() -> None:
    page = '<html dir="rtl"><body dir="rtl"><h1 id="top">x</h1><input autocomplete="off"></body>'
    assert mended(page) == page
    assert mended("<p>No heading</p>") == "<p>No heading</p>"
