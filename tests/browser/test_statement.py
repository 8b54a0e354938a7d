"""The statement of participation: one page that says nothing it should not."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from build_tools.activities.question import Question
from build_tools.adapters.site_build import build
from build_tools.core.source import read
from build_tools.model.course import Course
from build_tools.model.load import load
from build_tools.model.module import Module
from tests.bench.generate import generate
from tests.browser.pdf import pages_of

Open = Callable[..., Page]
Address = Callable[[str], str]
Event = dict[str, Any]

START = 1_780_000_000_000
MARGINS = {"top": "1cm", "right": "1cm", "bottom": "1cm", "left": "1cm"}
BLOCKED = """for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, {get() { throw new Error('denied'); }})"""


def parts_done(module: Module) -> list[Event]:
    return [
        {
            "kind": "section",
            "module": module.id,
            "page": part.page,
            "heading": part.anchor,
            "done": 1,
        }
        for part in module.sections
    ]


def answered(quiz: str, question: Question, *, well: bool = True) -> Event:
    most = question.score(question.key).maximum
    return {
        "kind": "answer",
        "quiz": quiz,
        "item": question.id,
        "rev": question.rev,
        "attempt": 1,
        "response": list(question.key) if well else [],
        "order": [],
        "score": most if well else 0,
        "max": most,
    }


def completed(course: Course, module: Module) -> list[Event]:
    """All parts done; of the quiz, what anybody needs."""
    quiz = course.quiz_of(module)
    questions = quiz.questions if quiz else ()
    needed = [q for q in questions if q.scored and not q.about]
    return parts_done(module) + [answered(module.id, q) for q in needed]


def remember(page: Page, course: Course, events: Iterable[Event], address: str) -> None:
    """Put a record into the browser as if a learner had made it, and open a page."""
    page.goto(address)
    whole = [
        {"id": f"00000000-0000-4000-8000-{n:012x}", "at": START + n, **event}
        for n, event in enumerate(events)
    ]
    key = f"trellis:{course.file.id}:record:0123456789abcdef:0"
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(whole)])
    page.reload()


def listed(page: Page, heading: str) -> list[str]:
    """The modules below a heading of the sheet; none where the heading is not there."""
    title = page.get_by_role("heading", name=heading, exact=True)
    if not title.count() or not title.is_visible():
        return []
    items = title.locator("xpath=following-sibling::ul[1]").get_by_role("listitem")
    return [text.strip() for text in items.all_inner_texts()]


def sheet(page: Page) -> Locator:
    """What is printed."""
    heading = page.get_by_role("heading", name=re.compile("^Modules completed"))
    return heading.locator("xpath=..")


def today(page: Page) -> str:
    shown: str = page.evaluate(
        "new Date().toLocaleDateString('en-GB', {day: 'numeric', month: 'long', year: 'numeric'})"
    )
    return shown


def test_with_nothing_recorded_it_says_what_would_appear_and_can_be_printed(
    course: Course, open_page: Open, address_of: Address
) -> None:
    page = open_page(address_of("statement.md"))
    expect(page.get_by_text("Nothing is recorded in this browser yet.")).to_be_visible()
    expect(page.get_by_role("heading", name="Modules completed so far")).to_be_visible()
    expect(sheet(page)).to_contain_text("None yet.")
    expect(page.get_by_role("heading", name="Modules begun")).to_be_hidden()
    page.evaluate("window.print = () => { document.title = 'printed'; }")
    page.get_by_role("button", name="Print", exact=True).click()
    expect(page).to_have_title("printed")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_some_modules_completed_and_some_begun_stand_apart(
    course: Course, open_page: Open, address_of: Address
) -> None:
    first, second, third, *_ = course.published
    events = [*completed(course, first), *parts_done(second)[:1], *parts_done(third)]
    page = open_page(address_of("index.md"))
    remember(page, course, events, address_of("statement.md"))
    assert listed(page, "Modules completed so far") == [first.title]
    assert listed(page, "Modules begun") == [second.title, third.title]
    text = sheet(page).inner_text()
    assert f"about {first.minutes} minutes" in text
    assert course.file.title in text
    assert f"version {course.file.version}" in text
    assert today(page) in text
    assert "Self-recorded on the learner's device; not verified by" in text
    assert date.today().isoformat() == sheet(page).locator("time").get_attribute("datetime")


def test_all_modules_completed_are_no_longer_so_far(
    course: Course, open_page: Open, address_of: Address
) -> None:
    """The hours are the sum of the modules' minutes."""
    page = open_page(address_of("index.md"))
    events = [event for module in course.published for event in completed(course, module)]
    remember(page, course, events, address_of("statement.md"))
    assert listed(page, "Modules completed") == [module.title for module in course.published]
    expect(page.get_by_role("heading", name="Modules begun")).to_be_hidden()
    hours, minutes = divmod(sum(module.minutes for module in course.published), 60)
    words = [f"{hours} hour{'s' * (hours != 1)}" if hours else "", f"{minutes} minutes"]
    assert (
        f"about {' '.join(filter(None, words[: 2 if minutes else 1]))}." in sheet(page).inner_text()
    )


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 minutes"),
        (1, "1 minute"),
        (60, "1 hour"),
        (61, "1 hour 1 minute"),
        (150, "2 hours 30 minutes"),
    ],
)
def test_minutes_are_told_in_hours(
    minutes: int, words: str, course: Course, open_page: Open, web_address: str
) -> None:
    page = open_page(f"{web_address}/statement/")
    remember(page, course, completed(course, course.published[0]), f"{web_address}/statement/")
    page.locator("[data-minutes]").first.evaluate(
        "(entry, minutes) => { entry.dataset.minutes = minutes; }", minutes
    )
    page.evaluate("trellis.record.reload()")
    expect(sheet(page)).to_contain_text(f"Time that these modules take: about {words}.")


