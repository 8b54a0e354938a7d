"""Feedback gives a reason.

“Well done” or “Try again” tells a learner nothing that the page has not already said. People learn
from why: what this choice does to the person, and what to do instead. (A. C. Butler and H. L.
Roediger, *Feedback enhances the positive effects … of multiple-choice testing*, 2008; V. J. Shute,
*Focus on Formative Feedback*, 2008.) Fewer than five words, or praise and verdict alone, count as
bare.

Mend it: say in one to three sentences what the choice does, and a move to use tomorrow.

    # bad quizzes/first-steps.yml 8:71
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greeting
        prompt: A father arrives late. What do you say?
        options:
          - {id: why, text: “Did something happen?”, feedback: He explains in front of others.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: "Yes, right. Well done!"}
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
from build_tools.checks.feedback import bare, shaming
from build_tools.core.diagnostics import Finding, Severity
from build_tools.core.fields import shorten

SEVERITY = Severity.WARNING
LANGUAGES = ("en",)


def check(question: Question) -> Iterator[Finding]:
    for text, place in feedback(question):
        if bare(text) and not shaming(text):
            yield Finding(
                place,
                f"“{shorten(text)}” gives no reason",
                "say what the choice does to the person, then a better move",
            )
