"""What Lighthouse says of a site, where Node and `npm i --ignore-scripts` are there.

The pages come from a server on this machine that gzips them, as a host does; each figure is the
median of several runs, and a reference runs in turn with the site, since seconds depend on the
machine.
"""

from __future__ import annotations

import contextlib
import gzip
import http.server
import json
import os
import shutil
import statistics
import subprocess
import tempfile
from pathlib import Path

from tests.browser import chromium
from tests.browser.conftest import served

TOOL = Path("node_modules/lighthouse/cli/index.js")
RUNS = 5
CATEGORIES = ("accessibility", "best-practices", "performance")
_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
_TEXT = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")


def missing(root: Path) -> str | None:
    """Say what is missing for it, or give None."""
    if shutil.which("node") is None:
        return "Node is not here"
    if not (root / TOOL).is_file():
        return "run `npm i --ignore-scripts` first"
    return None


def medians(
    root: Path, sites: dict[str, Path], pages: list[str]
) -> dict[str, dict[str, list[float]]]:
    """Give {site: {page: the median of each category, 0–100}}; the sites take turns."""
    found: dict[str, dict[str, list[list[float]]]] = {
        name: {page: [] for page in pages} for name in sites
    }
    with contextlib.ExitStack() as stack:
        addresses = {
            name: stack.enter_context(served(site, _Gzipped)) for name, site in sites.items()
        }
        for _ in range(RUNS):
            for page in pages:
                for name, address in addresses.items():
                    found[name][page].append(_run(root, f"{address}/{_there(sites[name], page)}"))
    return {
        name: {
            page: [statistics.median(values) for values in zip(*runs, strict=True)]
            for page, runs in pages_of.items()
        }
        for name, pages_of in found.items()
    }


def _there(site: Path, page: str) -> str:
    """Where a page is on a site, whose pages may be folders or end in .html."""
    return page if (site / page / "index.html").is_file() else f"{page.rstrip('/')}.html"


def _run(root: Path, address: str) -> list[float]:
    with tempfile.TemporaryDirectory() as made:
        report = Path(made) / "report.json"
        command = ["node", str(root / TOOL), address, "--quiet", f"--chrome-flags={_FLAGS}"]
        command += [f"--only-categories={','.join(CATEGORIES)}"]
        command += ["--output=json", f"--output-path={report}"]
        environment = {**os.environ, "CHROME_PATH": str(chromium.find())}
        subprocess.run(command, cwd=root, check=True, capture_output=True, env=environment)
        categories = json.loads(report.read_text(encoding="utf-8"))["categories"]
    return [100 * categories[name]["score"] for name in CATEGORIES]


class _Gzipped(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as a host does: texts gzipped, files with a fingerprint kept."""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in _TEXT:
            body = gzip.compress(body, 9, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        if "/assets/" in self.path:
            self.send_header("Cache-Control", "public, max-age=31536000, immutable")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
