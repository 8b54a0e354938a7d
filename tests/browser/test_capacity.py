"""The capacity self-assessment in a browser: waves, a map in words, and the same as in Python."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Locator, Page, expect

from build_tools.exports.capacity_rule import rule_of
from build_tools.instruments.rating import Kind
from build_tools.learning.capacity import Rule, changes, wave
from build_tools.learning.events import is_event
from tests.browser import programme_course
from tests.browser.axe import violations
from tests.browser.records import DAY, now, put, uuid

Open = Callable[..., Page]
Address = Callable[[str], str]

TOOL = "capacity-self-assessment"
PAGE, SHORT, THEN = (f"tools/{TOOL}{end}.md" for end in ("", "/short-form", "/then"))
WAVES = ("pre", "post", "then", "follow-up-3m", "follow-up-6m")
AWARENESS = [
    "I can say in plain words why one event can harm one person and not another.",
    "When behaviour is hard, I think of at least two possible needs before I respond.",
    "I notice when my own background or power shapes how I read a family.",
]
CALM = "I help a person become calm before I ask for reasons or plans."
DISCLOSURE = "If someone tells me about harm, I can respond without pressing for detail."


@pytest.fixture(scope="session")
def rule(tmp_path_factory: pytest.TempPathFactory) -> Rule:
    """The rule of the instrument as Python has it."""
    course = programme_course.write(tmp_path_factory.mktemp("rule") / "course")
    tool = course.tools[TOOL]
    assert isinstance(tool, Kind)
    return rule_of(course, tool)


def statement(page: Page, text: str) -> Locator:
    return page.get_by_role("group", name=text)


def rate(page: Page, text: str, answer: str) -> None:
    # What is ticked before a page's scripts have run is not taken as an answer.
    page.wait_for_load_state()
    statement(page, text).get_by_role("radio", name=answer, exact=True).check()


def when(page: Page, name: str) -> None:
    group = page.get_by_role("group", name="When are you filling this in?")
    group.get_by_role("radio", name=name).check()


def cell(page: Page, row: str, column: int = 0) -> Locator:
    """A cell of the map, by its area and the number of its level."""
    table = page.get_by_role("table", name="Where you rated yourself")
    whole = table.get_by_role("row").filter(has=page.get_by_role("rowheader", name=row))
    return whole.get_by_role("cell").nth(column)


def ratings(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("trellis.record.events")
    return [event for event in found if event["kind"] == "rating"]


def test_an_answer_is_kept_under_its_wave_and_is_there_after_a_reload(
    programme: Address, open_page: Open
) -> None:
    """Nothing is stored before the first answer; each wave has answers of its own."""
    page = open_page(programme(PAGE))
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    rate(page, AWARENESS[0], "Mostly true")
    rate(page, AWARENESS[1], "Don't know, or not part of my role")
    page.reload()
    one = statement(page, AWARENESS[0])
    expect(one.get_by_role("radio", name="Mostly true")).to_be_checked()
    assert [(e["wave"], e["item"], e["rev"], e["value"]) for e in ratings(page)] == [
        ("pre", "aw-s-1", 1, 4),
        ("pre", "aw-s-2", 1, "not-known"),
    ]
    assert all(map(is_event, ratings(page)))
    when(page, "After")
    expect(one.get_by_role("radio", checked=True)).to_have_count(0)
    when(page, "Before")
    expect(one.get_by_role("radio", name="Mostly true")).to_be_checked()
    expect(page.get_by_role("radio", name="Before")).to_be_checked()
    expect(page.get_by_text("answered: 2, last on")).to_be_visible()


def test_the_map_is_in_words_without_a_sum_and_says_where_too_little_was_answered(
    programme: Address, open_page: Open
) -> None:
    page = open_page(programme(PAGE))
    results = page.get_by_role("heading", name="Your map")
    expect(results).to_be_hidden()
    rate(page, AWARENESS[0], "Fully true")
    expect(results).to_be_visible()
    expect(cell(page, "Awareness")).to_have_text("Yourselfnot enough answers to say")
    rate(page, AWARENESS[2], "Mostly true")
    # Halfway between two points the lower one is said, which claims less.
    expect(cell(page, "Awareness")).to_contain_text("Mostly true")
    whole = page.locator(".tr-results").inner_text().lower()
    assert not any(word in whole for word in ("score", "grade", "points", "%", "4.5", "sum"))


def test_the_two_lowest_places_lead_to_a_module_or_where_there_is_none_to_an_instrument(
    programme: Address, open_page: Open
) -> None:
    page = open_page(programme(PAGE))
    for text in AWARENESS[:2]:
        rate(page, text, "Not true yet")
    for text in (CALM, DISCLOSURE):
        rate(page, text, "Half true")
    steps = page.get_by_role("list").filter(has_text="Awareness · Yourself:").last
    expect(steps.get_by_role("listitem")).to_have_count(2)
    second = steps.get_by_role("listitem").last
    expect(second).to_contain_text("Competency · Yourself: there is no module here yet")
    expect(second.get_by_role("link", name="Action plan")).to_be_visible()
    steps.get_by_role("listitem").first.get_by_role("link").click()
    expect(page).to_have_title(re.compile("^A calm first minute"))


def test_two_waves_are_compared_by_the_rule_and_a_fall_is_no_failure(
    programme: Address, open_page: Open
) -> None:
    page = open_page(programme(PAGE))
    for text in (*AWARENESS[:2], CALM, DISCLOSURE):
        rate(page, text, "Half true")
    expect(page.get_by_label("Set it beside")).to_be_hidden()
    when(page, "After")
    for text, answer in (
        (AWARENESS[0], "Mostly true"),
        (AWARENESS[1], "Mostly true"),
        (CALM, "Half true"),
        (DISCLOSURE, "Not true yet"),
    ):
        rate(page, text, answer)
    expect(page.get_by_label("Set it beside")).to_have_value("pre")
    expect(cell(page, "Awareness")).to_contain_text("higher than before")
    expect(cell(page, "Competency")).to_contain_text("lower than before")
    expect(cell(page, "Safety")).to_contain_text("nothing to compare with")
    expect(page.get_by_text("That is no failure.", exact=False).last).to_be_visible()
    page.get_by_text("The same as a list").click()
    one = page.get_by_role("listitem").filter(has_text="Awareness · Yourself: Mostly true")
    expect(one).to_contain_text("Before: Half true; higher than before. 2 of 3 answered")
    page.get_by_label("Set it beside").select_option("")
    expect(page.get_by_text("higher than before")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("radio", name="After")).to_be_checked()
    assert violations(page) == []


def test_looking_back_has_a_page_of_its_own_once_now_was_rated_and_shows_its_map_when_asked(
    programme: Address, open_page: Open
) -> None:
    """Ratings of then are drawn towards those of now where the two stand together."""
    page = open_page(programme(PAGE))
    link = page.get_by_role("link", name="Looking back")
    expect(link).to_be_hidden()
    when(page, "After")
    for text in AWARENESS[:2]:
        rate(page, text, "Mostly true")
    link.click()
    heading = page.get_by_role("heading", name="Your map")
    for text in AWARENESS[:2]:
        expect(statement(page, text).get_by_role("radio", checked=True)).to_have_count(0)
        rate(page, text, "Not true yet")
    expect(heading).to_be_hidden()
    page.get_by_role("button", name="I have finished: show my map").click()
    expect(heading).to_be_visible()
    expect(page.get_by_label("Set it beside")).to_be_hidden()
    page.get_by_role("link", name="See it beside your ratings of now").click()
    page.get_by_label("Set it beside").select_option("then")
    expect(cell(page, "Awareness")).to_contain_text("higher than before")


def test_the_short_form_shows_the_same_map_as_the_whole(
    programme: Address, open_page: Open
) -> None:
    """What counts is what was answered in a wave, whichever page it was answered on."""
    page = open_page(programme(SHORT))
    rate(page, AWARENESS[1], "Mostly true")
    expect(cell(page, "Awareness")).to_contain_text("Mostly true")
    page.goto(programme(PAGE))
    expect(cell(page, "Awareness")).to_contain_text("Mostly true")
    # One more statement makes it the whole form, in which one of three is too little.
    rate(page, CALM, "Half true")
    expect(cell(page, "Awareness")).to_contain_text("not enough answers to say")
    page.goto(programme(SHORT))
    expect(cell(page, "Awareness")).to_contain_text("not enough answers to say")


@pytest.mark.parametrize(
    ("days", "wave"), [(3, "Before"), (40, "After")], ids=["lately", "long ago"]
)
def test_who_comes_back_is_in_the_wave_they_answered_lately_or_else_in_the_next(
    days: int, wave: str, programme: Address, open_page: Open
) -> None:
    """It stands there to be seen, and can be chosen otherwise; nothing is stored by looking."""
    page = open_page(programme(PAGE))
    event = {"id": uuid(1), "at": now() - days * DAY, "kind": "rating", "tool": TOOL}
    put(page, [{**event, "wave": "pre", "item": "aw-s-1", "rev": 1, "value": 4}])
    expect(page.get_by_role("radio", name=wave)).to_be_checked()
    assert len(ratings(page)) == 1


def test_an_answer_under_an_earlier_id_is_found_in_the_browser_as_in_python(
    programme: Address, open_page: Open
) -> None:
    """The last of all counts; of two in one moment, the one under today's id."""
    page = open_page(programme(SHORT))
    found = page.evaluate(
        """() => {
            const rule = {tools: ["capacity", "old-tool"], cells: [["a/b", [["one", "old-one"]]]],
                short: [], points: [1, 2, 3, 4, 5], cell: 1, line: 2};
            const value = (ratings) => trellis.capacity.wave(ratings, rule, "pre").one.value;
            const old = {at: 5, rev: 1, value: 2};
            const later = {at: 6, rev: 1, value: 5};
            return [
                value({"old-tool/pre/old-one": old}),
                value({"old-tool/pre/old-one": old, "capacity/pre/one": later}),
                value({"old-tool/pre/old-one": old, "capacity/pre/one": {...later, at: 5}}),
            ];
        }"""
    )
    assert found == [2, 5, 5]


