"""What every page of the built site has and has not, read from its HTML without a browser."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from build_tools.model.module import EVIDENCE
from build_tools.pages.leaving import NEUTRAL

SEEN = "not(ancestor-or-self::*[@hidden] or ancestor::template or ancestor::noscript)"
HEADINGS = "self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6"
# Within these a header or a footer belongs to a part of the page and is no landmark.
PARTS = " or ".join(f"ancestor::{name}" for name in ("article", "aside", "main", "nav", "section"))
MAIN = f"self::main or (self::header or self::footer) and not({PARTS})"
ROLES = ("navigation", "complementary", "search", "region", "form")
OTHERS = (
    "self::nav or self::aside or self::search"
    " or (self::section or self::form) and (@aria-label or @aria-labelledby) or "
    + " or ".join(f"@role='{role}'" for role in ROLES)
)
OVER = "@role='dialog' or @role='alertdialog' or @aria-modal or @popover or self::dialog[@open]"


def there(page: HtmlElement, what: str) -> list[HtmlElement]:
    """The elements of a kind that are not hidden when the page opens."""
    found: list[HtmlElement] = page.xpath(f"//*[({what}) and {SEEN}]")
    return found


def name_of(element: HtmlElement) -> str:
    """What a landmark is called."""
    label = element.get("aria-labelledby")
    if label is None:
        return str(element.get("aria-label", ""))
    return " ".join(element.getroottree().getroot().get_element_by_id(label).text_content().split())


@pytest.fixture(scope="module")
def pages(web_site: Path) -> dict[str, HtmlElement]:
    """Every page of the site but the neutral one to leave for, which has nothing of ours."""
    return dict(_pages(web_site))


def _pages(site: Path) -> Iterator[tuple[str, HtmlElement]]:
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if name != NEUTRAL:
            yield name, html.document_fromstring(path.read_bytes())


def test_a_page_has_one_heading_of_the_first_level_and_no_gap(
    pages: dict[str, HtmlElement],
) -> None:
    """Somebody who moves by headings finds the main one, and no level left out below it."""
    assert len(pages) > 120
    for name, page in pages.items():
        levels = [int(heading.tag[1]) for heading in there(page, HEADINGS)]
        assert levels.count(1) == 1, name
        assert levels[0] == 1, name
        assert all(after - before <= 1 for before, after in pairwise(levels)), name


def test_each_landmark_is_there_once_by_its_own_name(pages: dict[str, HtmlElement]) -> None:
    """One header, one main part, one footer; of the others each has a name no other has."""
    for name, page in pages.items():
        assert [one.tag for one in there(page, MAIN)] == ["header", "main", "footer"], name
        names = [name_of(one) for one in there(page, OTHERS)]
        assert all(names), name
        assert len(names) == len(set(names)), (name, names)


def test_nothing_is_made_to_lie_over_a_page_as_it_opens(pages: dict[str, HtmlElement]) -> None:
    """No dialog and no popover stands open in any page."""
    assert [name for name, page in pages.items() if there(page, OVER)] == []


def test_learners_read_words_and_not_the_keys_of_files(pages: dict[str, HtmlElement]) -> None:
    """Trainers write `practice-advice` in a file; a learner reads “Practice advice”."""
    keys = [key for key in EVIDENCE if "-" in key]
    assert len(keys) > 2
    for name, page in pages.items():
        if not name.startswith("trainers/"):
            text = page.text_content()
            assert [key for key in keys if key in text] == [], name


def test_the_place_of_a_picture_is_kept_free_until_it_comes(pages: dict[str, HtmlElement]) -> None:
    """It loads when somebody comes near, and the text below does not jump."""
    pictures = [one for page in pages.values() for one in page.xpath("//article//img")]
    assert len(pictures) > 15
    for one in pictures:
        assert one.get("loading") == "lazy"
        assert int(one.get("width")) > 0
        assert int(one.get("height")) > 0
