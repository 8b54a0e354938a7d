"""Feedback never puts a learner down.

“Wrong”, “failed”, “you should have known” and a red cross tell people about themselves and not
about the choice. Ashamed, they stop trying, and may treat others in the same way. (V. J. Shute,
*Focus on Formative Feedback*, 2008: speak of the task, not of the person. The words to avoid are
those of this course's own design.) What somebody says between quotation marks is not counted.

Mend it: say first what was sensible in the choice, then what it does, then a better move.

    # bad quizzes/first-steps.yml 7:60
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greeting
        prompt: A father arrives late. What do you say?
        options:
          - {id: why, text: “Did something happen?”, feedback: "Wrong. He has to explain."}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait until he sits.}

    # bad quizzes/first-steps.yml 9:59
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greeting
        prompt: A father arrives late. What do you say?
        options:
          - {id: why, text: “Did something happen?”, feedback: He explains in front of others.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: You should have known it can wait.}

    # good quizzes/first-steps.yml
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greeting
        prompt: A father arrives late. What do you say?
        options:
          - {id: why, text: “Did something happen?”, feedback: He hears “What is wrong now?”}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait until he sits.}
"""

from collections.abc import Iterator

from build_tools.activities.question import Question
from build_tools.checks.answers import feedback
from build_tools.checks.feedback import shaming
from build_tools.core.diagnostics import Finding

LANGUAGES = ("en",)


def check(question: Question) -> Iterator[Finding]:
    for text, place in feedback(question):
        if words := shaming(text):
            yield Finding(
                place,
                f"“{words}” can make a learner feel small",
                "say what was sensible in the choice, what it does, and a better move",
            )
