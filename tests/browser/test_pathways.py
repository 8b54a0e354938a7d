"""Every pathway can be walked from its first module to its statement of participation.

By keyboard: each link is followed with Enter, every part is marked as done, and every question is
answered in whatever way, right or not. The ordinary run walks the shortest pathway; the slow run
walks them all.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from build_tools.model.course import Course
from build_tools.model.module import Module
from build_tools.model.pathway import Pathway
from tests.browser.conftest import address
from tests.browser.test_statement import listed
from tests.conftest import ROOT

# Some answer to every question of a quiz, given and checked as by a hand that is in a hurry.
ANSWER_ALL = """() => {
    let answered = 0;
    for (const form of document.querySelectorAll('article .tr-question form')) {
        for (const list of form.querySelectorAll('select')) list.selectedIndex = 1;
        form.querySelector('input[type=radio], input[type=checkbox]')?.click();
        const typed = form.querySelector('input[type=text]');
        if (typed) { typed.value = '1'; typed.dispatchEvent(new Event('input', {bubbles: true})); }
        for (const control of form.querySelectorAll('select'))
            control.dispatchEvent(new Event('change', {bubbles: true}));
        form.requestSubmit();
        answered += 1;
    }
    return answered;
}"""


def pathways() -> list[Any]:
    """The pathways of the shipped course, as parameters; the shortest is in the ordinary run."""
    files = sorted((ROOT / "course/pathways").glob("*.yml"))
    lengths = {
        path.stem: len(yaml.safe_load(path.read_text(encoding="utf-8"))["modules"])
        for path in files
    }
    shortest = min(lengths, key=lambda id: (lengths[id], id))
    return [pytest.param(id, marks=[] if id == shortest else [pytest.mark.slow]) for id in lengths]


def study(page: Page, module: Module, course: Course) -> None:
    """Go through a module and its quiz as somebody who does all of it."""
    expect(page.get_by_role("heading", level=1)).to_have_text(module.title)
    buttons = page.get_by_role("button", name="Mark as done: ")
    expect(buttons).to_have_count(len(module.sections))
    for button in buttons.all():
        button.press("Enter")
        expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_text("You have marked every part as done")).to_be_visible()
    page.get_by_role("main").locator(f"a[href*='quizzes/{module.id}']").first.press("Enter")
    quiz = course.quiz_of(module)
    assert quiz is not None
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Practice quiz: {module.title}")
    page.wait_for_load_state("load")
    assert page.evaluate(ANSWER_ALL) == len(quiz.questions)
    expect(page.get_by_role("heading", name="And now?")).to_be_visible()


def go_on(page: Page, pathway: Pathway) -> None:
    """Follow the pathway from the end of a quiz."""
    ways = page.get_by_role("navigation", name="Next in your pathway")
    ways.get_by_text("Following a pathway?").press("Enter")
    line = ways.get_by_role("listitem").filter(has_text=f"{pathway.title}:")
    line.get_by_role("link").press("Enter")


@pytest.mark.parametrize("id", pathways())
def test_a_pathway_leads_from_its_first_module_to_its_statement(
    id: str, course: Course, open_page: Callable[..., Page], web_address: str
) -> None:
    pathway = course.pathways[id]
    modules = [course.modules[name] for name in pathway.modules]
    page = open_page(address(web_address, "index.md"))
    page.get_by_role("main").get_by_role("link", name=pathway.title, exact=True).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(pathway.title)
    shown = page.get_by_role("main").get_by_role("listitem").get_by_role("link")
    titles = [text.strip() for text in shown.all_inner_texts()]
    assert [title for title in titles if title in {m.title for m in modules}] == [
        module.title for module in modules
    ]
    page.get_by_role("main").get_by_role("link", name=modules[0].title, exact=True).press("Enter")
    for module in modules:
        study(page, module, course)
        go_on(page, pathway)
    expect(page.get_by_role("heading", level=1)).to_have_text("Statement of participation")
    done = [module.title for module in course.published if module in modules]
    assert listed(page, "Modules completed so far") == done
    expect(page.get_by_role("heading", name="Modules begun")).to_be_hidden()
    minutes = sum(module.minutes for module in modules)
    hours = f"{minutes // 60} hour{'s' * (minutes // 60 != 1)}"
    expect(page.get_by_text("Time that these modules take")).to_contain_text(hours)


def test_every_module_says_where_each_of_its_pathways_goes_on(
    course: Course, web_site: Path
) -> None:
    """Also where the next module of the whole course is another one."""
    for module in course.published:
        html = (web_site / module.folder / "index.html").read_text(encoding="utf-8")
        start = html.index('class="tr-ways"')
        ways = html[start : html.index("</nav>", start)]
        for pathway, after in course.ways_on(module):
            line = ways[ways.index(f"<li>{pathway.title}") :].split("</li>")[0]
            assert (after.folder.split("/")[1] if after else "statement") in line
