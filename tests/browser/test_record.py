"""The learner's record in the browser's storage: written late, in small parts, and never lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import learners_course
from tests.browser.records import (
    BLOCKED,
    FULL,
    PID,
    PREFIX,
    RECORD,
    SPY,
    answer,
    answered,
    events,
    file_of,
    keys,
    mark,
    now,
    put,
    question,
    saved,
    stored,
    uuid,
)

Open = Callable[..., Page]
Address = Callable[[str], str]
QUIZ, MODULE, LEARNING = "quizzes/hard-days.md", "modules/hard-days/index.md", "my-learning.md"
ITEMS = learners_course.HARD
TAB = "sessionStorage"


def again(page: Page, script: str) -> None:
    """Load the page once more, with a script that runs before any other."""
    page.context.add_init_script(script)
    page.reload()


def another(page: Page, address: str, copied: dict[str, str] | None = None) -> Page:
    """Open a second tab of the same browser, with a copy of a tab's storage if it is duplicated."""
    other = page.context.new_page()
    if copied is not None:
        other.add_init_script(
            f"""if (!sessionStorage.length) for (const [key, text] of
                Object.entries({json.dumps(copied)})) sessionStorage.setItem(key, text);"""
        )
    other.goto(address)
    return other


def keep_line(page: Page) -> Locator:
    return page.get_by_role("group", name="Where your progress is kept")


def choose(page: Page, words: str) -> None:
    keep_line(page).get_by_role("button", name=words, exact=True).click()


# -- what is written, and when ---------------------------------------------------------------


def test_nothing_is_written_before_an_act_and_one_answer_writes_one_segment(
    open_page: Open, learners: Address
) -> None:
    """Neither opening pages nor choosing an option leaves a trace; the button does, once."""
    page = open_page(learners("index.md"))
    again(page, SPY)
    for uri in (MODULE, LEARNING, "review.md", "quizzes/small-turns.md", QUIZ):
        page.goto(learners(uri))
        assert page.evaluate("window.writes") == []
    question(page, ITEMS[0]).get_by_role("radio").first.check()
    assert page.evaluate("window.writes") == []
    answer(page, ITEMS[0])
    writes = page.evaluate("window.writes")
    assert [key.removeprefix(PREFIX).split(":")[0] for key, _ in writes] == [
        "writer",
        "record",
        "asked",
    ]
    (event,) = json.loads(writes[1][1])
    assert (event["quiz"], event["item"], event["response"]) == ("hard-days", ITEMS[0], ["far"])


def test_the_second_segment_begins_after_200_events(
    open_page: Open, learners_address: Address
) -> None:
    """An act writes its own segment and never the whole record."""
    page = open_page(learners_address(QUIZ))
    again(page, SPY)
    page.evaluate(
        """() => { for (let n = 0; n < 401; n += 1)
            trellis.record.add({kind: "phase", phase: "a", state: "b"}); }"""
    )
    assert [len(segment) for segment in stored(page)] == [200, 200, 1]
    page.evaluate("window.writes.length = 0")
    answer(page, ITEMS[0])
    writes = [(k, t) for k, t in page.evaluate("window.writes") if k.startswith(RECORD)]
    assert len(writes) == 1
    assert writes[0][0].endswith(":2")
    assert len(json.loads(writes[0][1])) == 2
    assert len(events(page)) == 402


def test_a_tab_goes_on_with_its_segment_from_page_to_page(
    open_page: Open, learners: Address
) -> None:
    page = open_page(learners(QUIZ))
    answer(page, ITEMS[0])
    page.goto(learners(MODULE))
    mark(page, "Calm")
    page.reload()
    mark(page, "After")
    assert [len(segment) for segment in stored(page)] == [3]


