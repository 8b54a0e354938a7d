"""Putting things in order without dragging, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser.test_examples import ALL, whole

Open = Callable[..., Page]
EXAMPLE = next(example for example in ALL if example.question.id == "order-plain")


def moving(question: Locator, way: str) -> list[Locator]:
    return question.get_by_role("button", name=f"Move {way}: ").all()


def test_a_thing_moves_by_keyboard_and_its_place_is_announced(
    examples_page: str,
    open_page: Open,
) -> None:
    """The focus stays on the button that was pressed; the ends stay in the order of Tab."""
    question = whole(open_page(examples_page), EXAMPLE)
    first, last = moving(question, "up")[0], moving(question, "down")[-1]
    expect(first).to_have_attribute("aria-disabled", "true")
    expect(last).to_have_attribute("aria-disabled", "true")
    stop = question.get_by_role("button", name="Move up: He pulls in and stops the car.")
    for place in (2, 1, 1):
        stop.press("Enter")
        expect(stop).to_be_focused()
        announced = f"He pulls in and stops the car: position {place} of 5"
        expect(question.get_by_role("status").first).to_have_text(announced)
    expect(stop).to_have_attribute("aria-disabled", "true")
    expect(stop).to_be_enabled(enabled=False)


def test_a_thing_moves_down_by_mouse_and_its_place_is_announced(
    examples_page: str,
    open_page: Open,
) -> None:
    """A click moves it, keeps the focus on its button, and says the new place."""
    question = whole(open_page(examples_page), EXAMPLE)
    items = question.get_by_role("listitem").filter(has=question.page.get_by_role("button"))
    before = items.evaluate_all("all => all.map(item => item.dataset.id)")
    text = items.first.locator(".tr-order__text").inner_text().strip()
    down = question.get_by_role("button", name=f"Move down: {text}")
    for place in (2, 3):
        down.click()
        expect(down).to_be_focused()
        announced = f"{text.removesuffix('.')}: position {place} of {len(before)}"
        expect(question.get_by_role("status").first).to_have_text(announced)
    moved = items.evaluate_all("all => all.map(item => item.dataset.id)")
    assert moved == [*before[1:3], before[0], *before[3:]]


def test_an_order_is_restored_and_trying_again_begins_where_it_began(
    examples_page: str,
    open_page: Open,
) -> None:
    """What was not moved is an answer too; the record keeps the order that was met."""
    page = open_page(examples_page)
    question = whole(page, EXAMPLE)
    texts = question.get_by_role("button", name="Move up: ")
    met = texts.evaluate_all("all => all.map(button => button.ariaLabel)")
    moving(question, "down")[0].press("Space")
    moved = texts.evaluate_all("all => all.map(button => button.ariaLabel)")
    assert moved == [met[1], met[0], *met[2:]]
    question.get_by_role("button", name="Check my answer").press("Enter")
    page.reload()
    expect(question.get_by_role("status").last).to_contain_text("Not the best fit here.")
    assert texts.evaluate_all("all => all.map(button => button.ariaLabel)") == moved
    question.get_by_role("button", name="Try again").press("Enter")
    assert texts.evaluate_all("all => all.map(button => button.ariaLabel)") == met
    expect(moving(question, "down")[0]).to_be_focused()
