"""A question on immediate danger says whom to tell.

`critical: true` marks a question about a person in danger or a child at risk. Choosing well is
half of it; the other half is that somebody who can act hears of it. So the feedback of the right
answer names who is told or called: the safeguarding lead, the emergency number, a manager, a
procedure. (This course's own rule for such questions.)

Mend it: end the feedback of the right answer with what to do next, whom to tell, and how soon.

    # bad quizzes/first-steps.yml 9:69
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greeting
        critical: true
        prompt: A child of eight says that he is afraid to go home. What do you say?
        options:
          - {id: why, text: “You are fine.”, feedback: He explains in front of others.}
          - {id: come-in, text: “I hear you.”, correct: true, feedback: He is heard, not pushed.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait until he sits.}

    # good quizzes/first-steps.yml
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greeting
        critical: true
        prompt: A child of eight says that he is afraid to go home. What do you say?
        options:
          - {id: why, text: “You are fine.”, feedback: He explains in front of others.}
          - {id: come-in, text: “I hear you.”, correct: true, feedback: Tell the lead at once.}
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
NEXT_STEP = re.compile(
    r"\b(?:tell|tells|told|telling|call|calls|calling|ring|rings|phone|dial|report|reports|inform|alert"
    r"|contact|pass(?:es)? (?:it|this|that|them) on|hand (?:it|this|that) (?:on|over)"
    r"|safeguarding|emergency|police|ambulance|hospital|manager|supervisor|lead|specialist|helpline"
    r"|procedure|protocol|999|112|911|000)\b",
    re.IGNORECASE,
)


def check(question: Question) -> Iterator[Finding]:
    right = [option for option in options(question) if option.correct]
    if not question.critical or not right:
        return
    if not any(NEXT_STEP.search(plain(f"{option.text} {option.feedback}")) for option in right):
        yield Finding(
            right[0].place("feedback"),
            "the question is critical, but its right answer does not say whom to tell",
            "end with the next step: whom to tell or call, and how soon",
        )
