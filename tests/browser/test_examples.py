"""Every example of every kind of question, in the browser."""

from __future__ import annotations

import contextlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from build_tools.checks.answers import feedback
from build_tools.core.document import plain
from tests.activities.examples import Example, examples
from tests.browser.axe import violations
from tests.browser.conftest import served
from tests.browser.examples_course import QUIZ
from tests.browser.test_questions import KEPT, VERDICT, frame, press_until_focused

Open = Callable[..., Page]
ALL = list(examples())
KINDS = sorted({example.kind for example in ALL})


def whole(page: Page, example: Example) -> Locator:
    return frame(page, ALL.index(example) + 1, len(ALL))


def choose(whole: Locator, example: Example, chosen: list[str]) -> None:
    CONTROLS.get(example.kind, _tick)(whole, example, chosen)


def _tick(whole: Locator, example: Example, chosen: list[str]) -> None:
    """Radio buttons and checkboxes, one for each answer."""
    role = "checkbox" if example.kind == "choices" else "radio"
    for control, answer in zip(
        whole.get_by_role(role).all(), example.question.answers, strict=True
    ):
        if answer.id in chosen:
            control.check()
        elif role == "checkbox":
            control.uncheck()


def _pick(whole: Locator, example: Example, chosen: list[str]) -> None:
    """Lists to pick from, one for each thing."""
    given = dict(pair.split(" ") for pair in chosen)
    lists = whole.get_by_role("combobox").all()
    assert len(lists) == len(example.question.key)
    for one in lists:
        one.select_option(given.get(one.get_attribute("name") or "", ""))


def _move(whole: Locator, example: Example, chosen: list[str]) -> None:
    """Things that go up by a button, from the first place to the last."""
    items = whole.get_by_role("listitem").filter(has=whole.page.get_by_role("button"))
    assert items.count() == len(chosen)
    for place, id in enumerate(chosen):
        ids = items.evaluate_all("all => all.map(item => item.dataset.id)")
        up = items.nth(ids.index(id)).get_by_role("button", name=re.compile("^Move up: "))
        handle = up.element_handle()
        for _ in range(ids.index(id) - place):
            handle.press("Enter")
            assert handle.evaluate("button => button === document.activeElement")


def _rate(whole: Locator, example: Example, chosen: list[str]) -> None:
    """A point of a scale, or “Don't know” after it."""
    for control in whole.get_by_role("radio").all():
        if control.get_attribute("value") in chosen:
            control.check()


def _write(whole: Locator, example: Example, chosen: list[str]) -> None:
    """Words of one's own, which no answer depends on."""
    whole.get_by_role("textbox").fill(f"What I would say ({', '.join(chosen)}).")


def _type(whole: Locator, example: Example, chosen: list[str]) -> None:
    """A word or a number."""
    whole.get_by_role("textbox", name="Your answer").fill(chosen[0])


# How a kind is answered that has other controls than radio buttons and checkboxes.
CONTROLS: dict[str, Callable[[Locator, Example, list[str]], None]] = {
    "gap": _pick,
    "match": _pick,
    "number": _type,
    "order": _move,
    "rating": _rate,
    "reflect": _write,
    "short-answer": _type,
    "sort": _pick,
}
BUTTONS = {"rating": "Keep my answer", "reflect": "Compare"}


def press(whole: Locator, example: Example) -> None:
    """The button that gives an answer; its words depend on whether anything is judged."""
    whole.get_by_role("button", name=BUTTONS.get(example.kind, "Check my answer")).click()


def verdicts(example: Example) -> Iterator[str]:
    """The verdict of everything that the answer of a question lists one by one."""
    question = example.question
    options = list(question.answers)
    for gap in getattr(question, "gaps", ()):
        options += gap.options
    yield from ("best" if option.correct else "not-here" for option in options)
    yield from (case.kind for case in getattr(question, "cases", ()))


def said(whole: Locator) -> Locator:
    """Where a question answers; a status inside its form belongs to a control."""
    return whole.get_by_role("status").last


@pytest.mark.parametrize("kind", KINDS)
def test_an_example_is_scored_in_the_browser_as_in_python(
    kind: str, examples_page: str, open_page: Open
) -> None:
    """The verdict is the first word of the feedback, and nothing in a text can run."""
    page = open_page(examples_page)
    title = page.title()
    for example in (example for example in ALL if example.kind == kind):
        question = whole(page, example)
        for response in example.responses:
            choose(question, example, response.chosen)
            press(question, example)
            if example.question.scored:
                verdict = re.escape(VERDICT[response.verdict])
                expect(said(question)).to_have_text(re.compile(rf"^\s*{verdict}"))
            else:
                expect(said(question)).not_to_be_empty()
                words = said(question).inner_text()
                assert not [verdict for verdict in VERDICT.values() if verdict in words]
        assert page.title() == title, example.name


