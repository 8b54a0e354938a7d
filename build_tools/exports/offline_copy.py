"""The files that let a hosted site be kept in a browser: the service worker and what it fetches.

The list of files, each with a hash of what is in it, is made from the finished site, so two builds
of the same sources give the same bytes, and any change makes a new version.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from html import escape
from pathlib import Path
from urllib.parse import quote

from babel import UnknownLocaleError
from babel.numbers import format_decimal

from build_tools.model.course import Course

WORKER = "sw.js"
FOLDER = "assets/js/worker"
PAGE, MISSING = "offline/index.html", "not-kept/"
# For trainers, for servers and for search engines; learners need them nowhere without a network.
# Editions for paper say once more what modules say, and would be half of what is fetched.
LEFT_OUT = re.compile(
    r"trainers/|paper/|404\.html$|sitemap\.|sw\.js$|_headers$|\.ht|nginx-|assets/trellis/card\.png$"
)
_OFFER = re.compile(r'data-offers="no">\s*<!--tr-size:(.*?)-->', re.S)


def offline_copy(site: Path, course: Course, scripts: Mapping[str, str], *, offered: bool) -> None:
    """Write ``sw.js``, and say on the page about it how much it will fetch.

    ``scripts`` are the texts of ``sw.js`` and ``off.js``. Where no copy is ``offered``, the
    worker is one that ends the copies made earlier.
    """
    known = f"const COURSE = {json.dumps(course.file.id)};\n"
    target = site / WORKER
    if not offered:
        target.write_text(known + scripts["off.js"], encoding="utf-8", newline="\n")
        return
    _say_size(site, course)
    files = {_address(path): _hash(site / path) for path in _fetched(site)}
    listed = json.dumps(files, separators=(",", ":"), sort_keys=True)
    version = sha256((listed + scripts["sw.js"]).encode()).hexdigest()[:16]
    known += (
        f"const HASH = {json.dumps(version)};\nconst MISSING = {json.dumps(MISSING)};\n"
        f"const FILES = {listed};\n"
    )
    target.write_text(known + scripts["sw.js"], encoding="utf-8", newline="\n")


def _fetched(site: Path) -> list[str]:
    paths = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return sorted(path for path in paths if not LEFT_OUT.match(path))


def _address(path: str) -> str:
    return quote(re.sub(r"(^|/)index\.html$", r"\1", path))


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()[:12]


def _say_size(site: Path, course: Course) -> None:
    page = site / PAGE
    if not page.is_file():
        return
    megabytes = sum((site / path).stat().st_size for path in _fetched(site)) / 1e6
    size = max(round(megabytes, 1), 0.1)
    try:
        shown = format_decimal(size, locale=course.file.language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        shown = str(size)
    html = page.read_text(encoding="utf-8")

    def offer(found: re.Match[str]) -> str:
        words = found[1].replace("%s", f"{escape(shown)}\u00a0MB")
        return f'data-offers="yes">\n<p>{words}</p>'

    page.write_text(_OFFER.sub(offer, html), encoding="utf-8", newline="\n")
