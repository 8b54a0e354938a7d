"""Finding a Chromium for the tests, or installing one.

In this order: the path in ``TRELLIS_CHROMIUM``; a Chromium without a window, which needs less than
half of the processor's time; any other one on PATH; the one that Playwright downloads. Run as a
module, it first tries to install one without a window, as root on Debian and its relatives; where
there is none at all, it lets Playwright download one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

WITHOUT_A_WINDOW = ("chromium-headless-shell", "chrome-headless-shell")
WITH_A_WINDOW = (
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
    return _named(WITHOUT_A_WINDOW) or _named(WITH_A_WINDOW) or _playwrights_own()


def _named(names: tuple[str, ...]) -> Path | None:
    paths = (shutil.which(name) for name in names)
    return next((Path(path) for path in paths if path), None)


def _playwrights_own() -> Path | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.is_file() else None


def install(package: str) -> None:
    """Install a Debian package where that may be done; what the package manager says is shown."""
    if not (shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0):
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", package]):
        subprocess.run(["apt-get", *command], check=False, env=environment, stdout=sys.stderr)


def main() -> None:
    """Find or install, and say which one it is."""
    if "TRELLIS_CHROMIUM" not in os.environ:
        if _named(WITHOUT_A_WINDOW) is None:
            install(WITHOUT_A_WINDOW[0])
        if find() is None:
            download = [sys.executable, "-m", "playwright", "install", "chromium"]
            subprocess.run(download, check=False)
        if find() is None:
            install(WITH_A_WINDOW[0])
    found = find()
    if found is None:
        sys.exit(HELP)
    print(f"Browser for the tests: {found}")


if __name__ == "__main__":
    main()
