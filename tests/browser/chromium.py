"""Finding a Chromium for the tests, or installing one.

In this order: the path in ``TRELLIS_CHROMIUM``; a name on PATH; the one that Playwright downloads;
on Debian and its relatives, as root, the package. Run as a module, it finds or installs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
HELP = """\
The browser tests need a Chromium, and none could be found or installed.
Install Chromium, Chrome or Edge, or say where one is:
    TRELLIS_CHROMIUM=/path/to/chromium make test"""


def find() -> Path | None:
    """Give the path of a Chromium that is there, or None."""
    if given := os.environ.get("TRELLIS_CHROMIUM"):
        if not Path(given).is_file():
            sys.exit(f"TRELLIS_CHROMIUM names {given}, which is not there")
        return Path(given)
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    return _playwrights_own()


def _playwrights_own() -> Path | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.is_file() else None


def install() -> None:
    """Try Playwright's download, then the package manager; what they say is shown."""
    tried = subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if tried.returncode == 0 and find():
        return
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", "chromium"]):
            subprocess.run(["apt-get", *command], check=False, env=environment, stdout=sys.stderr)


def main() -> None:
    """Find or install, and say which one it is."""
    found = find()
    if found is None:
        install()
        found = find()
    if found is None:
        sys.exit(HELP)
    print(f"Browser for the tests: {found}")


if __name__ == "__main__":
    main()
