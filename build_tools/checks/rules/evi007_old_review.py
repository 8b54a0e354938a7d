"""A module was reviewed in the last eighteen months.

What is known changes, and so do laws and names. A reader who sees the date decides how far to
trust the page; a date long past says that nobody has looked.

Mend it: read the module through, mend what has changed, and write the day under `review: on`.

    # bad modules/first-steps/module.yml 1:46
    review: {kind: desk, by: course authors, on: 2025-03-01}

    # good modules/first-steps/module.yml
    review: {kind: desk, by: course authors, on: 2025-07-01}
"""

from collections.abc import Iterator
from datetime import date

from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.module import Module

SEVERITY = Severity.WARNING
MONTHS = 18


def check(module: Module, *, today: date) -> Iterator[Finding]:
    day = module.review.on
    age = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    if age >= MONTHS:
        yield Finding(
            module.review.place("on"),
            f"the last review was {age} months ago",
            "read the module through, and write the day here",
        )
