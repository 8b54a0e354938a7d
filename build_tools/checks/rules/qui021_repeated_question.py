"""No two questions of a course ask the same.

The second one tells a learner nothing new, and its answer can be copied from the first. To show a
question again at the place where it helps, name it: `/// quiz | its-id`. Capitals and punctuation
make no difference.

Mend it: ask about another moment, or leave one out.

    # bad quizzes/first-steps.yml 13:13
    questions:
      - id: greeting-1
        type: choice
        objective: choose-greeting
        prompt: A father arrives late. What do you say?
        options:
          - {id: why, text: “Did something happen?”, feedback: He explains in front of others.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait until he sits.}
      - id: greeting-2
        type: choice
        objective: choose-greeting
        prompt: A father arrives late; what do you say?
        options:
          - {id: why, text: “Did something happen?”, feedback: He explains in front of others.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait until he sits.}

    # good quizzes/first-steps.yml
    questions:
      - id: greeting-1
        type: choice
        objective: choose-greeting
        prompt: A father arrives late. What do you say?
        options:
          - {id: why, text: “Did something happen?”, feedback: He explains in front of others.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait until he sits.}
      - id: greeting-2
        type: choice
        objective: choose-greeting
        prompt: A father sits down, out of breath. What do you say?
        options:
          - {id: why, text: “Did something happen?”, feedback: He explains in front of others.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait until he sits.}
"""

from collections.abc import Iterator

from build_tools.checks.answers import same_words
from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course

SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for quiz in course.quizzes.values():
        for question in quiz.questions:
            words = same_words(question.prompt)
            if words in first:
                yield Finding(
                    question.place("prompt"),
                    f"the question “{first[words]}” has the same words",
                    "ask about another moment, or leave one out",
                )
            else:
                first[words] = f"{quiz.id}/{question.id}"
