"""No answer stands for other answers.

“All of the above” is right as soon as two answers are known to be, and “none of the above” shows
what somebody can rule out and not what they would do. Both make no sense to someone who hears the
answers one at a time. (Haladyna, Downing and Rodriguez, *A review of multiple-choice item-writing
guidelines*, 2002.)

Mend it: leave it out. Where several answers fit, use `type: choices`.

    # bad quizzes/first-steps.yml 9:25
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greeting
        prompt: A father arrives late. What do you say?
        options:
          - {id: why, text: “Did something happen?”, feedback: He explains in front of others.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: all, text: All of the above, feedback: One of these asks for a reason.}

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
STANDS_FOR_OTHERS = re.compile(
    r"(?:all|none|neither|both|any|either|some|two|three|most|more than one|not any)"
    r"(?:\s+(?:of\s+)?(?:the|these|those))?"
    r"(?:\s+(?:two|three|four|other|others))?(?:\s+(?:answers?|options?|choices?|ones))?"
    r"(?:\s+(?:(?:given|listed|named)\s+)?(?:above|below|here))?"
    r"(?:\s+(?:are|is|apply|applies|fits?)(?:\s+(?:right|correct|true))?)?"
    r"|(?:all|none|both|neither|either)\s+(?:of\s+)?(?:the\s+)?(?:answers?|options?)?\s*"
    r"[(]?[a-f1-6][)]?(?:\s*(?:,|and|or|nor|&)\s*[(]?[a-f1-6][)]?)+"
    r"|(?:answers?\s+|options?\s+)?[(]?[a-f][)]?\s*(?:and|or|&)\s*[(]?[a-f][)]?(?:\s+only)?"
)
# “Both” or “Neither” alone may be a good answer about two people.
MORE_THAN_ONE_WORD = re.compile(r"above|below|answer|option|choice|\b(?:of|the)\b|\b[a-f1-6]\b")


def check(question: Question) -> Iterator[Finding]:
    for option in options(question):
        text = plain(option.text).lower().strip(" .!“”\"'")
        if STANDS_FOR_OTHERS.fullmatch(text) and MORE_THAN_ONE_WORD.search(text):
            yield Finding(
                option.place("text"),
                f"“{plain(option.text)}” stands for other answers",
                "leave it out; where several answers fit, use “type: choices”",
            )
