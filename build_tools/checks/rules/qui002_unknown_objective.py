"""The objective that a question names is one of its module.

Results are told by objective. A question for one that is not there counts for nothing, and the
objective that was meant looks as if nobody asked for it.

Mend it: write the id of an objective from `objectives:` in the module's `module.yml`.

    # bad quizzes/first-steps.yml 4:16
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greting
        prompt: A father arrives late. What do you say?
        options:
          - {id: why, text: “Did something happen?”, feedback: He explains in front of others.}
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

from build_tools.core.diagnostics import Finding
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    for quiz in course.quizzes.values():
        module = course.modules.get(quiz.id)
        if module is None:
            continue
        known = module.declared_objectives
        for question in quiz.questions:
            if question.objective not in known:
                yield Finding(
                    question.place("objective"),
                    f"the module “{module.id}” has no objective “{question.objective}”",
                    did_you_mean(question.objective, known),
                )