def test_a_record_survives_strange_names_of_its_own_segments(
    open_page: Open, learners_address: Address
) -> None:
    """A number that is none must not make the next segment endless or unreadable."""
    page = open_page(learners_address(QUIZ))
    full = [answered(n, "hard-days/door-slams", right=True) for n in range(200)]
    for end in ("NaN", "Infinity", "1e99", "-1", "", "0"):
        key = f"{RECORD}{'a' * 16}:{end}"
        page.evaluate("([k, t]) => localStorage.setItem(k, t)", [key, json.dumps(full)])
    page.evaluate("k => sessionStorage.setItem(k, 'a'.repeat(16))", f"{PREFIX}writer")
    page.reload()
    answer(page, ITEMS[1])
    assert f"record:{'a' * 16}:1" in keys(page)
    page.reload()
    assert len(events(page)) == 201


# -- several tabs ----------------------------------------------------------------------------


ADD = """([tag, number]) => { window.adding = new Promise((done) => {
    let count = 0;
    const add = () => {
        trellis.record.add({kind: "phase", phase: `${tag}-${count}`, state: "x"});
        count += 1;
        if (count < number) setTimeout(add, 1); else done();
    };
    add();
}); }"""


@pytest.mark.parametrize("way", ["opened", "duplicated"])
def test_two_tabs_at_once_lose_nothing(
    way: str, open_page: Open, learners_address: Address
) -> None:
    """Browsers show one tab late what another wrote, so no two write the same segment."""
    one = open_page(learners_address(QUIZ))
    answer(one, ITEMS[0])
    copied: dict[str, str] = one.evaluate("({...sessionStorage})")
    two = another(one, learners_address(QUIZ), copied if way == "duplicated" else None)
    for tab, tag in ((one, "one"), (two, "two")):
        tab.evaluate(ADD, [tag, 120])
    for tab in (one, two):
        tab.evaluate("window.adding")
    three = another(one, learners_address(QUIZ))
    assert len(events(three)) == 241
    assert len({event["id"] for segment in stored(three) for event in segment}) == 241


def test_an_open_page_follows_what_other_tabs_do(
    open_page: Open, learners_address: Address
) -> None:
    """My learning shows at once what is answered elsewhere, and again when its page comes back."""
    page = open_page(learners_address(LEARNING))
    expect(page.get_by_text("Nothing is kept yet.")).to_be_visible()
    other = another(page, learners_address(QUIZ))
    answer(other, ITEMS[1])
    waiting = page.get_by_role("link", name=f"What about {ITEMS[1]}?")
    expect(waiting).to_be_visible()
    expect(page.get_by_text("Nothing is kept yet.")).to_be_hidden()
    answer(other, ITEMS[1], "This fits")
    expect(waiting).to_be_hidden()
    # A page in the browser's memory hears of nothing; it looks when it is shown again.
    page.evaluate("addEventListener('storage', (e) => e.stopImmediatePropagation(), true)")
    text = json.dumps([answered(1, f"hard-days/{ITEMS[2]}", right=False)])
    page.evaluate("([k, t]) => localStorage.setItem(k, t)", [f"{RECORD}{'b' * 16}:0", text])
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(page.get_by_role("link", name=f"What about {ITEMS[2]}?")).to_be_visible()


# -- storage that is blocked, full or damaged ------------------------------------------------


@pytest.mark.parametrize("script", [BLOCKED, FULL], ids=["blocked", "full"])
def test_where_nothing_can_be_kept_the_learner_is_told_and_can_save_a_file(
    script: str, open_page: Open, learners: Address
) -> None:
    """The page still works, says so once beside the answer, and the file holds everything."""
    page = open_page(learners(QUIZ))
    again(page, script)
    answer(page, ITEMS[0])
    answer(page, ITEMS[1], "This fits")
    told = page.get_by_role("group", name="Your progress", exact=True)
    expect(told).to_have_count(1)
    expect(told).to_contain_text("This browser is not saving your progress.")
    expect(keep_line(page)).to_have_count(0)
    first = saved(page, told.get_by_role("button", name="Save a file"))
    second = saved(page, told.get_by_role("button", name="Save a file"))
    assert [event["item"] for event in first["events"]] == [ITEMS[0], ITEMS[1]]
    # Both are known as one learner's.
    assert first["pid"] == second["pid"]


