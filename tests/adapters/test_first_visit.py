"""A first visit is light: some pay for every byte, and some wait long for it."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

# In bytes as a server sends them, gzipped, with HTML, styles and scripts; a kB has 1,000 bytes. The
# higher limit is for pages that load the activities. Of an edition for paper, which is as long as
# what is printed, only what it loads counts.
PLAIN, ACTIVE = 90_000, 115_000
OWN_STYLES = 10_000
REQUESTS = 25
OWN = "assets/trellis/"
_LOADED = re.compile(r'<(?:script[^>]* src|link rel="stylesheet" href|img[^>]* src)="([^"]+)"')


def loads(page: Path, site: Path) -> list[Path]:
    """A page and what it loads as it opens."""
    text = page.read_text(encoding="utf-8")
    found = [page]
    for link in _LOADED.findall(text):
        found.append(site / link[1:] if link.startswith("/") else (page.parent / link).resolve())
    return found


def own_styles(page: Path, site: Path) -> list[Path]:
    """The style sheets of ours that a page loads."""
    return [part for part in loads(page, site) if part.suffix == ".css" and OWN in part.as_posix()]


@cache
def size(file: Path) -> int:
    """What a server sends."""
    return len(gzip.compress(file.read_bytes(), 9, mtime=0))


def test_no_page_is_heavy_and_none_asks_often(web_site: Path) -> None:
    """At most 90 kB, or 115 kB with an activity; an instrument is none, nor is a record."""
    heavy = []
    for page in sorted(web_site.rglob("*.html")):
        parts = loads(page, web_site)
        name = page.relative_to(web_site).as_posix()
        weighed = (".css", ".js") if name.startswith("paper/") else (".html", ".css", ".js")
        total = sum(size(part) for part in parts if part.suffix in weighed)
        active = any(part.name.startswith("activities.") for part in parts if part.suffix == ".js")
        # The icon of the tab is asked for as well.
        if total > (ACTIVE if active else PLAIN) or len(parts) + 1 > REQUESTS:
            heavy.append((name, total, len(parts)))
    assert heavy == []


def test_our_own_styles_are_light_on_every_page(web_site: Path) -> None:
    """All of them together, with those of an activity or an instrument: at most 10 kB."""
    totals = {page: sum(map(size, own_styles(page, web_site))) for page in web_site.rglob("*.html")}
    assert {page: total for page, total in totals.items() if total > OWN_STYLES} == {}
    assert max(totals.values()) > 0


def test_a_page_loads_the_styles_of_all_that_stands_on_it(web_site: Path) -> None:
    """What only the sheet of the activities or of the instruments speaks of comes with it."""

    def spoken_of(sheet: Path) -> set[str]:
        return set(re.findall(r"\.(tr-[\w-]+)", sheet.read_text(encoding="utf-8")))

    sheets = {sheet: spoken_of(sheet) for sheet in (web_site / OWN).glob("*.css")}
    assert len(sheets) == 3
    known = set().union(*sheets.values())
    for page in sorted(web_site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        there = {name for names in re.findall(r'class="([^"]+)"', html) for name in names.split()}
        styled = set().union(*(sheets[sheet] for sheet in own_styles(page, web_site)))
        if page.name != "kitchen-measures.html":
            assert there & known - styled == set(), page


def test_the_pictures_of_a_page_are_light(web_site: Path) -> None:
    """At most 60 kB a page."""
    for page in sorted(web_site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        sources = {s for s in re.findall(r'<img[^>]* src="([^"]+)"', text) if ":" not in s}
        assert sum((page.parent / source).stat().st_size for source in sources) <= 60_000
