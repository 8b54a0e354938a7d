"""Words such as “always” and “never” stand in the right answer too, or in none.

Little is always so, and people know it: an answer with “always” is crossed out unread. (Haladyna,
Downing and Rodriguez, *A review of multiple-choice item-writing guidelines*, 2002, call such words
specific determiners.)

Mend it: word the answer as somebody would really say it, without the absolute word.

    # bad quizzes/first-steps.yml 9:26
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greeting
        prompt: A father arrives late. What do you say?
        options:
          - {id: why, text: “Did something happen?”, feedback: He explains in front of others.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “We always sign in first.”, feedback: The list can wait until he sits.}

    # good quizzes/first-steps.yml
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greeting
        prompt: A father arrives late. What do you say?
        options:
          - {id: why, text: “Did something happen?”, feedback: He explains in front of others.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait until he sits.}
"""

import re
from collections.abc import Iterator

from build_tools.activities.question import Question
from build_tools.checks.answers import options
from build_tools.core.diagnostics import Finding, Severity
from build_tools.core.document import plain

SEVERITY = Severity.WARNING
LANGUAGES = ("en",)
ABSOLUTE = re.compile(
    r"\b(?:always|never|absolutely|completely|entirely|totally|invariably|without exception"
    r"|in (?:every|all) cases?|under (?:no|any) circumstances|no matter what"
    r"|(?:every|each) single|at all times)\b",
    re.IGNORECASE,
)


def check(question: Question) -> Iterator[Finding]:
    right = [option for option in options(question) if option.correct]
    if not right or any(ABSOLUTE.search(plain(option.text)) for option in right):
        return
    for option in options(question):
        if not option.correct and (match := ABSOLUTE.search(plain(option.text))):
            yield Finding(
                option.place("text"),
                f"“{match.group()}” gives away that this answer does not fit",
                "say it as somebody who means well would, without the absolute word",
            )