def test_a_full_browser_still_has_what_was_there_and_goes_on_once_there_is_room(
    open_page: Open, learners_address: Address
) -> None:
    """What found no room waits in the page, and the warning goes when it is no longer true."""
    page = open_page(learners_address(QUIZ))
    answer(page, ITEMS[0])
    choose(page, "on this device")
    page.evaluate(f"() => {{ window.set = Storage.prototype.setItem; {FULL} }}")
    answer(page, ITEMS[1])
    told = page.get_by_role("group", name="Your progress", exact=True)
    expect(told).to_be_visible()
    file = saved(page, told.get_by_role("button", name="Save a file"))
    assert [event["item"] for event in file["events"]] == list(ITEMS[:2])
    page.evaluate("() => { Storage.prototype.setItem = window.set; }")
    answer(page, ITEMS[2])
    expect(told).to_have_count(0)
    page.reload()
    assert [event["item"] for event in events(page)] == list(ITEMS)


GOOD = answered(1, "hard-days/door-slams", right=False)
DAMAGED = {
    "no JSON": "{" + json.dumps([GOOD]),
    "an object": json.dumps(GOOD),
    "a text": '"record"',
    "null": "null",
    "nothing": "",
    "a bad event": json.dumps([answered(9, "hard-days/who-to-ring", right=True), {"kind": "x"}]),
    "a kind that is none": json.dumps([{**GOOD, "id": uuid(3), "kind": {"toString": 1}}]),
    "deep": "[" * 5000 + "]" * 5000,
    "huge": json.dumps(["x" * 1_000_000]),
}


