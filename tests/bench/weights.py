"""What our own scripts and styles weigh, gzipped, and what they may.

Bytes are the same on every machine, so `tests/exports/test_weights.py` holds the limits; the bench
prints them.
"""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from build_tools.exports import assets

# First visits stay below 90 kB without an activity and 115 kB with one. A kB has 1,000 bytes.
LIMITS = {
    "shell_js": 12_000,
    "activities_js": 25_000,
    "learner_js": 12_000,
    "tools_js": 15_000,
    "css": 10_000,
}


def gzipped(text: str) -> int:
    """The size of a text as a server sends it."""
    return len(gzip.compress(text.encode(), 9, mtime=0))


def weights() -> dict[str, int]:
    """The gzipped bytes of each bundle; the shell counts what runs before the page is painted.

    ``css`` is what the page with most styles loads: the shell's, and an activity's or a tool's.
    """
    bundles = assets.bundles([assets.overrides()])
    sizes = {name: gzipped(text) for name, text in bundles.items()}
    css = sizes["shell_css"] + max(sizes["activities_css"], sizes["tools_css"])
    return {**sizes, "shell_js": sizes["shell_js"] + sizes["look_js"], "css": css}


def activities_on(page: Path) -> int:
    """How many bytes of the activities' bundle a page of a site loads."""
    loads = re.findall(r'<script src="([^"]+)"', page.read_text(encoding="utf-8"))
    paths = [page.parent / link for link in loads if "/activities." in link]
    return sum(gzipped(path.resolve().read_text(encoding="utf-8")) for path in paths)
