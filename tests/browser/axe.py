"""Ask axe what keeps somebody out of a page."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# What is passed is not handed over: thousands of elements that nobody reads.
RUN = """([within, rules]) => axe.run(within || document, {resultTypes: ["violations"], rules})
    .then(({violations}) => violations.flatMap(
        ({id, nodes}) => nodes.map(({html}) => `${id}: ${html.slice(0, 120)}`)))"""


def violations(page: Page, within: str | None = "article", *, colours: bool = True) -> list[str]:
    """Run axe with its default rules and the one on sizes of targets; give what it finds.

    Over what the selector finds, or over the whole page with its frame. Without colours the rules
    that compare them rest: they take most of the time.
    """
    rules = {"target-size": True, "color-contrast": colours, "link-in-text-block": colours}
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    enabled = {rule: {"enabled": enabled} for rule, enabled in rules.items()}
    found: list[str] = page.evaluate(RUN, [within, enabled])
    return found