# What stands in the controls of a question, in the order in which they are seen.
STATE = """form => [...form.querySelectorAll("input, select, li[data-id]")].map(one =>
  one.matches("li") ? one.dataset.id : /radio|checkbox/.test(one.type) ? one.value + one.checked
    : one.name + one.value).sort((one, other) => form.querySelector("li[data-id]") ? 0
    : one < other ? -1 : 1)"""


def test_what_was_skipped_can_be_answered_later_and_every_answer_is_there_after_a_reload(
    examples_page: str, open_page: Open
) -> None:
    """One question of each kind that keeps its answer, the last one first."""
    page = open_page(examples_page)
    one_of_a_kind = {example.kind: example for example in ALL if example.kind != "reflect"}
    assert len(one_of_a_kind) > 8
    for example in reversed(one_of_a_kind.values()):
        question = whole(page, example)
        choose(question, example, example.responses[-1].chosen)
        press(question, example)
        expect(said(question)).not_to_be_empty()
    before = {kind: whole(page, one).evaluate(STATE) for kind, one in one_of_a_kind.items()}
    page.reload()
    for kind, example in one_of_a_kind.items():
        expect(said(whole(page, example))).not_to_be_empty()
        assert whole(page, example).evaluate(STATE) == before[kind], kind


def by_keyboard(page: Page, whole: Locator, example: Example, chosen: list[str]) -> None:
    """Answer without a mouse: Tab to a control, arrows within it, Space, Enter, or typing."""
    if example.kind == "order":
        _move(whole, example, chosen)
    for box in whole.get_by_role("checkbox").all():
        press_until_focused(page, box)
        if box.is_checked() != (box.get_attribute("value") in chosen):
            page.keyboard.press("Space")
    radios = whole.get_by_role("radio")
    if radios.count():
        checked = [place for place, radio in enumerate(radios.all()) if radio.is_checked()]
        press_until_focused(page, radios.nth(checked[0] if checked else 0))
        page.keyboard.press("Space")
        for _ in range(radios.count()):
            if whole.get_by_role("radio", checked=True).get_attribute("value") in chosen:
                break
            page.keyboard.press("ArrowDown")
    lists = whole.get_by_role("combobox").all()
    given = dict(pair.split(" ") for pair in chosen) if lists else {}
    for one in lists:
        press_until_focused(page, one)
        page.keyboard.press("Home")
        for _ in range(one.locator("option").count()):
            if one.input_value() == given.get(one.get_attribute("name") or "", ""):
                break
            page.keyboard.press("ArrowDown")
    if example.kind in ("number", "short-answer", "reflect"):
        press_until_focused(page, whole.get_by_role("textbox").first)
        page.keyboard.press("Control+a")
        page.keyboard.type(chosen[0])
    button = whole.get_by_role("button", name=BUTTONS.get(example.kind, "Check my answer"))
    press_until_focused(page, button)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("way", [pytest.param("http", marks=pytest.mark.slow), "file"])
def test_every_example_can_be_answered_by_keyboard(
    way: str, kind: str, examples_site: Path, open_page: Open
) -> None:
    """Right, partly right and other answers, over HTTP and from a folder."""
    with contextlib.ExitStack() as stack:
        base = stack.enter_context(served(examples_site)) if way == "http" else ""
        address = f"{base}/{QUIZ}" if base else (examples_site / QUIZ).as_uri()
        page = open_page(address)
        for example in (example for example in ALL if example.kind == kind):
            # A link to a question leads there, and Tab goes on from it.
            page.goto(f"{address}#q-{example.question.id}")
            for response in example.responses:
                by_keyboard(page, whole(page, example), example, response.chosen)
                verdict = VERDICT[response.verdict] if example.question.scored else ""
                pattern = re.compile(rf"^\s*{re.escape(verdict)}.*\S", re.S)
                expect(said(whole(page, example))).to_have_text(pattern)


LARGE = (
    ":is(.tr-option, .tr-option label, .tr-row select, .tr-gaps__words, .tr-typed input,"
    " [data-move]):visible"
)


def test_a_question_is_a_group_named_by_what_it_asks_and_its_words_can_be_tapped(
    examples_page: str, open_page: Open
) -> None:
    """By ear the question comes before its answers; a shaking hand has 44 px and all the words."""
    page = open_page(examples_page, viewport={"width": 320, "height": 640})
    met = set()
    for example in ALL:
        question = whole(page, example)
        asks = question.get_by_role("group", name=plain(example.question.ask), exact=True)
        expect(asks).to_have_count(1)
        expect(asks.locator("> legend")).to_have_text(plain(example.question.ask))
        sizes = asks.locator(LARGE).evaluate_all(
            "all => all.map(one => [one.tagName, one.getBoundingClientRect().height])"
        )
        met |= {tag for tag, _ in sizes}
        assert [size for size in sizes if size[1] < 44] == [], example.name
        for option in asks.locator(".tr-option:visible").all()[-1:]:
            control = option.locator("input")
            expect(control).not_to_be_checked()
            option.locator("label").click()
            expect(control).to_be_checked()
        for label in asks.locator(".tr-row label, .tr-typed label").all()[:1]:
            label.click()
            assert label.evaluate("label => label.control === document.activeElement")
    assert met == {"DIV", "LABEL", "SELECT", "INPUT", "BUTTON"}


