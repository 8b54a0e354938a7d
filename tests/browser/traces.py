"""What a page leaves in a browser or lays over itself before anybody has done anything."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

STORED = """async () => ({
  keys: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
  cookies: document.cookie,
  databases: (await indexedDB.databases()).map((one) => one.name),
  caches: globalThis.caches ? await caches.keys() : [],
})"""
NOTHING: dict[str, Any] = {"keys": [], "cookies": "", "databases": [], "caches": []}
# What is meant to lie over a page, and points of the screen where the page itself cannot be met.
_OVER = """[...document.querySelectorAll(
    "dialog[open], [role=dialog], [role=alertdialog], [aria-modal], :popover-open"
  )].filter((one) => one.checkVisibility()).length +
  [[.5, .25], [.5, .5], [.5, .93], [.07, .6], [.93, .6]].filter(([x, y]) =>
    !document.elementFromPoint(x * innerWidth, y * innerHeight)
      ?.closest("main, .md-container")).length"""


def stored(page: Page) -> dict[str, Any]:
    """Everything that scripts can leave behind; the same as ``NOTHING`` if they left nothing."""
    found: dict[str, Any] = page.evaluate(STORED)
    return found


def lying_over(page: Page) -> int:
    """How much lies over a page."""
    found: int = page.evaluate(_OVER)
    return found
