"""Feedback leaves the verdict to the page.

The page puts “Yes, this fits” or “Not the best fit here” before the feedback, from what is marked
`correct`. A verdict written into the words would be said twice, and would be untrue on the day
when the key is changed and the words are not.

Mend it: begin with what the choice does.

    # bad quizzes/first-steps.yml 8:71
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greeting
        prompt: A father arrives late. What do you say?
        options:
          - {id: why, text: “Did something happen?”, feedback: He explains in front of others.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: "Yes, a nod will do."}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait until he sits.}

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

from collections.abc import Iterator

from build_tools.activities.question import Question
from build_tools.checks.answers import feedback
from build_tools.checks.feedback import shaming, verdict
from build_tools.core.diagnostics import Finding, Severity

SEVERITY = Severity.WARNING
LANGUAGES = ("en",)


def check(question: Question) -> Iterator[Finding]:
    for text, place in feedback(question):
        if (words := verdict(text)) and not shaming(text):
            yield Finding(
                place,
                f"feedback begins with the verdict “{words}”, which the page already gives",
                "begin with what the choice does",
            )
