"""A quiz has questions.

A quiz page without a question is a door that leads nowhere, and the module cannot count as done.

Mend it: write the first question, or delete the file until there is one.

    # bad quizzes/first-steps.yml 1:1
    questions: []

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
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    for quiz in course.quizzes.values():
        data = course.source.yaml(quiz.file)
        if not quiz.questions and isinstance(data, dict) and data.get("questions") == []:
            yield Finding(
                quiz.place("questions", key=True),
                "the quiz has no questions",
                "write the first one, or delete the file until there is one",
            )
