"""Every answer has feedback of its own.

Feedback says what this choice does to the person concerned. The same words under several answers
can fit one of them at most, and tell a learner that the choice did not matter. (V. J. Shute,
*Focus on Formative Feedback*, 2008.)

Mend it: write for each answer what it does, and then a better move.

    # bad quizzes/first-steps.yml 9:59
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greeting
        prompt: A father arrives late. What do you say?
        options:
          - {id: why, text: “Did something happen?”, feedback: The list can wait until he sits.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
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
from build_tools.checks.answers import options, same_words
from build_tools.core.diagnostics import Finding, Severity

SEVERITY = Severity.WARNING


def check(question: Question) -> Iterator[Finding]:
    seen: set[str] = set()
    for option in options(question):
        words = same_words(option.feedback)
        if words in seen:
            yield Finding(
                option.place("feedback"),
                "an answer before this one has the same feedback",
                "say what this answer does to the person concerned",
            )
        seen.add(words)
