"""A course in a language that is written from the right, on the smallest screen."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from build_tools.adapters.site_build import build
from build_tools.core.source import read
from build_tools.model.load import load
from build_tools.starters import COURSE

Open = Callable[..., Page]
NAMES = (
    "index.html",
    "modules/first-steps/index.html",
    "quizzes/first-steps.html",
    "my-learning.html",
    "support.html",
)
# Text and controls that begin or end outside the screen.
OUTSIDE = """() => [...document.querySelectorAll("header *, main *, footer *")].filter((one) => {
  const box = one.getBoundingClientRect();
  // A wide table can be scrolled by itself.
  const aside = one.closest(".md-sidebar, .tr-hidden, .md-skip, table, svg");
  return box.width && one.checkVisibility() && !aside
    && (box.left < -1 || box.right > innerWidth + 1);
}).map((one) => `${one.tagName} ${one.className}`)"""


def test_a_course_from_right_to_left_fits_a_small_screen(tmp_path: Path, open_page: Open) -> None:
    """The page says which way it is written, begins at the right, and needs no scrolling aside."""
    folder = tmp_path / "course"
    shutil.copytree(COURSE, folder)
    frame = folder / "course/course.yml"
    text = frame.read_text(encoding="utf-8")
    assert "\nlanguage: en\n" in text
    frame.write_text(text.replace("\nlanguage: en\n", "\nlanguage: ar\n"), encoding="utf-8")
    course, faults = load(read(folder))
    assert faults == []
    build(folder, folder / "site", course, directory_urls=False)
    page = open_page((folder / "site/index.html").as_uri(), viewport={"width": 320, "height": 640})
    for name in NAMES:
        page.goto((folder / "site" / name).as_uri())
        if name.startswith("quizzes"):
            page.get_by_role("radio").first.check()
            page.get_by_role("button", name="Check my answer").first.click()
            expect(page.get_by_role("status").first).not_to_be_empty()
        expect(page.locator("html")).to_have_attribute("dir", "rtl")
        expect(page.locator("html")).to_have_attribute("lang", "ar")
        heading = page.get_by_role("heading", level=1)
        expect(heading).to_have_css("direction", "rtl")
        assert heading.evaluate("one => innerWidth - one.getBoundingClientRect().right") < 60
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
        assert page.evaluate(OUTSIDE) == [], name