def test_the_answer_can_be_read_before_any_try_and_nothing_is_recorded_of_that(
    examples_page: str, open_page: Open
) -> None:
    """Nobody has to guess first, and whoever looked can still answer."""
    page = open_page(examples_page)
    seen = 0
    for example in ALL:
        question = whole(page, example)
        answer = question.locator("summary", has_text="Show the answer and why")
        if not example.question.scored:
            continue
        shown = answer.locator("xpath=..").locator(".tr-question__reason").first
        expect(shown).to_be_hidden()
        answer.click()
        expect(shown).to_be_visible()
        expect(said(question)).to_be_empty()
        expect(question.get_by_role("button", name="Try again")).to_be_hidden()
        expect(question.get_by_role("button", name="Check my answer")).to_be_enabled()
        seen += 1
    assert seen > 12
    assert page.evaluate(KEPT) == [[], [], ""]
    assert page.evaluate("trellis.record.events") == []


def test_nothing_has_to_be_dragged(examples_page: str, open_page: Open) -> None:
    """Pairs, groups and gaps are chosen from lists; the order is changed by buttons."""
    page = open_page(examples_page)
    # Browsers let any link and picture be dragged away; that answers nothing.
    dragged = "all => all.filter(one => one.draggable && !one.matches('a, img')).length"
    assert page.locator("body *").evaluate_all(dragged) == 0
    assert page.locator("[draggable]").count() == 0
    for example in ALL:
        question, things = whole(page, example), len(example.question.key)
        if example.kind in ("gap", "match", "sort"):
            expect(question.locator("fieldset select:visible")).to_have_count(things)
        if example.kind == "order":
            expect(question.get_by_role("button", name=re.compile("^Move "))).to_have_count(
                2 * things
            )


def test_the_smallest_screen_shows_every_example_whole(examples_page: str, open_page: Open) -> None:
    """At four times the size nothing is wider than the screen, answered or not."""
    page = open_page(examples_page, viewport={"width": 320, "height": 256})
    for example in ALL:
        question = whole(page, example)
        choose(question, example, example.responses[-1].chosen)
        press(question, example)
        expect(said(question)).not_to_be_empty()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_javascript_each_example_shows_its_answer(
    examples_page: str, open_page: Open
) -> None:
    """What is asked, and how it could be answered, are there; the disclosure tells the answer.

    It holds one verdict for every option, and all that is said of any part.
    """
    page = open_page(examples_page, java_script_enabled=False)
    for example in ALL:
        question = whole(page, example)
        asks = question.get_by_role("group", name=plain(example.question.ask), exact=True)
        expect(asks.locator("> legend")).to_be_visible()
        if example.question.scene:
            scene = plain(example.question.scene).split("\n")[0][:40]
            expect(question.get_by_text(scene).first).to_be_visible()
        # Where a note would be written there are lines, as on paper.
        for control in asks.locator("input, select").all() if example.kind != "reflect" else ():
            expect(control).to_be_visible()
        disclosures = question.locator("summary")
        if not example.question.scored and not disclosures.count():
            continue
        disclosures.press("Enter")
        wanted = Counter(verdicts(example))
        for verdict, words in VERDICT.items():
            expect(question.get_by_text(words, exact=True)).to_have_count(wanted[verdict])
        if example.kind in CONTROLS:
            shown = " ".join(question.locator("details").last.inner_text().split())
            for text, _ in feedback(example.question):
                assert plain(text).split("\n")[0] in shown


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_in_the_examples_answered(
    look: str, width: int, examples_page: str, open_page: Open
) -> None:
    """All of them answered and opened, in both palettes, wide and narrow."""
    page = open_page(examples_page, color_scheme=look, viewport={"width": width, "height": 640})
    for example in ALL:
        question = whole(page, example)
        choose(question, example, example.responses[-1].chosen)
        press(question, example)
        for summary in question.locator("details:not([open]) > summary").all():
            summary.click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_forced_colours_and_reduced_motion_keep_everything_readable(
    examples_page: str, open_page: Open
) -> None:
    """With the system's own colours the chosen option and the feedback still stand out."""
    page = open_page(examples_page, forced_colors="active", reduced_motion="reduce")
    question = whole(page, ALL[0])
    choose(question, ALL[0], ALL[0].responses[0].chosen)
    question.get_by_role("button", name="Check my answer").click()
    expect(question.get_by_role("status")).to_contain_text(VERDICT["best"])
    labels = question.locator("label")
    widths = labels.evaluate_all("all => all.map(l => getComputedStyle(l).borderTopWidth)")
    assert len(set(widths)) == 2
