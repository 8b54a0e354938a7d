"""“What this site stores” says what is there, keeps it elsewhere, and deletes it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from build_tools.model.course import Course
from build_tools.pages.stored_keys import stored_keys

Open = Callable[..., Page]
Address = Callable[[str], str]

KEYS = stored_keys(str)
BLOCKED = """for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, {get() { throw new Error('denied'); }})"""
STORED = """() => Object.fromEntries([['device', localStorage], ['tab', sessionStorage]]
    .map(([name, area]) => [name, Object.keys(area).sort()]))"""


def stored(page: Page) -> dict[str, list[str]]:
    """The whole keys in both storages."""
    found: dict[str, list[str]] = page.evaluate(STORED)
    return found


def met(page: Page, course: Course) -> set[tuple[str, str]]:
    """What is stored, as (place, row of the table); fails on a key that no row names."""
    found = set()
    for place, keys in stored(page).items():
        for key in keys:
            name = key.removeprefix(f"trellis:{course.file.id}:")
            assert name != key, f"{key} does not name its course"
            fits = [
                row
                for row in KEYS
                if re.fullmatch(re.escape(row.key).replace(r"\*", ".*"), name)
                and place in row.places
            ]
            assert len(fits) == 1, f"no row for {key} in {place}"
            found.add((place, fits[0].key))
    return found


def answer(page: Page, address_of: Address) -> None:
    page.goto(address_of("quizzes/trauma-basics.md"))
    page.locator("fieldset").first.get_by_role("radio").first.check()
    page.get_by_role("button", name="Check my answer").first.click()


def now(page: Page, title: str) -> Locator:
    """What a row says is there now."""
    heading = page.get_by_role("heading", name=title, exact=True)
    return heading.locator("xpath=..").get_by_role("definition").first


def total(page: Page) -> Locator:
    return page.get_by_text(re.compile(r"^This course has stored [0-9]"))


def test_every_act_stores_what_a_row_names_and_every_row_is_met(
    course: Course, open_page: Open, address_of: Address
) -> None:
    """A learner does everything once; looking at pages alone stores nothing."""
    page = open_page(address_of("stored.md"))
    seen: set[tuple[str, str]] = set()
    for uri in (
        "index.md",
        "modules/co-regulation/index.md",
        "quizzes/co-regulation.md",
        "stored.md",
    ):
        page.goto(address_of(uri))
        assert stored(page) == {"device": [], "tab": []}
    expect(page.get_by_text("This course has stored nothing")).to_be_visible()

    page.get_by_role("button", name="Dark colours").click()
    seen |= met(page, course)
    expect(now(page, "Light or dark colours")).to_contain_text("on this device")
    answer(page, address_of)
    seen |= met(page, course)
    page.get_by_role("button", name="on this device").click()
    seen |= met(page, course)
    page.goto(address_of("modules/co-regulation/index.md"))
    page.get_by_role("button", name="Mark as done").first.click()
    page.evaluate("trellis.skip.add('distress')")
    page.evaluate("trellis.private.write('co-regulation/x', 'mine')")
    seen |= met(page, course)
    page.goto(address_of("stored.md"))
    with page.expect_download():
        page.get_by_role("article").get_by_role("button", name="Save a copy").click()
    seen |= met(page, course)
    for row in KEYS:
        expect(now(page, row.title)).not_to_have_text("nothing")
    page.get_by_role("button", name="In this tab only").click()
    seen |= met(page, course)
    if page.evaluate("trellis.private.lasting"):
        page.evaluate("trellis.private.keep('device')")
        seen |= met(page, course)
    assert {key for _, key in seen} == {row.key for row in KEYS}
    assert page.context.cookies() == []
    expect(page.get_by_role("heading", name="Something else")).to_have_count(0)


def test_numbers_and_sizes_are_those_of_what_is_there(
    course: Course, open_page: Open, address_of: Address
) -> None:
    page = open_page(address_of("stored.md"))
    lead = f"trellis:{course.file.id}:"
    page.evaluate(
        """lead => { localStorage.setItem(lead + 'record:aa:0', '[]');
        localStorage.setItem(lead + 'record:aa:1', JSON.stringify('x'.repeat(2480)));
        sessionStorage.setItem(lead + 'skip', '["loss"]');
        localStorage.setItem('trellis:another-course:look', 'dark'); }""",
        lead,
    )
    page.reload()
    expect(now(page, "What you did")).to_have_text("on this device 2.5 kB (entries: 2)")
    expect(now(page, "Themes you go round")).to_have_text("in this tab 12 bytes (entries: 1)")
    expect(now(page, "Where to keep it")).to_have_text("nothing")
    expect(total(page)).to_contain_text("2.5 kB")


def test_what_another_version_has_stored_is_told_and_deleted_too(
    course: Course, open_page: Open, address_of: Address
) -> None:
    page = open_page(address_of("stored.md"))
    page.evaluate(f"localStorage.setItem('trellis:{course.file.id}:unheard-of', '1')")
    page.reload()
    expect(now(page, "Something else")).to_contain_text("entries: 1")
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Yes, delete it").click()
    assert stored(page) == {"device": [], "tab": []}


def test_delete_asks_once_more_says_so_and_leaves_other_courses_alone(
    open_page: Open, address_of: Address
) -> None:
    page = open_page(address_of("stored.md"))
    answer(page, address_of)
    page.goto(address_of("stored.md"))
    page.evaluate("localStorage.setItem('trellis:another-course:look', 'dark')")
    before = stored(page)
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Keep it", exact=True).click()
    assert stored(page) == before
    expect(page.get_by_role("button", name="Delete everything")).to_be_focused()
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Yes, delete it").click()
    said = page.get_by_role("status").filter(has_text="Deleted.")
    expect(said).to_be_focused()
    assert stored(page) == {"device": ["trellis:another-course:look"], "tab": []}
    expect(page.get_by_text("This course has stored nothing")).to_be_visible()


def test_in_this_tab_only_moves_everything_and_on_this_device_moves_it_back(
    course: Course, open_page: Open, address_of: Address
) -> None:
    """Private writing follows into the tab, and onto the device only where a note says so."""
    page = open_page(address_of("stored.md"))
    answer(page, address_of)
    page.evaluate("trellis.private.write('a/b', 'mine')")
    page.evaluate("trellis.private.keep('device')")
    page.goto(address_of("stored.md"))
    tab = page.get_by_role("button", name="In this tab only")
    device = page.get_by_role("button", name="On this device")
    expect(tab).to_have_attribute("aria-pressed", "false")
    tab.click()
    expect(tab).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("status").filter(has_text="Kept in this tab only")).to_be_visible()
    assert stored(page)["device"] == []
    assert ("tab", "private") in met(page, course)
    device.click()
    expect(device).to_have_attribute("aria-pressed", "true")
    expect(tab).to_have_attribute("aria-pressed", "false")
    assert {("device", "record:*"), ("tab", "private")} <= met(page, course)
    assert page.evaluate("trellis.record.events.length") == 1


def test_a_saved_copy_holds_no_private_writing(
    open_page: Open, address_of: Address, tmp_path: Path
) -> None:
    page = open_page(address_of("stored.md"))
    answer(page, address_of)
    page.evaluate("trellis.private.write('a/b', 'for nobody else')")
    page.goto(address_of("stored.md"))
    with page.expect_download() as found:
        page.get_by_role("article").get_by_role("button", name="Save a copy").click()
    found.value.save_as(tmp_path / "copy.json")
    text = (tmp_path / "copy.json").read_text(encoding="utf-8")
    assert len(json.loads(text)["events"]) == 1
    assert "for nobody else" not in text


def test_blocked_storage_is_said_and_nothing_breaks(browser: Browser, web_address: str) -> None:
    context = browser.new_context()
    context.add_init_script(BLOCKED)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{web_address}/stored/")
    expect(page.get_by_text("does not let the site store anything")).to_be_visible()
    expect(page.get_by_role("button", name="In this tab only")).to_have_count(0)
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Yes, delete it").click()
    expect(page.get_by_role("status").filter(has_text="Deleted.")).to_be_visible()
    assert faults == []
    context.close()


def test_without_javascript_the_page_explains_and_promises_no_button(
    open_page: Open, address_of: Address
) -> None:
    page = open_page(address_of("stored.md"), java_script_enabled=False)
    for row in KEYS:
        expect(page.get_by_role("heading", name=row.title, exact=True)).to_be_visible()
        expect(page.get_by_text(row.purpose)).to_be_visible()
    expect(page.locator("article").get_by_role("button")).to_have_count(0)
    expect(page.locator("article noscript p")).to_be_visible()


@pytest.mark.parametrize("width", [1280])
def test_the_line_at_the_first_save_is_one_line_and_leads_here(
    width: int, open_page: Open, address_of: Address
) -> None:
    page = open_page(address_of("stored.md"), viewport={"width": width, "height": 800})
    answer(page, address_of)
    line = page.get_by_role("group", name="Where your progress is kept")
    box = line.bounding_box()
    assert box is not None
    assert box["height"] < 60
    line.get_by_role("link", name="What is stored").click()
    expect(page.get_by_role("heading", name="What this site stores", level=1)).to_be_visible()
    expect(now(page, "What you did")).to_contain_text("entries: 1")
