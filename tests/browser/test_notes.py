"""What a learner writes for nobody else: where it is kept, how it is deleted, and that it stays."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from build_tools.adapters.site_build import build
from build_tools.core.source import read
from build_tools.model.load import load
from build_tools.starters import COURSE
from tests.browser.axe import violations
from tests.browser.conftest import served
from tests.conftest import Once

Open = Callable[..., Page]

KEY = "trellis:my-course:private"
MODULE, QUIZ = "modules/first-steps/index.html", "quizzes/first-steps.html"
REFLECT = """
  - id: a-nod
    type: reflect
    was: [nodding]
    objective: rewrite-question
    prompt: How could you ask one question at your door so that a nod is enough?
    answer: I would show two leaflets and say “One of these?”, so that pointing is enough.
    look_for: [Can somebody answer it without a word?]
"""
NOWHERE = "This browser will not save your notes: copy them, or save a file"
SECRET = "The kettle in room 4711 <img src=x onerror=\"document.title='gone'\"></textarea>"
STORED = "place => window[place].getItem('trellis:my-course:private')"
BLOCKED = """for (const name of ["localStorage", "sessionStorage"])
    Object.defineProperty(window, name, {get() { throw new DOMException("denied"); }});"""
FULL = """Storage.prototype.setItem = function () {
    if (!window.emptied) throw new DOMException("full", "QuotaExceededError");
    Storage.prototype.removeItem.call(this, "nothing");
    this[arguments[0]] = arguments[1];
};"""


def make(folder: Path) -> None:
    """The starter course with a reflection in its quiz as well."""
    shutil.copytree(COURSE, folder)
    with (folder / "quizzes/first-steps.yml").open("a", encoding="utf-8") as file:
        file.write(REFLECT)
    course, faults = load(read(folder))
    assert faults == []
    build(folder, folder / "site", course, directory_urls=False)


@pytest.fixture(scope="session")
def notes_site(once: Once) -> Path:
    """That course, built once."""
    return once("notes", make) / "site"


@pytest.fixture(scope="session")
def notes_address(notes_site: Path) -> Iterator[str]:
    """The address at which that course is served."""
    with served(notes_site) as address:
        yield f"{address}/"


@pytest.fixture(params=["http", "file"])
def base(request: pytest.FixtureRequest, notes_site: Path, notes_address: str) -> str:
    """The same course, once served and once as a folder."""
    return notes_address if request.param == "http" else f"{notes_site.as_uri()}/"


def field(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Your own words")


def status(page: Page, text: str) -> None:
    expect(page.get_by_role("status").filter(has_text=text)).to_be_visible()


def write(page: Page, text: str) -> None:
    field(page).fill(text)
    field(page).blur()


def texts(page: Page, place: str = "localStorage") -> dict[str, str]:
    """The notes kept in a place, by their keys."""
    kept = json.loads(page.evaluate(STORED, place) or "{}")
    return {key: note["text"] for key, note in kept.items()}


def again(page: Page, script: str) -> None:
    """Load the page once more, with a script that runs before any other."""
    page.context.add_init_script(script)
    page.reload()


@pytest.mark.parametrize("name", [MODULE, QUIZ])
def test_a_note_is_kept_in_its_tab_alone_and_gone_with_it(
    name: str, base: str, open_page: Open
) -> None:
    page = open_page(base + name)
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    expect(page.locator("article [required]")).to_have_count(0)
    write(page, "Two seats by the door.")
    status(page, "Saved in this tab")
    page.reload()
    expect(field(page)).to_have_value("Two seats by the door.")
    assert page.evaluate(STORED, "localStorage") is None
    other = page.context.new_page()
    other.goto(base + name)
    expect(field(other)).to_have_value("")
    reopened = open_page(base + name, storage_state=page.context.storage_state())
    expect(field(reopened)).to_have_value("")


def test_a_note_kept_on_the_device_is_there_another_day_and_can_be_taken_back(
    notes_address: str, open_page: Open
) -> None:
    page = open_page(notes_address + MODULE)
    write(page, "Two seats by the door.")
    assert page.get_by_role("radio", name="This tab only").is_checked()
    page.get_by_role("radio", name="Keep on this device").check()
    status(page, "Saved on this device")
    assert page.evaluate(STORED, "sessionStorage") is None
    reopened = open_page(notes_address + MODULE, storage_state=page.context.storage_state())
    expect(field(reopened)).to_have_value("Two seats by the door.")
    # The choice is one for all notes.
    reopened.goto(notes_address + QUIZ)
    write(reopened, "A nod will do.")
    status(reopened, "Saved on this device")
    assert texts(reopened) == {
        "first-steps/easy-question": "Two seats by the door.",
        "first-steps/a-nod": "A nod will do.",
    }
    reopened.get_by_role("radio", name="This tab only").check()
    status(reopened, "Saved in this tab")
    assert reopened.evaluate(STORED, "localStorage") is None
    assert len(texts(reopened, "sessionStorage")) == 2


def test_a_course_opened_as_a_file_never_keeps_a_note_on_the_device(
    notes_site: Path, open_page: Open
) -> None:
    page = open_page((notes_site / MODULE).as_uri())
    planted = json.dumps({"first-steps/easy-question": {"text": "Somebody else's", "at": 1}})
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, planted])
    page.reload()
    expect(field(page)).to_have_value("")
    write(page, "Two seats by the door.")
    status(page, "Saved in this tab")
    expect(page.get_by_role("radio", name="Keep on this device")).to_be_hidden()
    expect(page.get_by_text("Here your notes can only be kept in this tab.")).to_be_visible()
    assert page.evaluate("trellis.private.keep('device')") is False
    assert page.evaluate(STORED, "localStorage") == planted


def test_a_note_is_in_no_address_title_request_or_record(base: str, open_page: Open) -> None:
    page = open_page(base + QUIZ)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.post_data}"))
    write(page, SECRET)
    page.get_by_role("button", name="Compare").click()
    page.goto(base + MODULE)
    page.goto(base + QUIZ)
    assert page.evaluate("document.title").startswith("Practice quiz")
    assert "4711" not in page.url + page.title() + "".join(asked)
    stores = "[localStorage, sessionStorage].flatMap((area) => Object.entries(area))"
    holding = [key for key, value in page.evaluate(stores) if "4711" in value]
    assert holding == [KEY]
    assert "4711" not in page.evaluate("trellis.file.write()")
    (event,) = page.evaluate("trellis.record.events")
    assert (event["response"], event["score"], event["max"]) == (["compared"], 0, 0)


def test_hostile_words_are_shown_as_they_were_typed(base: str, open_page: Open) -> None:
    page = open_page(base + QUIZ)
    title = page.title()
    write(page, SECRET)
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("paragraph").filter(has_text=SECRET)).to_be_visible()
    page.reload()
    expect(field(page)).to_have_value(SECRET)
    expect(page.get_by_role("paragraph").filter(has_text=SECRET)).to_be_visible()
    assert page.title() == title


def test_comparing_needs_no_words_and_empties_nothing(base: str, open_page: Open) -> None:
    page = open_page(base + QUIZ)
    answer = page.get_by_text("I would show two leaflets")
    expect(answer).to_be_hidden()
    page.get_by_role("button", name="Compare").click()
    expect(answer).to_be_visible()
    expect(page.get_by_text("Can somebody answer it without a word?")).to_be_visible()
    status(page, "Below is one possible answer")
    write(page, "A nod will do.")
    page.get_by_role("button", name="Compare").click()
    expect(field(page)).to_have_value("A nod will do.")
    expect(page.get_by_role("button", name="Try again").last).to_be_hidden()
    if base.startswith("http"):
        page.get_by_role("radio", name="This tab only").press("Enter")
    assert len(page.evaluate("trellis.record.events")) == 2


def test_words_are_saved_by_themselves_two_seconds_after_the_last_key(
    notes_address: str, open_page: Open
) -> None:
    page = open_page(notes_address + MODULE)
    page.clock.install(time=0)
    page.reload()
    page.clock.pause_at(60_000)
    field(page).press_sequentially("Two seats")
    page.clock.run_for(1900)
    assert page.evaluate(STORED, "sessionStorage") is None
    page.clock.run_for(200)
    assert texts(page, "sessionStorage") == {"first-steps/easy-question": "Two seats"}
    status(page, "Saved in this tab")


def test_words_are_saved_when_the_page_is_left_at_once(base: str, open_page: Open) -> None:
    page = open_page(base + MODULE)
    field(page).press_sequentially("Two seats")
    page.goto(base + QUIZ)
    page.goto(base + MODULE)
    expect(field(page)).to_have_value("Two seats")


def test_the_statement_shows_nothing_of_a_note(notes_address: str, open_page: Open) -> None:
    """What is given to an employer tells what was done, and none of what was thought about it."""
    page = open_page(notes_address + MODULE)
    write(page, SECRET)
    page.get_by_role("radio", name="Keep on this device").check()
    page.get_by_role("button", name=re.compile("^Mark as done")).first.click()
    page.goto(notes_address + QUIZ)
    write(page, SECRET)
    page.get_by_role("button", name="Compare").click()
    page.goto(f"{notes_address}statement.html")
    assert len(texts(page)) == 2
    expect(page.get_by_role("heading", name="Modules begun")).to_be_visible()
    fields = page.locator("input, textarea").evaluate_all("all => all.map(one => one.value)")
    assert "4711" not in page.content() + "".join(fields)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert "4711" not in page.content()


@pytest.mark.parametrize("script", [BLOCKED, FULL], ids=["blocked", "full"])
def test_where_nothing_can_be_saved_the_page_says_so_and_the_words_stay(
    script: str, base: str, open_page: Open
) -> None:
    page = open_page(base + QUIZ)
    again(page, script)
    write(page, "Two seats by the door.")
    status(page, NOWHERE)
    field(page).press_sequentially(" And a plant.")
    field(page).blur()
    expect(field(page)).to_have_value("Two seats by the door. And a plant.")
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("paragraph").filter(has_text="And a plant.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save this note as a file").click()
    assert "And a plant." in Path(download.value.path()).read_text(encoding="utf-8")


def test_what_a_full_browser_did_not_take_is_saved_once_there_is_room(
    notes_address: str, open_page: Open
) -> None:
    page = open_page(notes_address + MODULE)
    again(page, FULL)
    write(page, "Two seats by the door.")
    status(page, NOWHERE)
    page.get_by_role("radio", name="Keep on this device").click()
    status(page, NOWHERE)
    page.evaluate("window.emptied = true")
    write(page, "Two seats.")
    status(page, "Saved in this tab")
    assert texts(page, "sessionStorage") == {"first-steps/easy-question": "Two seats."}


def test_where_only_the_device_is_blocked_notes_stay_in_the_tab(
    notes_address: str, open_page: Open
) -> None:
    page = open_page(notes_address + MODULE)
    again(page, BLOCKED.replace(', "sessionStorage"', ""))
    write(page, "Two seats.")
    status(page, "Saved in this tab")
    expect(page.get_by_role("radio", name="Keep on this device")).to_be_hidden()


@pytest.mark.parametrize("place", ["localStorage", "sessionStorage"])
@pytest.mark.parametrize("damaged", ['{"first-steps/eas', "", "null", "[1, 2]", "7", '"text"'])
def test_a_damaged_document_is_kept_beside_the_new_note(
    damaged: str, place: str, notes_address: str, open_page: Open
) -> None:
    page = open_page(notes_address + MODULE)
    page.evaluate("([p, k, text]) => window[p].setItem(k, text)", [place, KEY, damaged])
    page.reload()
    expect(field(page)).to_have_value("")
    write(page, "Two seats.")
    assert texts(page, place) == {
        "unreadable": damaged,
        "first-steps/easy-question": "Two seats.",
    }


def test_what_is_no_note_stays_where_it_is_and_is_not_shown(
    notes_address: str, open_page: Open
) -> None:
    page = open_page(notes_address + MODULE)
    odd: dict[str, Any] = {"__proto__": {"text": "x", "at": 1}, "later": {"words": ["a"]}, "n": 3}
    page.evaluate(
        "([k, t]) => sessionStorage.setItem(k, t)",
        [KEY, json.dumps({**odd, "first-steps/easy-question": {"text": 5, "at": "now"}})],
    )
    page.reload()
    expect(field(page)).to_have_value("")
    write(page, "Two seats.")
    page.get_by_role("radio", name="Keep on this device").check()
    kept = json.loads(page.evaluate(STORED, "localStorage"))
    assert kept.pop("first-steps/easy-question")["text"] == "Two seats."
    assert kept == odd


def test_two_tabs_keep_each_others_notes_and_show_each_others_changes(
    notes_address: str, open_page: Open
) -> None:
    one = open_page(notes_address + MODULE)
    two = one.context.new_page()
    two.goto(notes_address + QUIZ)
    write(two, "A nod will do.")
    write(one, "Two seats.")
    one.get_by_role("radio", name="Keep on this device").check()
    # The other tab's note goes along with the choice.
    expect(two.get_by_role("radio", name="Keep on this device")).to_be_checked()
    both = {"first-steps/easy-question": "Two seats.", "first-steps/a-nod": "A nod will do."}
    assert texts(one) == both
    three = one.context.new_page()
    three.goto(notes_address + MODULE)
    write(three, "Two seats and a plant.")
    expect(field(one)).to_have_value("Two seats and a plant.")
    assert texts(two) == {**both, "first-steps/easy-question": "Two seats and a plant."}
    three.get_by_role("button", name="Delete this note").click()
    three.get_by_role("button", name="Yes, delete it").click()
    expect(field(one)).to_have_value("")


def test_two_people_at_one_note_lose_nothing(notes_address: str, open_page: Open) -> None:
    """A field somebody is writing in is left alone; what came from elsewhere goes below."""
    one = open_page(notes_address + MODULE)
    write(one, "Seats.")
    one.get_by_role("radio", name="Keep on this device").check()
    two = one.context.new_page()
    two.goto(notes_address + MODULE)
    one.clock.install(time="2026-11-21T10:00:00Z")
    one.clock.pause_at("2026-11-21T11:00:00Z")
    field(one).fill("From one.")
    write(two, "From two.")
    expect(field(one)).to_have_value("From one.")
    field(one).blur()
    expect(field(one)).to_have_value("From one.\n\nFrom two.")
    expect(field(two)).to_have_value("From one.\n\nFrom two.")


def test_deleting_asks_first_and_leaves_nothing(base: str, open_page: Open) -> None:
    page = open_page(base + MODULE)
    write(page, "Two seats.")
    page.get_by_role("button", name="Delete this note").press("Enter")
    sure = page.get_by_role("group", name="Delete this note? It cannot be brought back.")
    expect(sure).to_be_focused()
    sure.get_by_role("button", name="Leave it").press("Enter")
    expect(page.get_by_role("button", name="Delete this note")).to_be_focused()
    expect(field(page)).to_have_value("Two seats.")
    page.get_by_role("button", name="Delete this note").press("Enter")
    sure.get_by_role("button", name="Yes, delete it").press("Enter")
    status(page, "The note is deleted.")
    expect(field(page)).to_have_value("")
    expect(field(page)).to_be_focused()
    assert page.evaluate(STORED, "sessionStorage") is None
    write(page, "Two seats.")
    write(page, "  ")
    assert page.evaluate(STORED, "sessionStorage") is None


def test_a_note_can_be_saved_as_a_file_with_a_name_that_says_nothing(
    base: str, open_page: Open
) -> None:
    page = open_page(base + MODULE)
    write(page, "Two seats.\nAnd a plant.")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save this note as a file").click()
    assert download.value.suggested_filename == "notes.txt"
    question = "Which question at your door is hard to answer in front of others?"
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert text == f"{question}\n\nTwo seats.\nAnd a plant."


def test_a_note_is_printed_alone_when_asked_and_never_with_the_page(
    notes_address: str, open_page: Open
) -> None:
    page = open_page(notes_address + QUIZ)
    title = page.title()
    write(page, SECRET)
    page.get_by_role("button", name="Compare").click()
    page.emulate_media(media="print")
    expect(field(page)).to_be_hidden()
    assert "4711" not in page.locator("body").inner_text()
    page.emulate_media(media="screen")
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print this note").click()
    page.emulate_media(media="print")
    printed = page.locator("body").inner_text().strip()
    assert (
        printed
        == f"How could you ask one question at your door so that a nod is enough?\n\n{SECRET}"
    )
    assert page.title() == "notes"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.title() == title
    expect(field(page)).to_be_visible()


def test_a_file_brings_a_note_once_and_never_over_a_newer_one(
    notes_address: str, open_page: Open
) -> None:
    page = open_page(notes_address + MODULE)
    write(page, "Two seats.")
    assert "Two seats" not in page.evaluate("trellis.file.write()")
    saved = page.evaluate("trellis.file.write({ notes: true })")
    other = open_page(notes_address + MODULE)
    assert other.evaluate("text => trellis.file.read(text).notes", saved) == 1
    expect(field(other)).to_have_value("Two seats.")
    assert other.evaluate("text => trellis.file.read(text).notes", saved) == 0
    write(other, "Two seats and a plant.")
    assert other.evaluate("text => trellis.file.read(text).notes", saved) == 0
    expect(field(other)).to_have_value("Two seats and a plant.")


def test_a_note_is_found_after_its_question_was_renamed(
    notes_address: str, open_page: Open
) -> None:
    page = open_page(notes_address + QUIZ)
    old = json.dumps({"first-steps/nodding": {"text": "A nod.", "at": 5}})
    page.evaluate("([k, t]) => sessionStorage.setItem(k, t)", [KEY, old])
    page.reload()
    expect(field(page)).to_have_value("A nod.")
    write(page, "A nod will do.")
    assert texts(page, "sessionStorage") == {"first-steps/a-nod": "A nod will do."}


def test_without_javascript_there_are_lines_and_the_answer(base: str, open_page: Open) -> None:
    for name in (MODULE, QUIZ):
        page = open_page(base + name, java_script_enabled=False)
        expect(field(page)).to_have_count(0)
        expect(page.locator(".tr-note__lines").last).to_be_visible()
        page.locator("summary", has_text="One possible answer").press("Enter")
        answer = "We ask for a date of birth" if name == MODULE else "I would show two leaflets"
        expect(page.get_by_text(answer)).to_be_visible()


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_in_any_state_of_a_note(
    look: str, width: int, notes_address: str, open_page: Open
) -> None:
    page = open_page(
        notes_address + QUIZ, color_scheme=look, viewport={"width": width, "height": 640}
    )
    found = violations(page)
    write(page, "A nod. " + "unbrokenword" * 30)
    found += violations(page)
    page.get_by_role("radio", name="Keep on this device").check()
    page.get_by_role("button", name="Compare").click()
    page.get_by_role("button", name="Delete this note").click()
    found += violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="Yes, delete it").click()
    found += violations(page)
    assert found == []
