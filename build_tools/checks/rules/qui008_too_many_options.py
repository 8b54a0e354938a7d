"""There are at most six answers to choose from.

Everyone has to read them all, and hold them in mind, before choosing. Someone who listens to a
screen reader hears each one in turn. Answers beyond the third or fourth are rarely chosen by
anyone. (Haladyna, Downing and Rodriguez, *A review of multiple-choice item-writing guidelines*,
2002.)

Mend it: leave out those that nobody would choose, or make two questions.

    # bad quizzes/first-steps.yml 6:5
    questions:
      - id: late-with-a-pushchair
        type: choices
        objective: choose-greeting
        prompt: A father arrives late. Which of these are easy to answer?
        options:
          - {id: why, text: “Did something happen?”, feedback: He explains in front of others.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait until he sits.}
          - {id: seat, text: “Here, or there?”, correct: true, feedback: He can choose by walking.}
          - {id: bus, text: “Was it the bus?”, feedback: It is kind, and still a question.}
          - {id: child, text: “And who is this?”, feedback: It may be hard to say just now.}
          - {id: coat, text: “Coats go here.”, correct: true, feedback: He is told how things go.}

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
from build_tools.checks.answers import options
from build_tools.core.diagnostics import Finding, Severity

SEVERITY = Severity.WARNING
MOST = 6


def check(question: Question) -> Iterator[Finding]:
    count = len(options(question))
    if count > MOST:
        yield Finding(
            question.place("options", key=True),
            f"there are {count} answers to choose from; there should be at most {MOST}",
            "leave out those that nobody would choose, or make two questions",
        )
