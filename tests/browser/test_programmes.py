"""Each programme from its start to its end, as those who use it would go through it.

They come back on other days, move to another browser with a file, and print. A team that finds a
duty without a lead is in `test_role_map.py`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_capacity import AWARENESS, CALM, DISCLOSURE, cell, rate, when

Open = Callable[..., Page]
Address = Callable[[str], str]

RATING = "tools/capacity-self-assessment"


def box(page: Page | Locator, name: str) -> Locator:
    return page.get_by_role("textbox", name=name).first


def mark(page: Page, phase: str) -> None:
    page.get_by_role("button", name=f"Mark as done: {phase}", exact=True).click()


def here(page: Page) -> Locator:
    return page.get_by_role("region", name="Where you are")


def saved(page: Page, button: str) -> Path:
    """Press a button that makes a file."""
    with page.expect_download() as download:
        page.get_by_role("main").get_by_role("button", name=button, exact=True).click()
    return Path(download.value.path())


def load(page: Page, file: Path) -> None:
    page.get_by_role("main").get_by_label("Load a file").set_input_files(file)
    expect(page.get_by_text("Loaded. What was in the file")).to_be_visible()


def on_paper(page: Page) -> str:
    """What stands on paper."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    text = page.locator("body").inner_text()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    return text


def events(page: Page, kind: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("trellis.record.events")
    return [event for event in found if event["kind"] == kind]


def test_a_resilience_practitioner_goes_through_five_phases(
    programme: Address, open_page: Open
) -> None:
    """Assess, learn, plan, follow up, close; after the plan in another browser, by a file."""
    page = open_page(programme("journey.md"))
    page.get_by_role("link", name="Needs assessment", exact=True).first.click()
    page.get_by_label("My own work").check()
    page.get_by_role("row", name="Awareness").get_by_label("A little").check()
    suggested = page.get_by_role("region", name="Modules that may help")
    box(page, "What already works here").fill("Tea at four")
    page.get_by_role("group", name="Two priorities").get_by_role("textbox").first.fill("Calm")
    page.keyboard.press("Tab")
    suggested.get_by_role("link", name="A calm first minute").click()
    page.get_by_role("button", name=re.compile("^Mark as done")).first.click()

    page.goto(programme("journey.md"))
    mark(page, "Needs assessment")
    expect(here(page)).to_contain_text("You are in this phase: Capacity building.")
    page.get_by_role("link", name="Action plan", exact=True).first.click()
    goal = page.get_by_role("region", name="Goal 1")
    expect(goal).to_contain_text("Tea at four")
    box(goal, "What will be different").fill("Two seats by the door")
    box(goal, "If this happens").fill("somebody waits")
    box(goal, "then").fill("offer a seat")
    box(goal, "Sign that we are getting there").fill("They sit down")
    page.keyboard.press("Tab")
    box(goal, "Could this make anyone less safe").fill("never kept")
    file = saved(page, "Save as a file to load again")
    assert "never kept" not in file.read_text(encoding="utf-8")
    paper = on_paper(page)
    assert "Two seats by the door" in paper
    assert "left open" in paper

    other = open_page(programme("tools/follow-up.md"))
    load(other, file)
    step = other.locator("[data-field=done]").get_by_role("group").first
    expect(step).to_contain_text("somebody waits")
    step.get_by_label("Done at times").check()
    box(other, "What did you see or hear").fill("Two people sat down")
    box(other, "Keep, change or drop").fill("Keep the seats")
    other.keyboard.press("Tab")
    other.reload()
    expect(step.get_by_label("Done at times")).to_be_checked()
    other.goto(programme("journey.md"))
    expect(here(other)).to_contain_text("You are in this phase: Follow-up.")
    expect(here(other)).to_contain_text("Next comes: Closure.")

    other.goto(programme("tools/closure.md"))
    for words in ("Two seats by the door", "Two people sat down", "Keep the seats"):
        expect(other.get_by_text(words).first).to_be_visible()
    box(other, "Where we began").fill("From standing to sitting")
    other.keyboard.press("Tab")
    assert "From standing to sitting" in on_paper(other)
    other.goto(programme("journey.md"))
    for phase in ("Capacity building", "Action plan", "Follow-up", "Closure"):
        mark(other, phase)
    mark(other, "Needs assessment")
    expect(here(other)).to_contain_text("You have been through all five phases.")
    assert [event["status"] for event in events(other, "plan")] == ["at-times"]
    kept = json.dumps(other.evaluate("trellis.record.events"))
    assert not re.search("seat|sat|Tea|Calm", kept)


def test_a_parent_mentor_makes_a_plan_and_looks_at_it_again(
    programme: Address, open_page: Open
) -> None:
    """No history and no name is asked for; a worry about safety leads to people, not into a box."""
    page = open_page(programme("tools/parent-mentor-plan.md"))
    box(page, "A made-up label for the family").fill("The lighthouse family")
    box(page, "that we now see as").fill("He cannot wait yet")
    box(page, "Before: anticipate").fill("Shoes by the door")
    box(page, "What helps this child now").fill("never kept")
    box(page, "If this happens").fill("the bell rings")
    box(page, "then").fill("go out together")
    page.keyboard.press("Tab")
    group = page.get_by_role("group", name="Is there any worry about safety today?")
    lead = group.get_by_text("safeguarding", exact=False).last
    group.get_by_label("Yes").check()
    expect(lead).to_be_visible()
    page.reload()
    expect(group.get_by_label("Yes")).not_to_be_checked()
    expect(box(page, "What helps this child now")).to_have_value("")
    expect(box(page, "Before: anticipate")).to_have_value("Shoes by the door")
    expect(box(page, "If this happens")).to_have_value("the bell rings")
    expect(page.get_by_label("Review date")).not_to_have_value("")

    text = saved(page, "Save as text").read_text(encoding="utf-8")
    assert "The lighthouse family" in text
    assert "never kept" not in text
    other = open_page(programme("tools/parent-mentor-plan.md"))
    load(other, saved(page, "Save as a file to load again"))
    box(other, "When it goes wrong").fill("We said sorry and tried again")
    other.keyboard.press("Tab")
    other.reload()
    assert "We said sorry and tried again" in on_paper(other)
    assert "Shoes by the door" in on_paper(other)
    assert events(other, "plan") == events(other, "rating") == []


def test_a_community_coordinator_rates_in_all_waves_and_shares_only_counts(
    programme: Address, open_page: Open
) -> None:
    """Before, after, looking back, and three and six months later, the last in another browser."""
    page = open_page(programme(f"{RATING}.md"))
    for text in AWARENESS:
        rate(page, text, "Mostly true")
    for text in (CALM, DISCLOSURE):
        rate(page, text, "A little true")
    steps = page.get_by_role("list").filter(has_text="Competency · Yourself:").last
    expect(steps).to_contain_text("these may help: Action plan")

    page.reload()
    when(page, "After")
    for text in AWARENESS:
        rate(page, text, "Half true")
    for text in (CALM, DISCLOSURE):
        rate(page, text, "Mostly true")
    expect(cell(page, "Awareness")).to_contain_text("lower than before")
    expect(page.get_by_text("That is no failure.").last).to_be_visible()
    expect(cell(page, "Competency")).to_contain_text("higher than before")

    page.get_by_role("link", name="Looking back").click()
    for text in AWARENESS:
        rate(page, text, "Not true yet")
    page.goto(programme(f"{RATING}.md"))
    page.get_by_label("Set it beside").select_option("then")
    expect(cell(page, "Awareness")).to_contain_text("higher than before")
    expect(cell(page, "Competency")).to_contain_text("nothing to compare with")

    page.goto(programme(f"{RATING}/short-form.md"))
    when(page, "Three months later")
    rate(page, AWARENESS[1], "Fully true")
    expect(page.get_by_label("Set it beside")).to_have_value("post")
    expect(cell(page, "Awareness")).to_contain_text("higher than before")

    page.goto(programme("my-learning.md"))
    file = saved(page, "Save a copy")
    other = open_page(programme("my-learning.md"))
    other.get_by_role("main").get_by_label("Load a copy").set_input_files(file)
    expect(other.get_by_text("Loaded. What was in the file is now part")).to_be_visible()
    other.goto(programme(f"{RATING}.md"))
    when(other, "Six months later")
    for text in AWARENESS:
        rate(other, text, "Fully true")
    expect(other.get_by_label("Set it beside")).to_have_value("follow-up-3m")
    other.get_by_label("Set it beside").select_option("post")
    expect(cell(other, "Awareness")).to_contain_text("higher than before")
    paper = on_paper(other)
    assert "Your map · Six months later" in paper
    assert "Fully true; higher than before" in paper

    other.goto(programme("share.md"))
    shared = json.loads(saved(other, "Save this file").read_text(encoding="utf-8"))
    waves = shared["ratings"]["capacity-self-assessment"]
    assert {wave: len(items) for wave, items in waves.items()} == {
        "pre": 5,
        "post": 5,
        "then": 3,
        "follow-up-3m": 1,
        "follow-up-6m": 3,
    }


def test_a_worker_and_a_manager_make_a_plan_of_support(programme: Address, open_page: Open) -> None:
    """What is the worker's own stays out of what the manager gets: the parts are filed apart."""
    worker = open_page(programme("tools/wellbeing-plan.md"))
    box(worker, "One boundary I will keep this month").fill("No calls after six")
    box(worker, "My early signs").fill("never kept")
    box(worker, "In five minutes").fill("Tea at the window")
    worker.keyboard.press("Tab")
    team = worker.get_by_role("table", name="We can reach each other when it matters")
    scale = (
        team
        if team.count()
        else worker.get_by_role("group", name="We can reach each other when it matters")
    )
    scale.get_by_label("Mostly true").check()
    worker.reload()
    expect(box(worker, "One boundary I will keep this month")).to_have_value("No calls after six")
    expect(box(worker, "My early signs")).to_have_value("")
    expect(scale.get_by_label("Mostly true")).to_be_checked()
    kept = json.dumps(worker.evaluate("trellis.record.events"))
    assert not re.search("boundary|calls|mostly", kept)

    manager = open_page(programme("tools/wellbeing-plan.md"))
    expect(manager.get_by_text("These are the employer's duties.")).to_be_visible()
    box(manager, "Reflective supervision").fill("Every fortnight, protected")
    box(manager, "Who owns this part").fill("The home's manager")
    manager.keyboard.press("Tab")
    manager.reload()
    paper = on_paper(manager)
    assert "Every fortnight, protected" in paper
    assert "No calls after six" not in paper
    text = saved(manager, "Save as text").read_text(encoding="utf-8")
    assert "## What the organisation provides" in text
    assert "The home's manager" in text


@pytest.mark.parametrize("uri", ["journey.md", f"{RATING}.md", "tools/team-role-map.md"])
def test_nothing_stops_at_a_browser_that_keeps_nothing(
    uri: str, programme: Address, open_page: Open
) -> None:
    """Storage may be blocked: pages work until they are left, and nothing breaks."""
    page = open_page(programme("support.md"))
    page.context.add_init_script(
        """for (const name of ["localStorage", "sessionStorage"])
            Object.defineProperty(window, name, {get() { throw new DOMException("denied"); }});"""
    )
    page.goto(programme(uri))
    if uri == "journey.md":
        mark(page, "Needs assessment")
        expect(here(page)).to_contain_text("Next comes")
    elif uri == "tools/team-role-map.md":
        page.get_by_role("combobox").first.select_option("leads")
        expect(page.get_by_text("Nobody leads this yet")).to_be_visible()
    else:
        for text in AWARENESS:
            rate(page, text, "Half true")
        expect(cell(page, "Awareness")).to_contain_text("Half true")
