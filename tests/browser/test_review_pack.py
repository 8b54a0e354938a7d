"""A review pack is opened from a folder and printed: nothing is cut off, and axe finds nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from build_tools.exports.review_pack import export
from build_tools.model.course import Course
from tests.browser.axe import violations

MODULE = "safety-planning-with-families"
# What is left of a sheet of Letter, less its margins, in CSS pixels; A4 is narrower and longer.
SHEET = {"width": 680, "height": 900}


@pytest.fixture(scope="module")
def pack(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index and the document of one module."""
    folder = tmp_path_factory.mktemp("review") / "a pack"
    export(course, folder, [MODULE])
    return folder


@pytest.mark.parametrize("name", ["index.html", f"{MODULE}.html"])
def test_a_document_is_accessible_and_prints_without_being_cut_off(
    name: str, pack: Path, open_page: Callable[..., Page]
) -> None:
    page = open_page((pack / name).as_uri(), viewport=SHEET)
    assert violations(page) == []
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 640, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_the_index_leads_to_a_document_and_that_to_its_parts(
    pack: Path, open_page: Callable[..., Page]
) -> None:
    page = open_page((pack / "index.html").as_uri())
    page.get_by_role("table").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Supporting safety planning")
    page.get_by_role("link", name="passages to read with care").click()
    expect(page.get_by_role("heading", name="Passages to read with care")).to_be_in_viewport()