def test_an_answer_to_another_edition_of_a_statement_is_told(
    programme: Address, open_page: Open
) -> None:
    page = open_page(programme(PAGE))
    page.evaluate(
        """tool => trellis.record.add(
            {kind: "rating", tool, wave: "pre", item: "aw-s-1", rev: 7, value: 4})""",
        TOOL,
    )
    one = statement(page, AWARENESS[0])
    expect(one.get_by_text("has changed since you answered it")).to_be_visible()
    expect(one.get_by_role("radio", checked=True)).to_have_count(0)
    rate(page, AWARENESS[0], "Half true")
    expect(one.get_by_text("has changed since you answered it")).to_have_count(0)


def test_open_questions_belong_to_their_waves_and_are_kept_apart_from_the_record(
    programme: Address, open_page: Open
) -> None:
    page = open_page(programme(PAGE))
    asked = page.get_by_role("textbox", name="What changed in your organisation, if anything?")
    expect(asked).to_be_hidden()
    place = page.get_by_role("group", name="Where your own words are kept")
    expect(place).to_be_hidden()
    when(page, "Three months later")
    expect(place).to_be_visible()
    asked.fill("We moved the chairs.")
    asked.blur()
    when(page, "Six months later")
    expect(asked).to_have_value("")
    page.reload()
    when(page, "Three months later")
    expect(asked).to_have_value("We moved the chairs.")
    assert "chairs" not in page.evaluate("JSON.stringify(trellis.record.events)")
    assert "chairs" not in page.evaluate("JSON.stringify(localStorage)")


