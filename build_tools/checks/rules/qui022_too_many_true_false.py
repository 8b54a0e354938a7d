"""At most a third of a quiz is statements to judge as true or false.

Whoever guesses is right half the time, and believing that a statement is untrue does not show what
somebody would do instead. One is always fine. (R. L. Ebel and D. A. Frisbie, *Essentials of
Educational Measurement*, 1991, on guessing; the third is this course's own limit.)

Mend it: turn some into a described moment with three or four things one could do.

    # bad quizzes/first-steps.yml 1:1
    questions:
      - id: late
        type: choice
        objective: choose-greeting
        prompt: A father arrives late. What do you say?
        options:
          - {id: why, text: “Did something happen?”, feedback: He explains in front of others.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait until he sits.}
      - id: judge-1
        type: true-false
        objective: describe-precautions
        prompt: You need to know what happened.
        answer: false
        feedback:
          "true": It feels safer to know, and asking can hurt.
          "false": You can take care with everyone and ask nobody.
      - id: judge-2
        type: true-false
        objective: describe-precautions
        prompt: A form comes before a seat.
        answer: false
        feedback:
          "true": It feels safer to know, and asking can hurt.
          "false": You can take care with everyone and ask nobody.

    # good quizzes/first-steps.yml
    questions:
      - id: late
        type: choice
        objective: choose-greeting
        prompt: A father arrives late. What do you say?
        options:
          - {id: why, text: “Did something happen?”, feedback: He explains in front of others.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait until he sits.}
      - id: judge-1
        type: true-false
        objective: describe-precautions
        prompt: You need to know what happened.
        answer: false
        feedback:
          "true": It feels safer to know, and asking can hurt.
          "false": You can take care with everyone and ask nobody.
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.quiz import Quiz

SEVERITY = Severity.WARNING


def check(quiz: Quiz) -> Iterator[Finding]:
    judged = sum(question.cmi == "true-false" for question in quiz.questions)
    total = max(len(quiz.questions), len(quiz.declared))
    if judged > max(1, total / 3):
        yield Finding(
            quiz.place("questions", key=True),
            f"{judged} of {total} questions are statements to judge as true or false",
            "turn some into a described moment with three or four things one could do",
        )
