"""A quiz draws at least one question, and fewer than it has.

A quiz that draws five of five shows them all, and one that draws more promises what it cannot
keep. Questions that are marked critical are always among those drawn, so there must be room for
them.

Mend it: lower `draw`, write more questions, or remove the line to show them all.

    # bad quizzes/first-steps.yml 2:7
    schema: 1
    draw: 2
    questions:
      - {id: first, type: true-false, objective: choose-greeting, prompt: A greeting has to be long., answer: false, feedback: {"true": Long words can wait., "false": A nod is a greeting too.}}
      - {id: second, type: true-false, objective: choose-greeting, prompt: A person may sit where they like., answer: true, feedback: {"true": A choice of seats is a beginning., "false": It costs nothing to let people choose.}}

    # good quizzes/first-steps.yml
    schema: 1
    draw: 1
    questions:
      - {id: first, type: true-false, objective: choose-greeting, prompt: A greeting has to be long., answer: false, feedback: {"true": Long words can wait., "false": A nod is a greeting too.}}
      - {id: second, type: true-false, objective: choose-greeting, prompt: A person may sit where they like., answer: true, feedback: {"true": A choice of seats is a beginning., "false": It costs nothing to let people choose.}}
"""  # noqa: E501

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.model.quiz import Quiz


def check(quiz: Quiz) -> Iterator[Finding]:
    if quiz.draw is None:
        return
    critical = sum(question.critical for question in quiz.questions)
    if not 1 <= quiz.draw < len(quiz.declared):
        yield Finding(
            quiz.place("draw"),
            f"{quiz.draw} questions are drawn, and the quiz has {len(quiz.declared)}",
            "draw fewer than there are, or remove the line to show them all",
        )
    elif quiz.draw < critical:
        yield Finding(
            quiz.place("draw"),
            f"{quiz.draw} questions are drawn, but {critical} are critical and always shown",
            f"write draw: {critical} or more",
        )