def test_what_was_rated_can_be_taken_along_as_text_and_in_a_file_and_be_cleared(
    programme: Address, open_page: Open
) -> None:
    """The file brings the ratings to another browser, where the map is the same."""
    page = open_page(programme(PAGE))
    for text in AWARENESS[:2]:
        rate(page, text, "Mostly true")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as text").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert "## Your map · Before\n\n**Awareness · Yourself**\n\nMostly true\n" in text
    assert f"**{AWARENESS[0]}**\n\nMostly true\n" in text
    assert f"**{AWARENESS[2]}**\n\n_left open_\n" in text
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file to load again").click()
    other = open_page(programme(PAGE))
    other.get_by_label("Load a file").set_input_files(download.value.path())
    expect(cell(other, "Awareness")).to_contain_text("Mostly true")
    page.get_by_role("button", name="Clear everything here").click()
    page.get_by_role("button", name="Yes, clear it").click()
    expect(page.get_by_role("heading", name="Your map")).to_be_hidden()
    page.reload()
    checked = page.get_by_role("group", name=AWARENESS[0]).get_by_role("radio", checked=True)
    expect(checked).to_have_count(0)


@pytest.mark.parametrize(("look", "width"), [("light", 1280), ("dark", 320)])
def test_axe_finds_nothing_in_a_map_and_it_fits_a_phone(
    look: str, width: int, programme: Address, open_page: Open
) -> None:
    page = open_page(programme(SHORT), color_scheme=look, viewport={"width": width, "height": 700})
    page.evaluate("document.querySelectorAll('[data-item]').forEach((item, n) =>"
                  " item.querySelectorAll('input')[n % 6].click())")  # fmt: skip
    when(page, "After")
    page.evaluate("document.querySelectorAll('[data-item]').forEach((item, n) =>"
                  " item.querySelectorAll('input')[(n + 1) % 6].click())")  # fmt: skip
    page.get_by_text("The same as a list").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_javascript_it_is_a_worksheet(programme: Address, open_page: Open) -> None:
    page = open_page(programme(PAGE), java_script_enabled=False)
    expect(page.get_by_role("radio", name="Fully true").first).to_be_visible()
    expect(page.get_by_role("heading", name="Your map")).to_be_hidden()
    expect(page.get_by_role("link", name="Looking back")).to_be_visible()


