"""Faults that only a question of putting in order can have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.activities.order import Activity
from build_tools.core.diagnostics import Finding, Severity
from build_tools.core.document import plain

SEVERITIES = {"qui044_place_in_words": Severity.WARNING}
FEWEST, MOST = 3, 7
_PLACE = re.compile(
    r"(?:\(?(?:(?:\d{1,2}|[ivx]{1,4})[.):]|[a-h]\))\s"
    r"|(?:\d(?:st|nd|rd|th)|step\s+(?:\d+|one|two|three|four|five|six|seven)|first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?"
    r"|fifth(?:ly)?|last(?:ly)?|final(?:ly)?|at\s+last|to\s+(?:begin|start)\s+with|in\s+the\s+end)"
    r"\s*[,.:;–—]"
    r"|(?:first|finally)\s+(?:of\s+all\b|(?:he|she|they|you|we|i)\b))",
    re.IGNORECASE,
)


def qui043_order_count(question: Activity) -> Iterator[Finding]:
    """There are three to seven things to put in order.

    Of two, whoever knows nothing has the right order half the time. With more than seven, one
    thing out of place is hard to find, and moving it takes long: that is a warning.

    Mend it: add a step between two of them, or put two together.

        # bad quizzes/first-steps.yml 6:5
        questions:
          - id: calm-first
            type: order
            objective: choose-greeting
            prompt: Put what he does into the order that helps.
            items:
              - {id: stop, text: He stops the car., feedback: Nobody can listen while it moves.}
              - {id: reason, text: He explains the rule., feedback: Reasons reach whoever is calm.}

        # good quizzes/first-steps.yml
        questions:
          - id: calm-first
            type: order
            objective: choose-greeting
            prompt: Put what he does into the order that helps.
            items:
              - {id: stop, text: He stops the car., feedback: Nobody can listen while it moves.}
              - {id: stay, text: He stays near her., feedback: She can borrow his calm.}
              - {id: reason, text: He explains the rule., feedback: Reasons reach whoever is calm.}
    """
    count = len(question.items)
    if count < FEWEST:
        amount = {0: "is nothing", 1: "is one thing"}.get(count, f"are {count} things")
        yield Finding(
            question.place("items", key=True),
            f"there {amount} to put in order; there should be at least {FEWEST}",
            "add a step" if count else "write the steps in the right order",
        )
    elif count > MOST:
        yield Finding(
            question.place("items", key=True),
            f"there are {count} things to put in order; there should be at most {MOST}",
            "put two together, or make two questions of it",
            Severity.WARNING,
        )


def qui044_place_in_words(question: Activity) -> Iterator[Finding]:
    """A thing to put in order does not say itself where it goes.

    “1.”, “First,” or “Finally,” can be put in order without a thought for what it says.

    Mend it: leave the number or the word out; the page numbers the things as they stand.

        # bad quizzes/first-steps.yml 8:26
        questions:
          - id: calm-first
            type: order
            objective: choose-greeting
            prompt: Put what he does into the order that helps.
            items:
              - {id: stop, text: "First, he stops the car.", feedback: Nobody hears while it moves.}
              - {id: stay, text: "2. He stays near her.", feedback: She can borrow his calm.}
              - {id: reason, text: He explains the rule., feedback: Reasons reach whoever is calm.}

        # good quizzes/first-steps.yml
        questions:
          - id: calm-first
            type: order
            objective: choose-greeting
            prompt: Put what he does into the order that helps.
            items:
              - {id: stop, text: He stops the car., feedback: Nobody can listen while it moves.}
              - {id: stay, text: He stays near her., feedback: She can borrow his calm.}
              - {id: reason, text: He explains the rule., feedback: Reasons reach whoever is calm.}
    """
    for item in question.items:
        if match := _PLACE.match(plain(item.text).lstrip()):
            yield Finding(
                item.place("text"),
                f"“{match.group().strip()}” tells where this goes",
                "leave it out; the page numbers the things as they stand",
            )
