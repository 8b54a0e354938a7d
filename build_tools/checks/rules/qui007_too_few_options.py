"""There are at least three answers to choose from.

With two, somebody who knows nothing is right half the time. Three good ones are enough; a fourth
or fifth that nobody would choose adds reading and nothing else. (M. C. Rodriguez, *Three options
are optimal for multiple-choice items*, 2005; T. M. Haladyna, S. M. Downing and M. C. Rodriguez, *A
review of multiple-choice item-writing guidelines*, 2002.)

Mend it: add an answer that a caring worker on a bad day would really choose, or make it `type:
true-false`.

    # bad quizzes/first-steps.yml 6:5
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greeting
        prompt: A father arrives late. What do you say?
        options:
          - {id: why, text: “Did something happen?”, feedback: He explains in front of others.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}

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

from build_tools.checks.answers import options_written
from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course

SEVERITY = Severity.WARNING
FEWEST = 3


def check(course: Course) -> Iterator[Finding]:
    for quiz in course.quizzes.values():
        for question in quiz.questions:
            count = options_written(course, question)
            if count is not None and count < FEWEST:
                yield Finding(
                    question.place("options", key=True),
                    f"there {'is one answer' if count == 1 else f'are {count} answers'} "
                    f"to choose from; there should be at least {FEWEST}",
                    "add an answer that somebody who means well could choose",
                )