ANSWERS = st.integers(1, 5) | st.sampled_from(["not-known", "", 0, 9])


def events(rule: Rule) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Records of ratings: any waves, editions, answers, and a few of something else."""
    short = sorted(rule.short_form)
    one = st.tuples(
        st.sampled_from([TOOL] * 9 + ["another"]),
        st.sampled_from(WAVES),
        st.sampled_from(sorted(rule.items)) | st.sampled_from(short) | st.just("unheard-of"),
        st.sampled_from([1, 1, 1, 2]),
        ANSWERS,
    )
    only_short = st.tuples(
        st.just(TOOL), st.sampled_from(WAVES), st.sampled_from(short), st.just(1), ANSWERS
    )

    def made(rows: list[tuple[Any, ...]]) -> list[dict[str, Any]]:
        return [
            {
                "id": f"00000000-0000-4000-8000-{number:012x}",
                "at": 1_780_000_000_000 + number // 2,
                "kind": "rating",
                **dict(zip(("tool", "wave", "item", "rev", "value"), row, strict=True)),
            }
            for number, row in enumerate(rows)
        ]

    return (st.lists(one, min_size=1, max_size=150) | st.lists(only_short, max_size=40)).map(made)


READ = """([names, records]) => {
    const rule = trellis.capacity.rule(document.querySelector("tr-tool"));
    const { capacity } = trellis;
    return records.map((events) => {
        const { ratings } = trellis.fold(events);
        const waves = names.map((name) => capacity.wave(ratings, rule, name));
        return [
            waves.map((answers) => [
                capacity.short(rule, answers),
                capacity.results(rule, answers),
                Object.values(capacity.results(rule, answers).cells)
                    .map((mean) => capacity.point(rule, mean)),
            ]),
            capacity.changes(rule, waves[0], waves[1]),
        ];
    });
}"""


def as_python_has_it(rule: Rule, record: list[dict[str, Any]]) -> Any:
    """What a record comes to in Python, in the browser's words."""
    waves = [wave(record, rule, name) for name in WAVES]
    words = {words: point for point, words in rule.points.items()}
    moved = changes(waves[0], waves[1])
    return [
        [
            (
                one.short,
                {"/".join(cell): mean for cell, mean in one.cells.items()},
                one.lines,
                ["/".join(cell) for cell in one.lowest],
                [words[one.words(mean)] for mean in one.cells.values()],
            )
            for one in waves
        ],
        {"/".join(cell): change.value for cell, change in moved.items()},
    ]


def as_fractions(means: dict[str, list[int]]) -> dict[str, Fraction]:
    return {name: Fraction(*mean) for name, mean in means.items()}


@settings(
    max_examples=8,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_240_records_come_to_the_same_map_in_both(
    data: st.DataObject, rule: Rule, rated_page: Page
) -> None:
    """Means, words, what is shown, the lowest places, and what is called a change."""
    records = data.draw(st.lists(events(rule), min_size=30, max_size=30))
    call = f"text => JSON.stringify(({READ})(JSON.parse(text)))"
    found = json.loads(rated_page.evaluate(call, json.dumps([WAVES, records])))
    read = [
        [
            [
                (
                    short,
                    as_fractions(results["cells"]),
                    as_fractions(results["lines"]),
                    results["lowest"],
                    points,
                )
                for short, results, points in waves
            ],
            moved,
        ]
        for waves, moved in found
    ]
    assert read == [as_python_has_it(rule, record) for record in records]


@pytest.fixture
def rated_page(programme: Address, open_page: Open) -> Page:
    """The page whose rule the browser reads."""
    return open_page(programme(SHORT))


def test_the_browser_reads_the_rule_from_every_page_as_python_does(
    programme: Address, open_page: Open, rule: Rule
) -> None:
    page = open_page(programme(PAGE))
    for uri in (PAGE, SHORT, THEN):
        page.goto(programme(uri))
        found = page.evaluate("trellis.capacity.rule(document.querySelector('tr-tool'))")
        cells = {name: {ids[0] for ids in items} for name, items in found["cells"]}
        assert cells == {
            "/".join(cell): {id for id, home in rule.items.items() if home == cell}
            for cell in rule.cells
        }
        assert set(found["short"]) == rule.short_form
        assert found["points"] == list(rule.points)
        assert (found["cell"], found["line"], found["lowest"]) == (2, 2, 2)
        assert Fraction(*found["change"]) == rule.change
        assert Fraction(*found["shortChange"]) == rule.short_change
