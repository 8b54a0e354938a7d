"""Every question of every quiz, answered as learners would."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from build_tools.activities.question import Question
from build_tools.core.document import plain
from build_tools.model.course import Course
from tests.browser.samples import sampled

Open = Callable[..., Page]
Address = Callable[[str], str]

QUIZZES = sampled("quizzes/*.yml")
VERDICT = {"best": "Yes, this fits.", "partly": "Partly.", "not-here": "Not the best fit here."}


def chosen_from(quiz_id: str, course: Course) -> list[tuple[int, Question]]:
    """The questions whose options are chosen, with their numbers; the examples try all kinds."""
    questions = enumerate(course.quizzes[quiz_id].questions, 1)
    return [(number, question) for number, question in questions if question.answers]


def control(page: Page, fieldset: Locator, question: Question, option: str) -> Locator:
    answer = next(a for a in question.answers if a.id == option)
    role = "checkbox" if question.type == "choices" else "radio"
    return fieldset.get_by_role(role, name=plain(answer.text), exact=True)


def frame(page: Page, number: int, total: int) -> Locator:
    """The whole of a question, found by its heading."""
    heading = page.get_by_role("heading", name=f"Question {number} of {total}", exact=True)
    return heading.locator("xpath=..")


BEHIND = """element => element === document.activeElement ? 0
    : element.compareDocumentPosition(document.activeElement) & 4 ? -1 : 1"""


def press_until_focused(page: Page, target: Locator, most: int = 400) -> None:
    """Press Tab, or Shift and Tab, until an element has the focus."""
    element = target.element_handle()
    for _ in range(most):
        way = element.evaluate(BEHIND)
        if way == 0:
            return
        page.keyboard.press("Tab" if way > 0 else "Shift+Tab")
    raise AssertionError("the keyboard never reached the element")


def answer_by_keyboard(page: Page, whole: Locator, question: Question, options: list[str]) -> None:
    """Choose and check without a mouse: radios by arrow keys, checkboxes by Space."""
    role = "checkbox" if question.type == "choices" else "radio"
    fieldset = whole.get_by_role("group").filter(has=page.get_by_role(role)).first
    if question.type == "choices":
        for answer in question.answers:
            box = control(page, fieldset, question, answer.id)
            press_until_focused(page, box)
            if (answer.id in options) != box.is_checked():
                page.keyboard.press("Space")
    else:
        wanted = control(page, fieldset, question, options[0])
        radios = fieldset.get_by_role("radio")
        # Tab enters a group of radios at the chosen one, or at the first.
        checked = [i for i in range(radios.count()) if radios.nth(i).is_checked()]
        press_until_focused(page, radios.nth(checked[0] if checked else 0))
        if not wanted.is_checked():
            page.keyboard.press("Space")
        for _ in range(radios.count()):
            if wanted.is_checked():
                break
            page.keyboard.press("ArrowDown")
    check = whole.get_by_role("button", name="Check my answer")
    press_until_focused(page, check)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("quiz_id", QUIZZES)
def test_every_question_can_be_answered_by_keyboard_and_gives_its_feedback(
    quiz_id: str, course: Course, open_page: Open, address_of: Address
) -> None:
    """Each answer gets the verdict that scoring in Python gives, and the words of its option."""
    page = open_page(address_of(f"quizzes/{quiz_id}.md"))
    total = len(course.quizzes[quiz_id].questions)
    for number, question in chosen_from(quiz_id, course):
        whole = frame(page, number, total)
        status = whole.get_by_role("status")
        expect(status).to_be_empty()
        key = [answer.id for answer in question.answers if answer.correct]
        other = next(answer.id for answer in question.answers if not answer.correct)
        tries = [[other], key] if question.type != "choices" else [[other], [key[0]], key]
        for response in tries:
            answer_by_keyboard(page, whole, question, response)
            verdict = VERDICT[question.score(response).verdict]
            # The mark before the verdict is drawn by the style sheet and is not part of the text.
            expect(status).to_have_text(re.compile(rf"^\s*{re.escape(verdict)}"))
            for chosen in response:
                feedback = next(a.feedback for a in question.answers if a.id == chosen)
                expect(status).to_contain_text(plain(feedback), use_inner_text=True)
            expect(whole.get_by_role("button", name="Check my answer")).to_be_focused()


def test_the_verdict_is_words_also_where_no_style_sheet_loads(
    open_page: Open, web_address: str
) -> None:
    """Neither a colour nor a sign says it alone, and with its colours nothing of it is red."""
    page = open_page(f"{web_address}/quizzes/co-regulation/")
    colours = """(one) => [one, ...one.querySelectorAll("*")].flatMap((part) => {
      const style = getComputedStyle(part);
      return [style.color, style.backgroundColor, style.borderLeftColor];
    })"""
    question = page.locator("tr-choice").first
    status = question.get_by_role("status")
    for styled in (True, False):
        if not styled:
            page.route("**/*.css", lambda route: route.abort())
            page.reload()
            header = "getComputedStyle(document.querySelector('header')).position"
            assert page.evaluate(header) == "static"
        verdicts = set()
        for option in question.get_by_role("radio").all():
            option.check()
            question.get_by_role("button", name="Check my answer").click()
            words = status.inner_text()
            verdicts |= {verdict for verdict in VERDICT.values() if verdict in words}
            for look in ("light", "dark") if styled else ():
                page.emulate_media(color_scheme=look)
                for colour in status.evaluate(colours):
                    red, green, blue = map(float, re.findall(r"[\d.]+", colour)[:3])
                    assert red < 2.5 * max(green, blue, 1), colour
            question.get_by_role("button", name="Try again").click()
        assert len(verdicts) == 2


@pytest.mark.parametrize("quiz_id", QUIZZES)
def test_without_javascript_every_question_shows_its_answer_and_reasons(
    quiz_id: str, course: Course, open_page: Open, address_of: Address
) -> None:
    """Prompt, options and a native disclosure are there; nothing seems to work that does not."""
    page = open_page(address_of(f"quizzes/{quiz_id}.md"), java_script_enabled=False)
    total = len(course.quizzes[quiz_id].questions)
    expect(page.get_by_role("button", name="Check my answer")).to_have_count(0)
    for number, question in chosen_from(quiz_id, course):
        whole = frame(page, number, total)
        asks = whole.get_by_role("group", name=plain(question.ask), exact=True)
        expect(asks.locator("> legend")).to_be_visible()
        for answer in question.answers:
            expect(control(page, whole, question, answer.id)).to_be_visible()
            expect(whole.get_by_text(plain(answer.feedback)[:60]).first).to_be_hidden()
        whole.locator("summary").press("Enter")
        for answer in question.answers:
            reason = whole.get_by_text(plain(answer.feedback)[:60]).first
            expect(reason).to_be_visible()
            verdict = VERDICT["best" if answer.correct else "not-here"]
            expect(reason).to_contain_text(verdict)


def test_choosing_alone_changes_nothing(open_page: Open, address_of: Address) -> None:
    """Only the button checks; choosing an option submits nothing and says nothing."""
    page = open_page(address_of("quizzes/co-regulation.md"))
    before = page.url
    whole = frame(page, 1, 8)
    whole.get_by_role("radio").nth(1).check()
    expect(whole.get_by_role("status")).to_be_empty()
    assert page.url == before


def test_checking_nothing_says_so_and_leads_to_the_first_option(
    open_page: Open, address_of: Address
) -> None:
    """The summary takes the focus, its link moves it to the first option, and the address stays."""
    page = open_page(address_of("quizzes/co-regulation.md"))
    before = page.url
    whole = frame(page, 1, 8)
    whole.get_by_role("button", name="Check my answer").press("Enter")
    summary = whole.get_by_role("group", name="There is a problem")
    expect(summary).to_be_focused()
    summary.get_by_role("link").press("Enter")
    expect(whole.get_by_role("radio").first).to_be_focused()
    assert page.url == before
    page.keyboard.press("Space")
    whole.get_by_role("button", name="Check my answer").press("Enter")
    expect(summary).to_be_hidden()


def test_trying_again_clears_the_answer_and_can_be_repeated(
    open_page: Open, address_of: Address
) -> None:
    """Tries are not counted; after clearing, the focus is where one chooses anew."""
    page = open_page(address_of("quizzes/co-regulation.md"))
    whole = frame(page, 1, 8)
    for _ in range(3):
        whole.get_by_role("radio").first.check()
        whole.get_by_role("button", name="Check my answer").press("Enter")
        expect(whole.get_by_role("status")).not_to_be_empty()
        whole.get_by_role("button", name="Try again").press("Enter")
        expect(whole.get_by_role("status")).to_be_empty()
        expect(whole.get_by_role("radio").first).to_be_focused()
        expect(whole.get_by_role("radio").first).not_to_be_checked()


def test_a_critical_question_missed_shows_what_to_do_and_whom_to_call(
    course: Course, open_page: Open, address_of: Address
) -> None:
    """The right action and the way to support stand there at once, and go when it is put right."""
    quiz, number, question = next(
        (quiz, number, question)
        for quiz in course.quizzes.values()
        for number, question in enumerate(quiz.questions, 1)
        if question.critical
    )
    page = open_page(address_of(f"quizzes/{quiz.id}.md"))
    whole = frame(page, number, len(quiz.questions))
    what_to_do = whole.get_by_text("What to do", exact=True)
    expect(what_to_do).to_be_hidden()
    other = next(answer.id for answer in question.answers if not answer.correct)
    answer_by_keyboard(page, whole, question, [other])
    expect(what_to_do).to_be_visible()
    expect(whole.get_by_role("link", name="Support contacts")).to_be_visible()
    answer_by_keyboard(page, whole, question, [a.id for a in question.answers if a.correct])
    expect(what_to_do).to_be_hidden()


KEPT = """() => [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]"""


def test_nothing_is_stored_before_the_learner_acts_and_no_cookie_ever(
    open_page: Open, address_of: Address
) -> None:
    """Reading leaves no trace; checking an answer writes one segment of the course's own."""
    page = open_page(address_of("quizzes/co-regulation.md"))
    assert page.evaluate(KEPT) == [[], [], ""]
    whole = frame(page, 1, 8)
    whole.get_by_role("radio").first.check()
    assert page.evaluate(KEPT) == [[], [], ""]
    whole.get_by_role("button", name="Check my answer").press("Enter")
    device, tab, cookies = page.evaluate(KEPT)
    assert [key.split(":")[:3] for key in device] == [
        ["trellis", "trauma-informed-practice", "record"]
    ]
    # Which segment is this tab's, and that it was asked where to keep things.
    assert {key.rpartition(":")[2] for key in tab} == {"asked", "writer"}
    assert cookies == ""