@pytest.mark.parametrize("text", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_segment_is_left_as_it_is_and_counted(
    text: str, open_page: Open, learners_address: Address
) -> None:
    """Everything else is read, learning goes on, and not a letter of it is changed."""
    page = open_page(learners_address(LEARNING))
    key = f"{RECORD}{'a' * 16}:0"
    page.evaluate("([k, t]) => localStorage.setItem(k, t)", [key, text])
    page.evaluate("k => sessionStorage.setItem(k, 'a'.repeat(16))", f"{PREFIX}writer")
    put(page, [GOOD])
    expect(page.get_by_text("One part of what is stored here could not be read.")).to_be_visible()
    assert page.evaluate("trellis.record.broken") == 1
    assert GOOD in events(page)
    page.goto(learners_address(QUIZ))
    answer(page, ITEMS[2])
    assert page.evaluate("k => localStorage.getItem(k)", key) == text
    page.reload()
    assert [event["item"] for event in events(page)][-1] == ITEMS[2]


def test_delete_everything_leaves_other_keys_alone(open_page: Open, learners: Address) -> None:
    """Another course on the same server, and whatever else is stored there, stays."""
    page = open_page(learners(QUIZ))
    foreign = {
        "trellis:other-course:record:aaaaaaaaaaaaaaaa:0": "[]",
        "trellis:my-course-2:keep": "device",
        "trellis:my": "x",
        "trellis": "x",
        "__palette": "{}",
    }
    for key, text in foreign.items():
        page.evaluate("([k, t]) => { localStorage[k] = t; sessionStorage[k] = t; }", [key, text])
    answer(page, ITEMS[0])
    page.evaluate("k => { localStorage[k + 'record:broken'] = '{'; }", PREFIX)
    page.get_by_role("button", name="Dark colours").click()
    page.goto(learners(LEARNING))
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Yes, delete it").click()
    expect(page.get_by_role("status").filter(has_text="Deleted.")).to_be_visible()
    page.goto(learners(QUIZ))
    for place in ("localStorage", TAB):
        assert page.evaluate("place => ({...window[place]})", place) == foreign


def test_what_another_tab_keeps_for_itself_goes_too(open_page: Open, learners: Address) -> None:
    """The next person may sit down in front of any of the open tabs."""
    page = open_page(learners(QUIZ))
    answer(page, ITEMS[0])
    choose(page, "in this tab only")
    other = another(page, learners(LEARNING))
    other.get_by_role("button", name="Delete everything").click()
    other.get_by_role("button", name="Yes, delete it").click()
    page.wait_for_function("sessionStorage.length === 0")
    assert events(page) == []


# -- the choice ------------------------------------------------------------------------------


def test_the_choice_of_where_to_keep_it_is_offered_once(open_page: Open, learners: Address) -> None:
    """It stands in the page after the first thing done, and is not asked again in this tab."""
    page = open_page(learners(QUIZ))
    answer(page, ITEMS[0])
    expect(keep_line(page)).to_have_count(1)
    assert page.evaluate("document.activeElement.textContent").strip() == "Check my answer"
    answer(page, ITEMS[1])
    expect(keep_line(page)).to_have_count(1)
    page.goto(learners(MODULE))
    mark(page, "Calm")
    expect(keep_line(page)).to_have_count(0)


def test_kept_on_this_device_it_is_there_another_day(
    open_page: Open, learners_address: Address
) -> None:
    page = open_page(learners_address(QUIZ))
    answer(page, ITEMS[0])
    choose(page, "on this device")
    said = page.get_by_role("status").filter(has_text="Kept on this device.")
    expect(said).to_be_focused()
    reopened = open_page(learners_address(QUIZ), storage_state=page.context.storage_state())
    assert [event["item"] for event in events(reopened)] == [ITEMS[0]]
    answer(reopened, ITEMS[1])
    expect(keep_line(reopened)).to_have_count(0)


def test_kept_in_this_tab_only_nothing_of_it_is_on_the_device(
    open_page: Open, learners: Address
) -> None:
    page = open_page(learners(QUIZ))
    answer(page, ITEMS[0])
    choose(page, "in this tab only")
    expect(page.get_by_role("status").filter(has_text="Kept in this tab only.")).to_be_focused()
    assert keys(page) == []
    page.goto(learners(MODULE))
    mark(page, "Calm")
    assert keys(page) == []
    assert len(events(page)) == 2
    assert events(another(page, learners(QUIZ))) == []


def test_kept_in_a_file_the_file_holds_all_and_the_tab_keeps_the_rest(
    open_page: Open, learners: Address
) -> None:
    page = open_page(learners(QUIZ))
    answer(page, ITEMS[0])
    file = saved(page, keep_line(page).get_by_role("button", name="in a file"))
    expect(page.get_by_role("status").filter(has_text="A file was made.")).to_be_focused()
    assert [event["item"] for event in file["events"]] == [ITEMS[0]]
    assert keys(page) == []
    page.reload()
    assert file["events"] == events(page)
    assert page.evaluate("trellis.record.pid") == file["pid"]


def test_a_tab_that_can_keep_nothing_is_not_said_to_keep_it(
    open_page: Open, learners_address: Address
) -> None:
    """Then all stays on the device, and the line says so."""
    page = open_page(learners_address(QUIZ))
    again(
        page,
        """Object.defineProperty(window, "sessionStorage",
            {get() { throw new DOMException("denied"); }});""",
    )
    for item in ITEMS:
        answer(page, item)
    assert [len(segment) for segment in stored(page)] == [3]
    choose(page, "in this tab only")
    expect(page.get_by_role("status").filter(has_text="Kept on this device.")).to_be_focused()
    assert [len(segment) for segment in stored(page)] == [3]


def test_the_record_moves_between_places_without_loss_or_duplicates(
    open_page: Open, learners_address: Address
) -> None:
    """Several segments, a damaged one and the number for files go along, there and back."""
    page = open_page(learners_address(QUIZ))
    record = [answered(n, f"hard-days/{ITEMS[n % 3]}", right=True) for n in range(150)]
    put(page, record)
    put(
        page,
        [*record[100:], *({**e, "id": uuid(200 + n)} for n, e in enumerate(record[:100]))],
        name="e" * 16,
    )
    damaged = f"{RECORD}{'d' * 16}:0"
    page.evaluate("k => localStorage.setItem(k, '{')", damaged)
    page.reload()
    name = page.evaluate("trellis.record.pid")
    before = events(page)
    assert len(before) == 250
    for where, left in (("tab", "localStorage"), ("device", TAB), ("tab", "localStorage")):
        page.evaluate("where => trellis.record.keep(where)", where)
        assert not [key for key in keys(page, left) if key.startswith(("record", "pid"))]
        page.reload()
        assert events(page) == before
        assert page.evaluate("trellis.record.broken") == 1
        assert page.evaluate("trellis.record.pid") == name
    assert page.evaluate("k => sessionStorage.getItem(k)", damaged) == "{"


def test_what_finds_no_room_in_its_new_place_stays_in_the_old_one(
    open_page: Open, learners_address: Address
) -> None:
    page = open_page(learners_address(QUIZ))
    put(page, [answered(n, "hard-days/door-slams", right=True) for n in range(50)])
    page.evaluate(
        """() => { const set = Storage.prototype.setItem;
            Storage.prototype.setItem = function (key, text) {
                const here = this === sessionStorage && key.includes("record");
                if (here) throw new DOMException("full");
                return set.call(this, key, text);
            };
            trellis.record.keep("tab"); }"""
    )
    assert page.evaluate("trellis.record.place") == "nowhere"
    page.reload()
    assert len(events(page)) == 50


# -- clocks and old browsers -----------------------------------------------------------------


def test_a_clock_set_back_does_not_turn_the_order_round(
    open_page: Open, learners_address: Address
) -> None:
    """What is done later stands later: a part unmarked stays unmarked."""
    page = open_page(learners_address(MODULE))
    mark(page, "Calm")
    again(page, "Date.now = () => 1000;")
    mark(page, "Calm")
    calm = page.get_by_role("button", name="Mark as done: Calm")
    expect(calm).to_have_attribute("aria-pressed", "false")
    page.reload()
    expect(calm).to_have_attribute("aria-pressed", "false")
    first, second = events(page)
    assert second["at"] == first["at"] + 1


def test_a_clock_far_ahead_leaves_events_that_can_be_read(
    open_page: Open, learners_address: Address
) -> None:
    """Also after an event of the last millisecond that a record takes."""
    latest = 4_102_444_800_000
    page = open_page(learners_address(QUIZ))
    put(page, [{**answered(1, f"hard-days/{ITEMS[0]}", right=True), "at": latest}])
    answer(page, ITEMS[1])
    again(page, "Date.now = () => 1e15;")
    answer(page, ITEMS[2])
    page.reload()
    assert {event["item"] for event in events(page)} == set(ITEMS)
    assert page.evaluate("trellis.record.broken") == 0


def test_a_browser_without_randomuuid_makes_uuids_too(
    open_page: Open, learners_address: Address
) -> None:
    page = open_page(learners_address(QUIZ))
    again(page, "delete Crypto.prototype.randomUUID;")
    for item in ITEMS:
        answer(page, item)
    assert len({event["id"] for event in events(page)}) == 3
    assert page.evaluate("trellis.record.events.every(trellis.isEvent)")


# -- combining -------------------------------------------------------------------------------


def test_two_events_of_one_id_come_to_the_same_whichever_is_loaded_first(
    open_page: Open, learners_address: Address
) -> None:
    """They can only come from a file changed by hand; the order must not matter."""
    one = answered(1, f"hard-days/{ITEMS[0]}", right=True)
    two: dict[str, Any] = {**one, "response": ["far"], "score": 0, "at": now() - 5}
    found = []
    for order in ([one, two], [two, one]):
        page = open_page(learners_address(QUIZ))
        for event in order:
            page.evaluate("text => trellis.file.read(text)", json.dumps(file_of([event])))
        page.reload()
        found.append(events(page))
    assert found[0] == found[1]


def test_a_learner_who_brings_a_file_goes_on_under_its_number(
    open_page: Open, learners_address: Address
) -> None:
    """So two files of one learner are known as such; one who has a number keeps it."""
    page = open_page(learners_address(QUIZ))
    event = answered(1, f"hard-days/{ITEMS[0]}", right=True)
    page.evaluate("text => trellis.file.read(text)", json.dumps(file_of([event])))
    page.reload()
    assert page.evaluate("trellis.record.pid") == PID
    other = json.dumps(file_of([], pid="f" * 32))
    page.evaluate("text => trellis.file.read(text)", other)
    assert page.evaluate("trellis.record.pid") == PID
