"""Search finds what the pages say, over a network and from a folder, and loads nothing before."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
Address = Callable[[str], str]


def opened(page: Page) -> None:
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page.get_by_role("searchbox")).to_be_focused()


def said(page: Page) -> str:
    """The line with the number of pages, once the index is there."""
    line = page.get_by_role("search").get_by_role("status")
    expect(line).to_have_text(re.compile(r"found|Nothing|some of"))
    return line.inner_text()


def test_nothing_of_the_search_is_loaded_before_it_is_opened(
    open_page: Open, address_of: Address
) -> None:
    page = open_page(address_of("support.md"))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address_of("index.md"))
    page.wait_for_load_state("load")
    assert [url for url in asked if "search" in url] == []
    opened(page)
    page.get_by_role("searchbox").fill("calm")
    said(page)
    assert len([url for url in asked if "search" in url]) == 2


def test_a_word_from_the_middle_of_a_page_is_found_and_leads_there(
    open_page: Open, address_of: Address
) -> None:
    """Also from a page below other folders, with the ending of the word changed."""
    page = open_page(address_of("modules/co-regulation/index.md"))
    opened(page)
    page.keyboard.type("windows of tolerance")
    assert said(page).startswith("Pages found: ")
    page.keyboard.press("Enter")
    first = page.get_by_role("search").get_by_role("link").first
    expect(first).to_be_focused()
    page.get_by_role("search").get_by_role("link", name="Window of tolerance").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Words explained")
    assert page.url.split("#")[1] == "window-of-tolerance"


@pytest.mark.parametrize("words", ["réguLÁTE", "regulating", "“Regulate”"])
def test_accents_capitals_and_endings_do_not_count(
    words: str, open_page: Open, web_address: str
) -> None:
    page = open_page(f"{web_address}/")
    opened(page)
    page.keyboard.insert_text(words)
    assert int(said(page).rsplit(" ", 1)[1]) > 3


def test_what_is_pasted_or_dictated_is_looked_up_and_the_number_is_announced(
    open_page: Open, address_of: Address
) -> None:
    """Neither presses a key."""
    page = open_page(address_of("index.md"))
    opened(page)
    page.keyboard.insert_text("Childline")
    assert said(page) == "Pages found: 1"
    page.get_by_role("searchbox").fill("zzzz")
    expect(page.get_by_role("search").get_by_role("status")).to_contain_text("Nothing found")


def test_where_more_is_found_than_listed_it_says_so(open_page: Open, web_address: str) -> None:
    page = open_page(f"{web_address}/")
    opened(page)
    page.get_by_role("searchbox").fill("a")
    status = page.get_by_role("search").get_by_role("status")
    expect(status).to_contain_text("The first 30 are listed")
    assert int(re.findall(r"\d+", said(page))[0]) > 30
    expect(page.locator(".tr-search__found > li")).to_have_count(30)


def test_words_of_the_yaml_files_are_found_and_answers_are_not(
    open_page: Open, web_address: str, web_site: Path
) -> None:
    """A search must not give a question away."""
    index = (web_site / "search/search_index.json").read_text(encoding="utf-8")
    assert "Practice quiz" in index
    for words in ("Yes - this fits", "Show the answer", "Not the best fit"):
        assert words not in index
    page = open_page(f"{web_address}/")
    opened(page)
    page.keyboard.type("samaritans")
    said(page)
    expect(page.get_by_role("search").get_by_role("link", name="Samaritans").first).to_be_visible()


def test_a_page_with_some_of_the_words_is_better_than_none_and_is_said_to_be(
    open_page: Open, web_address: str
) -> None:
    page = open_page(f"{web_address}/")
    opened(page)
    page.keyboard.type("regulate zzzz")
    assert "some of them" in said(page)
    expect(page.get_by_role("search").get_by_role("link").first).to_be_visible()


def test_escape_and_going_on_close_it_again(open_page: Open, web_address: str) -> None:
    """It lies over the page only while somebody is in it."""
    page = open_page(f"{web_address}/", viewport={"width": 320, "height": 256})
    button = page.get_by_role("button", name="Search", exact=True)
    opened(page)
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(page.get_by_role("searchbox")).to_be_hidden()
    opened(page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("searchbox")).to_be_hidden()
    opened(page)
    page.get_by_role("button", name="Close the search").click()
    expect(button).to_have_attribute("aria-expanded", "false")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_search_that_cannot_be_loaded_says_so(open_page: Open, web_address: str) -> None:
    page = open_page(f"{web_address}/")
    page.route("**/search_index.json", lambda route: route.abort())
    opened(page)
    expect(page.get_by_role("search").get_by_role("status")).to_contain_text("could not be loaded")