def test_the_name_is_printed_and_kept_nowhere(
    course: Course, open_page: Open, address_of: Address
) -> None:
    page = open_page(address_of("index.md"))
    remember(page, course, completed(course, course.published[0]), address_of("statement.md"))
    before = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    title, address = page.title(), page.url
    field = page.get_by_role("textbox", name="Your name, if you want it printed")
    expect(field).to_have_attribute("autocomplete", "off")
    assert field.get_attribute("required") is None
    assert field.get_attribute("name") is None
    field.fill("Amina <b>O'Neill</b>")
    expect(sheet(page)).to_contain_text("Amina <b>O'Neill</b>")
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print", exact=True).click()
    assert page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])") == before
    assert (page.title(), page.url) == (title, address)
    with page.expect_download() as download:
        page.evaluate("trellis.saveCopy({notes: true})")
    assert "Amina" not in Path(download.value.path()).read_text(encoding="utf-8")
    page.goto(address_of("my-learning.md"))
    page.go_back()
    expect(field).to_have_value("")
    assert "Amina" not in sheet(page).inner_text()
    field.fill("Amina")
    page.reload()
    expect(field).to_have_value("")


def test_what_was_chosen_ticked_or_skipped_is_not_on_it(
    course: Course, open_page: Open, address_of: Address
) -> None:
    """With a story played, a rating given and a theme skipped it reads as it does without."""
    quiz = next(quiz for quiz in course.quizzes.values() if any(q.about for q in quiz.questions))
    about = [q for q in quiz.questions if q.about]
    module = course.modules[quiz.id]
    story = module.scenario
    assert story is not None
    page = open_page(address_of("index.md"))
    events = completed(course, module)
    remember(page, course, events, address_of("statement.md"))
    page.evaluate("trellis.skip.add('distress'); trellis.skip.add('abuse')")
    page.reload()
    plain = page.locator("article").inner_text()
    choices = [
        {"kind": "story", "scenario": story.id, "rev": 1, "step": id, "response": response.id}
        for id, step in story.steps.items()
        for response in step.responses
    ]
    tick = {
        "kind": "rating",
        "tool": "wellbeing",
        "wave": "now",
        "item": "tired",
        "rev": 1,
        "value": 4,
    }
    more = [*events, *choices, tick, *(answered(quiz.id, q, well=False) for q in about)]
    remember(page, course, more, address_of("statement.md"))
    assert page.locator("article").inner_text() == plain
    page.emulate_media(media="print")
    shown = page.locator("article").inner_text()
    for step in story.steps.values():
        for response in step.responses:
            assert response.text[:40] not in shown
    assert story.title not in shown
    assert not re.search("skip|left out|tired|wellbeing", shown, re.I)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("look", ["light", "dark"])
