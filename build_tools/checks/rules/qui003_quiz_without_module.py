"""Every quiz belongs to the module of the same id.

The file's name is the link: `quizzes/co-regulation.yml` holds the questions of
`modules/co-regulation/`. A quiz with no such module is reached from nowhere.

Mend it: rename the file to the module's id, or write the module.

    # bad quizzes/first-step.yml 1:1
    schema: 1
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greeting
        prompt: A father arrives late. What do you say?
        options:
          - {id: why, text: “Did something happen?”, feedback: He explains in front of others.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait until he sits.}

    # good quizzes/first-steps.yml
    schema: 1
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

from build_tools.core.diagnostics import Finding, TextPlace
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    known = course.known["module"]
    for quiz in course.quizzes.values():
        if quiz.id not in known:
            without = known - course.known["quiz"]
            yield Finding(
                TextPlace(quiz.file),
                f"there is no module “{quiz.id}” for these questions",
                did_you_mean(quiz.id, without) or "give the file the name of its module's folder",
            )
