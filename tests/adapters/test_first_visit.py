"""A first visit is light: some pay for every byte, and some wait long for it."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

# In bytes as a server sends them, gzipped, with HTML, styles and scripts; a kB has 1,000 bytes. The
# higher limit is for pages that load the activities or the tools of the learner's record, and for
# trainers' long lists, which nobody opens first on a phone. Of an edition for paper, which is as
# long as what is printed, only what it loads counts.
PLAIN, ACTIVE = 90_000, 115_000
REQUESTS = 25
_LOADED = re.compile(r'<(?:script[^>]* src|link rel="stylesheet" href|img[^>]* src)="([^"]+)"')


def loads(page: Path, site: Path) -> list[Path]:
    """A page and what it loads as it opens."""
    text = page.read_text(encoding="utf-8")
    found = [page]
    for link in _LOADED.findall(text):
        found.append(site / link[1:] if link.startswith("/") else (page.parent / link).resolve())
    return found


def test_no_page_is_heavy_and_none_asks_often(web_site: Path) -> None:
    """Pages with an activity may weigh more. Pictures have a limit of their own."""
    sizes: dict[Path, int] = {}
    heavy = []
    for page in sorted(web_site.rglob("*.html")):
        parts = loads(page, web_site)
        for part in parts:
            if part not in sizes:
                sizes[part] = len(gzip.compress(part.read_bytes(), 9, mtime=0))
        name = page.relative_to(web_site).as_posix()
        weighed = (".css", ".js") if name.startswith("paper/") else (".html", ".css", ".js")
        total = sum(sizes[part] for part in parts if part.suffix in weighed)
        tools = any(part.name.startswith(("activities.", "learner.", "tools.")) for part in parts)
        limit = ACTIVE if tools or name.startswith("trainers/") else PLAIN
        # The icon of the tab is asked for as well.
        if total > limit or len(parts) + 1 > REQUESTS:
            heavy.append((name, total, len(parts)))
    assert heavy == []


def test_the_pictures_of_a_page_are_light(web_site: Path) -> None:
    """At most 60 kB a page."""
    for page in sorted(web_site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        sources = {s for s in re.findall(r'<img[^>]* src="([^"]+)"', text) if ":" not in s}
        assert sum((page.parent / source).stat().st_size for source in sources) <= 60_000