def test_it_prints_on_one_page_in_black_on_white(
    paper: str, look: str, course: Course, open_page: Open, address_of: Address
) -> None:
    page = open_page(address_of("index.md"), color_scheme=look)
    events = [*completed(course, course.published[0]), *parts_done(course.published[1])[:1]]
    remember(page, course, events, address_of("statement.md"))
    for name in ("", "Amina"):
        page.get_by_role("textbox").and_(page.get_by_label("Your name")).fill(name)
        assert pages_of(page.pdf(format=paper, margin=MARGINS)) == 1
    page.emulate_media(media="print")
    colours = page.evaluate(
        """() => [...document.querySelectorAll('html, body, article, article *')]
        .filter(part => part.checkVisibility())
        .map(part => getComputedStyle(part)).map(style => [style.color, style.backgroundColor])"""
    )
    assert {colour for colour, _ in colours[2:]} == {"rgb(0, 0, 0)"}
    assert {ground for _, ground in colours} <= {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"}
    expect(page.get_by_role("textbox").and_(page.get_by_label("Your name"))).to_be_hidden()
    expect(page.get_by_role("button", name="Print", exact=True)).to_be_hidden()
    expect(page.get_by_role("heading", name="Statement of participation")).to_be_visible()


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> tuple[Course, str]:
    """A course of 30 modules with long titles, and its page; it has a host and a high pass mark."""
    folder = tmp_path_factory.mktemp("large")
    generate(folder / "course", 30, questions=4)
    for number, path in enumerate(sorted((folder / "course" / "modules").glob("*/module.yml"))):
        title = f"{number + 1}: how we listen together when days are long and words are few"
        text = re.sub(r"(?m)^title: .*$", f'title: "{title}"', path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")
    host = folder / "course" / "course" / "host.yml"
    host.write_text(
        "schema: 1\norganisation: {id: riverside, name: Riverside Family Centre}\n",
        encoding="utf-8",
    )
    with (folder / "course" / "course" / "course.yml").open("a", encoding="utf-8") as file:
        file.write("\ncompletion: {modules: done, quizzes: attempted, pass_mark: 75}\n")
    course, faults = load(read(folder / "course"))
    assert faults == []
    build(folder / "course", folder / "site", course, [], directory_urls=False)
    return course, (folder / "site" / "statement.html").as_uri()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("begun", [0, 6])
def test_24_modules_still_fit_on_one_page(
    paper: str, begun: int, large: tuple[Course, str], open_page: Open
) -> None:
    course, address = large
    page = open_page(address)
    events = [event for module in course.published[:24] for event in completed(course, module)]
    events += [parts_done(module)[0] for module in course.published[24 : 24 + begun]]
    remember(page, course, events, address)
    assert len(listed(page, "Modules completed so far")) == 24
    assert len(listed(page, "Modules begun")) == begun
    page.get_by_label("Your name").fill("Maria Fernanda de los Ángeles Gutiérrez Villanueva")
    assert pages_of(page.pdf(format=paper, margin=MARGINS)) == 1
    assert "Host Riverside Family Centre" in re.sub(r"\s+", " ", sheet(page).inner_text())
    expect(sheet(page)).to_contain_text("not verified by Riverside Family Centre.")


def test_a_pass_mark_asks_for_points_and_what_was_earned_once_stays(
    large: tuple[Course, str], open_page: Open
) -> None:
    course, address = large
    module = course.published[0]
    quiz = course.quiz_of(module)
    assert quiz is not None
    needed = [q for q in quiz.questions if q.scored and not q.about]
    page = open_page(address)
    tried = [*parts_done(module), *(answered(quiz.id, q, well=False) for q in needed)]
    remember(page, course, tried, address)
    assert listed(page, "Modules begun") == [module.title]
    expect(sheet(page)).to_contain_text("earned at least 75 per cent of the points")
    well = [*tried, *(answered(quiz.id, q) for q in needed)]
    remember(page, course, well, address)
    assert listed(page, "Modules completed so far") == [module.title]
    again = [*well, *(answered(quiz.id, q, well=False) for q in needed)]
    remember(page, course, again, address)
    assert listed(page, "Modules completed so far") == [module.title]


def test_one_draw_of_a_quiz_is_enough_and_drawing_others_takes_nothing_away(
    course: Course, open_page: Open, web_address: str
) -> None:
    module = next(m for m in course.published if course.quiz_of(m))
    quiz = course.quiz_of(module)
    assert quiz is not None
    needed = [q for q in quiz.questions if q.scored and not q.about]
    one, other = needed[:2], needed[2:4]

    def drawn(questions: list[Question]) -> Event:
        return {"kind": "draw", "quiz": quiz.id, "items": [q.id for q in questions]}

    address = f"{web_address}/statement/"
    page = open_page(address)
    events = [*parts_done(module), answered(quiz.id, one[0]), drawn(one)]
    remember(page, course, events, address)
    assert listed(page, "Modules begun") == [module.title]
    events += [answered(quiz.id, one[1]), drawn(other)]
    remember(page, course, events, address)
    assert listed(page, "Modules completed so far") == [module.title]


def test_an_answer_to_another_edition_of_a_question_does_not_complete_a_module(
    course: Course, open_page: Open, web_address: str
) -> None:
    module = course.published[0]
    *events, last = completed(course, module)
    address = f"{web_address}/statement/"
    page = open_page(address)
    remember(page, course, [*events, {**last, "rev": last["rev"] + 1}], address)
    assert listed(page, "Modules begun") == [module.title]


def test_my_learning_says_the_same_of_a_module_and_leads_there(
    course: Course, open_page: Open, address_of: Address
) -> None:
    first, second = course.published[:2]
    page = open_page(address_of("index.md"))
    events = [*completed(course, first), *parts_done(second)]
    remember(page, course, events, address_of("my-learning.md"))
    lines = page.get_by_role("region").or_(page.locator("section")).get_by_role("listitem")
    expect(lines.filter(has_text=first.title).first).to_contain_text("All parts done, quiz tried")
    other = lines.filter(has_text=second.title).first
    expect(other).to_contain_text("All parts done")
    assert "quiz tried" not in other.inner_text()
    page.get_by_role("link", name="Statement of participation").click()
    expect(page.get_by_role("heading", name="Statement of participation")).to_be_visible()
    page.goto(address_of(f"{first.folder}/index.md"))
    page.get_by_role("link", name="Statement of participation").click()
    expect(page.get_by_role("heading", name="Statement of participation")).to_be_visible()
    assert listed(page, "Modules completed so far") == [first.title]


def test_blocked_storage_leaves_a_statement_that_can_be_printed(
    browser: Browser, web_address: str
) -> None:
    context = browser.new_context()
    context.add_init_script(BLOCKED)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{web_address}/statement/")
    page.get_by_label("Your name").fill("Amina")
    expect(sheet(page)).to_contain_text("Amina")
    assert pages_of(page.pdf(format="A4", margin=MARGINS)) == 1
    assert faults == []
    context.close()


def test_without_javascript_there_is_a_sheet_to_fill_in_by_hand(
    course: Course, open_page: Open, address_of: Address
) -> None:
    page = open_page(address_of("statement.md"), java_script_enabled=False)
    expect(page.get_by_role("button", name="Print", exact=True)).to_have_count(0)
    expect(sheet(page)).to_contain_text(course.file.title)
    expect(sheet(page)).to_contain_text("not verified by")
    assert pages_of(page.pdf(format="A4", margin=MARGINS)) == 1
