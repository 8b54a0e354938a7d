"""My learning: what is done, what to look at again, and the record in the learner's hands."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from build_tools.learning.file import RecordFile, read_file
from tests.browser import learners_course
from tests.browser.axe import violations
from tests.browser.records import (
    BLOCKED,
    FULL,
    PREFIX,
    answer,
    answered,
    done,
    events,
    file_of,
    keys,
    mark,
    now,
    put,
    saved,
    uuid,
)

Open = Callable[..., Page]
Address = Callable[[str], str]
QUIZ, MODULE, LEARNING = "quizzes/hard-days.md", "modules/hard-days/index.md", "my-learning.md"
FIRST, CRITICAL, LAST = (f"hard-days/{id}" for id in learners_course.HARD)
HOSTILE = (
    "<img src=x onerror=\"document.title='gone'\"></textarea><script>document.title='gone'</script>"
)


def area(page: Page, title: str) -> Locator:
    return page.get_by_role("heading", name=title, exact=True).locator("xpath=..")


def again(page: Page) -> Locator:
    """The questions to look at again."""
    heading = page.get_by_role("heading", name="To look at again", exact=True)
    return heading.locator("xpath=following-sibling::div[1]").get_by_role("listitem")


def load(page: Page, text: str | bytes, name: str = "progress.json") -> None:
    data = text.encode() if isinstance(text, str) else text
    # A file on disk, since 20 MiB are slow to hand over in words.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        # Opened from a folder, every page offers it at its foot as well.
        page.get_by_role("main").get_by_label("Load a copy").set_input_files(path)
        expect(
            page.get_by_role("status").filter(has_text=re.compile("file|Loaded"))
        ).to_be_visible()


def said(page: Page, words: str) -> None:
    expect(page.get_by_role("status").filter(has_text=words)).to_be_visible()


# -- what is done ----------------------------------------------------------------------------


def test_what_is_done_agrees_with_the_buttons_pressed(open_page: Open, learners: Address) -> None:
    """By area and by pathway; unmarking counts as well."""
    page = open_page(learners(MODULE))
    for title in ("Calm", "A hard moment", "After"):
        mark(page, title)
    page.goto(learners("modules/small-turns/index.md"))
    mark(page, "After")
    page.goto(learners(LEARNING))
    safety = area(page, "Safety")
    expect(safety).to_contain_text("1 of 2 modules done")
    lines = safety.get_by_role("listitem")
    expect(lines.filter(has_text="Hard days")).to_contain_text("All parts done")
    expect(lines.filter(has_text="Small turns")).to_contain_text("1 of 3 parts done")
    expect(area(page, "Awareness")).to_contain_text(re.compile("0 of 1 modules? done"))
    pathway = page.locator("summary", has_text="Everyone")
    expect(pathway).to_contain_text("1 of 3 modules done")
    page.goto(learners(MODULE))
    mark(page, "Calm")
    page.goto(learners(LEARNING))
    expect(safety).to_contain_text("0 of 2 modules done")
    expect(lines.filter(has_text="Hard days")).to_contain_text("2 of 3 parts done")
    expect(pathway).to_contain_text("0 of 3 modules done")


def test_a_part_is_marked_and_unmarked_by_clicks_and_nothing_was_ever_locked(
    open_page: Open, learners_address: Address
) -> None:
    """The bar says the same as the words beside it, and no order of doing things is forced."""
    page = open_page(learners_address(MODULE))
    shut = ":is(article, nav) :is(:disabled, [aria-disabled=true])"
    bar = page.get_by_role("progressbar", name="Parts done")
    line = bar.locator("xpath=..")
    expect(bar).to_be_hidden()
    titles = ("After", "Calm", "A hard moment")
    steps = [("After", 1), ("Calm", 2), ("Calm", 1), ("Calm", 2), (titles[2], 3), ("After", 2)]
    for title, number in steps:
        button = page.get_by_role("button", name=f"Mark as done: {title}", exact=True)
        before = button.get_attribute("aria-pressed")
        button.click()
        pressed = {"false": "true", "true": "false"}[before or ""]
        expect(button).to_have_attribute("aria-pressed", pressed)
        assert bar.evaluate("bar => [bar.value, bar.max]") == [number, 3]
        words = "All parts done" if number == 3 else f"{number} of 3 parts done"
        assert line.inner_text().strip() == words
        assert page.locator(shut).count() == 0
    for uri in ("index.md", "contents.md", "pathways/everyone.md", LEARNING, QUIZ):
        page.goto(learners_address(uri))
        assert page.locator(shut).count() == 0, uri
        if uri != QUIZ:
            expect(
                page.get_by_role("main").get_by_role("link", name="Hard days").first
            ).to_be_visible()


def test_carry_on_leads_to_what_was_done_last(open_page: Open, learners: Address) -> None:
    """To a module that is not finished; where all is done, there is no such link."""
    page = open_page(learners(MODULE))
    mark(page, "Calm")
    page.goto(learners("modules/small-turns/index.md"))
    mark(page, "After")
    page.goto(learners(LEARNING))
    page.get_by_role("link", name="Carry on: Small turns").click()
    expect(page).to_have_url(
        learners("modules/small-turns/index.md") + "#after"
        if ".html" in page.url
        else re.compile(r"/modules/small-turns/#after$")
    )
    for title in ("Calm", "A hard moment"):
        mark(page, title)
    page.goto(learners(LEARNING))
    expect(page.get_by_role("link", name="Carry on: Hard days")).to_be_visible()
    page.goto(learners(MODULE))
    for title in ("A hard moment", "After"):
        mark(page, title)
    page.goto(learners(LEARNING))
    expect(page.get_by_role("link", name=re.compile("^Carry on"))).to_have_count(0)


def test_answers_to_revisit_stand_with_the_critical_ones_first(
    open_page: Open, learners: Address
) -> None:
    """Each leads to its question; one answered well since, or of an earlier edition, is gone."""
    page = open_page(learners(LEARNING))
    put(
        page,
        [
            answered(1, FIRST, right=False, days_ago=3),
            answered(2, "first-steps/late-with-a-pushchair", right=False, days_ago=2),
            answered(3, LAST, right=False, days_ago=2),
            answered(4, LAST, right=True, days_ago=1),
            answered(5, CRITICAL, right=False, days_ago=1),
            answered(6, "small-turns/turn-one", right=False, days_ago=1, rev=9),
            answered(7, "no-such/question", right=False),
        ],
    )
    expect(again(page)).to_have_count(3)
    expect(again(page).first).to_contain_text("What about who-to-ring?")
    again(page).first.get_by_role("link").click()
    expect(page.get_by_role("heading", name="Practice quiz: Hard days")).to_be_visible()
    assert page.url.endswith("#q-who-to-ring")


def test_a_question_outside_the_draw_is_shown_to_whoever_comes_for_it(
    open_page: Open, learners: Address
) -> None:
    """A missed question of an earlier draw is waiting in My learning; its link must lead to it."""
    page = open_page(learners(LEARNING))
    items = ["turn-two", "turn-three", "turn-now"]
    draw = {"id": uuid(2), "at": now(), "kind": "draw", "quiz": "small-turns", "items": items}
    put(page, [answered(1, "small-turns/turn-one", right=False), draw])
    again(page).get_by_role("link", name="What about turn-one?").click()
    for item in ("turn-one", *items):
        expect(page.get_by_role("group", name=f"What about {item}?")).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile(r"^Question \d of 4$"))).to_have_count(4)


# -- how long have you got? ------------------------------------------------------------------


def offers(page: Page, minutes: int) -> Locator:
    button = page.get_by_role("button", name=f"{minutes} minutes", exact=True)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    return page.get_by_role("status").get_by_role("listitem")


@pytest.mark.parametrize("minutes", [5, 10, 20])
def test_each_time_offers_a_part_a_moment_of_a_story_and_questions(
    minutes: int, open_page: Open, learners: Address
) -> None:
    """What is sensitive stands behind its note, with a summary that gives nothing away."""
    page = open_page(learners(LEARNING))
    put(page, [answered(1, LAST, right=True, days_ago=2), done(2, "hard-days", "calm")])
    found = offers(page, minutes)
    expect(found).to_have_count(3)
    part, story, questions = found.all()
    # The next part of the module that was open last is the sensitive one.
    for entry, note, link in (
        (part, learners_course.NOTE, "A hard moment"),
        (story, learners_course.STORY_NOTE, "In the hall"),
    ):
        expect(entry.get_by_role("link")).to_have_count(0)
        expect(entry.get_by_text(note)).to_be_hidden()
        entry.get_by_text("This one has a content note.").click()
        expect(entry.get_by_text(note)).to_be_visible()
        expect(entry.get_by_role("link", name=link)).to_be_visible()
    expect(questions).to_contain_text("Look at a few questions again")
    assert violations(page) == []


def test_a_theme_that_was_skipped_is_never_offered(open_page: Open, learners: Address) -> None:
    page = open_page(learners(MODULE))
    page.get_by_role("link", name="Skip to “After”").click()
    page.goto(learners(LEARNING))
    put(page, [answered(1, FIRST, right=False, days_ago=9), done(2, "hard-days", "calm")])
    for minutes in (5, 10, 20):
        found = offers(page, minutes)
        expect(found).to_have_count(1)
        expect(found).to_contain_text("After")
        expect(page.get_by_role("status").locator("details")).to_have_count(0)
    expect(again(page)).to_have_count(0)


def test_somebody_who_has_done_everything_is_told_that_a_pause_is_good(
    open_page: Open, learners_address: Address
) -> None:
    page = open_page(learners_address(LEARNING))
    parts = {
        "first-steps": ("at-the-door", "one-question", "summary", "think-it-over", "try-it"),
        "hard-days": ("calm", "hard-moment", "after"),
        "small-turns": ("calm", "hard-moment", "after"),
    }
    places = [(module, part) for module, all in parts.items() for part in all]
    put(page, [done(n, *place) for n, place in enumerate(places)])
    page.evaluate("key => sessionStorage.setItem(key, '[\"violence\"]')", f"{PREFIX}skip")
    page.reload()
    page.get_by_role("button", name="5 minutes", exact=True).click()
    said(page, "A pause is a good use of the time.")


def test_a_good_stopping_place_is_told_after_what_one_came_for(
    open_page: Open, learners: Address
) -> None:
    """Not before, not after something else, and once."""
    stop = "This is a good place to stop."
    page = open_page(learners(LEARNING))
    put(page, [done(1, "small-turns", "calm")])
    offers(page, 10).first.get_by_role("link").click()
    expect(page.get_by_role("heading", name="Small turns", level=1)).to_be_visible()
    assert "stop=section" in page.url
    expect(page.get_by_text(stop)).to_have_count(0)
    mark(page, "A hard moment")
    said(page, stop)
    mark(page, "After")
    expect(page.get_by_text(stop)).to_have_count(1)
    page.goto(learners(LEARNING))
    story = offers(page, 10).filter(has_text="Decide one moment")
    story.get_by_text("This one has a content note.").click()
    story.get_by_role("link").click()
    expect(page.get_by_text(stop)).to_have_count(0)
    mark(page, "Calm")
    expect(page.get_by_text(stop)).to_have_count(0)
    page.get_by_role("button", name=re.compile("^Start")).click()
    page.get_by_role("radio", name="Sam waits.").check()
    page.get_by_role("button", name=re.compile("^See what")).click()
    said(page, stop)


# -- saving and loading ----------------------------------------------------------------------


def test_what_was_saved_is_restored_in_another_browser(open_page: Open, learners: Address) -> None:
    """Parts, answers and the order of everything; loading the first time asks where to keep it."""
    page = open_page(learners(MODULE))
    mark(page, "Calm")
    page.goto(learners(QUIZ))
    answer(page, "who-to-ring")
    page.goto(learners(LEARNING))
    file = saved(page, page.get_by_role("main").get_by_role("button", name="Save a copy"))
    said(page, "A file was made.")
    assert file["course"] == {"id": "my-course", "version": "1.0"}
    assert "private" not in file
    other = open_page(learners(LEARNING))
    load(other, json.dumps(file))
    said(other, "Loaded. What was in the file is now part of what is here.")
    expect(again(other)).to_have_count(1)
    expect(area(other, "Safety")).to_contain_text("1 of 3 parts done")
    expect(other.get_by_role("group", name="Where your progress is kept")).to_be_visible()
    other.reload()
    assert events(other) == events(page)
    other.goto(learners(MODULE))
    calm = other.get_by_role("button", name="Mark as done: Calm")
    expect(calm).to_have_attribute("aria-pressed", "true")
    other.goto(learners(QUIZ))
    expect(other.get_by_role("radio", name="This is far off").nth(1)).to_be_checked()


def test_what_a_browser_saved_is_read_by_python_too(
    open_page: Open, learners_address: Address
) -> None:
    """Answers, parts and notes, saved from two places: both files are sound, and say the same."""
    page = open_page(learners_address(MODULE))
    mark(page, "Calm")
    page.goto(learners_address(QUIZ))
    answer(page, "who-to-ring")
    page.evaluate("trellis.private.write('first-steps/easy-question', 'Two seats. ❤ \\ud83d')")
    page.goto(learners_address(LEARNING))
    kept = events(page)
    assert [event["kind"] for event in kept] == ["section", "answer"]
    main = page.get_by_role("main")
    main.get_by_role("button", name="Save a file and clear").click()
    for name in ("Save a copy", "Yes, save and clear now"):
        with page.expect_download() as download:
            main.get_by_role("button", name=name).click()
        text = Path(download.value.path()).read_text(encoding="utf-8")
        read = read_file(text, learners_course.ID)
        assert isinstance(read, RecordFile), read
        assert (read.course, read.version) == (learners_course.ID, "1.0")
        assert [dict(event) for event in read.events] == kept
        assert ("Two seats." in text) == (name != "Save a copy")


def test_loading_combines_and_never_overwrites(open_page: Open, learners: Address) -> None:
    """The newer of two says how it stands, whichever was here first; loading twice adds nothing."""
    page = open_page(learners(LEARNING))
    put(page, [answered(1, LAST, right=True), done(2, "hard-days", "calm")])
    older = [answered(3, LAST, right=False, days_ago=4), answered(4, CRITICAL, right=False)]
    load(page, json.dumps(file_of([*older, done(2, "hard-days", "calm")])))
    said(page, "Loaded. What was in the file is now part of what is here.")
    assert {event["id"] for event in events(page)} == {uuid(n) for n in (1, 2, 3, 4)}
    expect(again(page)).to_have_count(1)
    expect(again(page)).to_contain_text("who-to-ring")
    load(page, json.dumps(file_of(older)))
    said(page, "Everything in the file was here already.")
    page.reload()
    assert len(events(page)) == 4


SOUND = answered(1, FIRST, right=True)
REFUSED: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "cut off"),
    "cut off": (json.dumps(file_of([SOUND]))[:-7], "cut off"),
    "binary": (bytes(range(256)) * 9, "cut off"),
    "a zip": (b"PK\x03\x04" + b"\0" * 99, "cut off"),
    "something else": ('{"name": "a game"}', "holds something else"),
    "a list": ("[]", "holds something else"),
    "an odd format": ('{"format": {"toString": 1}}', "holds something else"),
    "newer": (json.dumps({**file_of([]), "format": "trellis-record/2"}), "a newer version"),
    "another course": (
        json.dumps({**file_of([SOUND]), "course": {"id": "other", "version": "1"}}),
        "belongs to another course",
    ),
    "forged score": (json.dumps(file_of([{**SOUND, "score": 2}])), "was changed"),
    "forged kind": (json.dumps(file_of([SOUND, {**SOUND, "kind": ["answer"]}])), "was changed"),
    "odd kind": (json.dumps(file_of([{**SOUND, "kind": {"toString": 1}}])), "was changed"),
    "more in an event": (json.dumps(file_of([{**SOUND, "name": "Kim"}])), "was changed"),
    "odd number": (json.dumps({**file_of([SOUND]), "pid": HOSTILE}), "was changed"),
    "odd notes": (json.dumps({**file_of([SOUND]), "private": {"a": 1}}), "was changed"),
    "too big": (b" " * (20 * 1024 * 1024 + 1), "larger than any record"),
}


@pytest.mark.parametrize(("text", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_a_file_that_cannot_be_taken_says_why_and_changes_nothing(
    text: str | bytes, words: str, open_page: Open, learners_address: Address
) -> None:
    page = open_page(learners_address(LEARNING))
    put(page, [answered(9, CRITICAL, right=False)])
    before = page.evaluate("[{...localStorage}, {...sessionStorage}]")
    load(page, text)
    said(page, words)
    said(page, "Nothing was changed")
    assert page.evaluate("[{...localStorage}, {...sessionStorage}]") == before
    assert [event["id"] for event in events(page)] == [uuid(9)]
    # The same file can be chosen once more.
    load(page, json.dumps(file_of([SOUND])))
    said(page, "Loaded.")


def test_hostile_words_in_a_file_are_shown_as_words(open_page: Open, learners: Address) -> None:
    """Nothing in a file can run, be it a note, a response or the name of a part."""
    page = open_page(learners(LEARNING))
    title = page.title()
    notes = {
        "first-steps/easy-question": {"text": HOSTILE, "at": 5},
        HOSTILE: {"text": "x", "at": 6},
    }
    record: list[Any] = [
        {**answered(1, FIRST, right=False), "response": [HOSTILE]},
        {**done(2, "hard-days", "calm"), "page": HOSTILE, "heading": HOSTILE},
        {**done(3, "hard-days", "calm"), "heading": HOSTILE},
    ]
    load(page, json.dumps(file_of(record, private=notes, organisation=HOSTILE)))
    said(page, "Loaded.")
    expect(page.get_by_text(HOSTILE)).to_be_visible()
    for uri in (LEARNING, "index.md", "review.md", QUIZ, MODULE):
        page.goto(learners(uri))
        assert page.locator("img[src=x]").count() == 0
        assert page.title() != "gone"
    page.goto(learners(LEARNING))
    assert page.title() == title


@pytest.mark.parametrize("script", [BLOCKED, FULL], ids=["blocked", "full"])
def test_a_file_loaded_where_nothing_can_be_kept_is_shown_and_said_not_to_be_kept(
    script: str, open_page: Open, learners_address: Address
) -> None:
    """And “Delete everything” leaves nothing of it in the page, its notes included."""
    page = open_page(learners_address(LEARNING))
    page.context.add_init_script(script)
    page.reload()
    notes = {"first-steps/easy-question": {"text": "Two seats.", "at": 5}}
    load(page, json.dumps(file_of([answered(1, CRITICAL, right=False)], private=notes)))
    expect(again(page)).to_have_count(1)
    told = page.get_by_text("This browser is not saving your progress: its storage is blocked")
    expect(told).to_be_visible()
    expect(page.get_by_text("Two seats.")).to_be_visible()
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Yes, delete it").click()
    expect(again(page)).to_have_count(0)
    expect(page.get_by_text("Two seats.")).to_have_count(0)


# -- other people ----------------------------------------------------------------------------


def test_someone_else_is_using_this_device_saves_and_clears_in_two_clicks(
    open_page: Open, learners: Address
) -> None:
    """The file holds private writing too, has a neutral name, and brings everything back."""
    page = open_page(learners(QUIZ))
    answer(page, "who-to-ring")
    page.evaluate("trellis.private.write('first-steps/easy-question', 'Two seats.')")
    page.goto(learners(LEARNING))
    page.get_by_role("button", name="Save a file and clear").press("Enter")
    file = saved(page, page.get_by_role("button", name="Yes, save and clear now"))
    expect(page.get_by_role("status").filter(has_text="nothing of yours is kept")).to_be_focused()
    assert file["private"]["first-steps/easy-question"]["text"] == "Two seats."
    assert keys(page) == []
    assert keys(page, "sessionStorage") == []
    expect(again(page)).to_have_count(0)
    expect(page.get_by_text("Nothing is kept yet.")).to_be_visible()
    # Leaving the page writes nothing after it.
    page.goto(learners(QUIZ))
    assert keys(page) == []
    assert keys(page, "sessionStorage") == []
    page.goto(learners(LEARNING))
    load(page, json.dumps(file))
    said(page, "Loaded.")
    expect(page.get_by_text("Two seats.")).to_be_visible()
    expect(again(page)).to_have_count(1)


def test_what_was_opened_by_mistake_can_be_left_as_it_is(
    open_page: Open, learners_address: Address
) -> None:
    """Both questions take the focus, and give it back to the button that was pressed."""
    page = open_page(learners_address(LEARNING))
    put(page, [answered(1, CRITICAL, right=False)])
    for button, back in (
        ("Save a file and clear", "Leave it as it is"),
        ("Delete everything", "Keep it"),
    ):
        page.get_by_role("button", name=button).press("Enter")
        page.keyboard.press("Tab")
        page.get_by_role("button", name=back).press("Enter")
        expect(page.get_by_role("button", name=button)).to_be_focused()
    assert len(events(page)) == 1
    assert keys(page) == [f"record:{'f' * 16}:0"]


# -- how it looks ----------------------------------------------------------------------------


def full_record() -> list[Any]:
    """Something for every part of the page."""
    names = (FIRST, CRITICAL, LAST, "small-turns/turn-one", "first-steps/what-precautions-mean")
    return [
        *(answered(n, name, right=n > 2, days_ago=30) for n, name in enumerate(names)),
        done(20, "hard-days", "calm"),
        done(21, "small-turns", "after"),
    ]


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 800), (320, 256)], ids=["1280", "320"])
def test_axe_finds_nothing_in_any_state_and_nothing_is_wider_than_the_page(
    look: str, size: tuple[int, int], open_page: Open, learners_address: Address
) -> None:
    """Empty, full, with offers, with a note, with both questions open, loaded and refused."""
    width, height = size
    page = open_page(
        learners_address(LEARNING),
        color_scheme=look,
        viewport={"width": width, "height": height},
        reduced_motion="reduce",
    )
    found = violations(page)
    put(page, full_record())
    page.evaluate("trellis.private.write('first-steps/easy-question', 'unbroken'.repeat(60))")
    page.reload()
    page.get_by_role("button", name="10 minutes").click()
    page.evaluate(
        "document.querySelectorAll('article details').forEach((one) => (one.open = true))"
    )
    for name in ("Save a file and clear", "Delete everything"):
        page.get_by_role("button", name=name).click()
    load(page, "")
    said(page, "cut off")
    found += violations(page)
    load(page, json.dumps(file_of([answered(77, LAST, right=False)])))
    said(page, "Loaded.")
    found += violations(page)
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_in_forced_colours_the_chosen_time_still_stands_out(
    open_page: Open, learners_address: Address
) -> None:
    page = open_page(learners_address(LEARNING), forced_colors="active")
    page.get_by_role("button", name="10 minutes").click()
    looks = page.get_by_role("button", name=re.compile(r"^\d+ minutes$")).evaluate_all(
        """all => all.map((button) => {
            const style = getComputedStyle(button);
            return [style.borderTopWidth, style.backgroundColor, style.textDecorationLine].join();
        })"""
    )
    assert looks[1] not in (looks[0], looks[2])


def test_without_javascript_the_page_says_why_it_is_empty(
    open_page: Open, learners_address: Address
) -> None:
    """What could not work is not there; the modules are."""
    page = open_page(learners_address(LEARNING), java_script_enabled=False)
    expect(page.locator("noscript p")).to_contain_text("This page needs JavaScript")
    assert page.get_by_role("article").get_by_role("button").count() == 0
    expect(page.get_by_role("link", name="Hard days").first).to_be_visible()
