"""A question on immediate danger has a right answer.

`critical: true` shows at once what to do when somebody's answer would leave a person in danger. A
rating or a reflection has no right answer, so nothing could ever show, and nobody would learn what
to do.

Mend it: ask what to do with `type: choice`, or leave `critical` out.

    # bad quizzes/first-steps.yml 5:15
    questions:
      - id: how-sure
        type: rating
        objective: choose-greeting
        critical: true
        prompt: I know whom to tell when a child says that home is not safe.
        scale:
          - {id: not-yet, text: Not yet}
          - {id: partly, text: I would have to ask}
          - {id: sure, text: I know}

    # good quizzes/first-steps.yml
    questions:
      - id: how-sure
        type: rating
        objective: choose-greeting
        prompt: I know whom to tell when a child says that home is not safe.
        scale:
          - {id: not-yet, text: Not yet}
          - {id: partly, text: I would have to ask}
          - {id: sure, text: I know}
"""

from collections.abc import Iterator

from build_tools.activities.question import Question
from build_tools.core.diagnostics import Finding


def check(question: Question) -> Iterator[Finding]:
    if question.critical and not question.scored:
        yield Finding(
            question.place("critical"),
            f"the question is critical, but a “{question.type}” has no right answer",
            "ask what to do with “type: choice”, or leave “critical” out",
        )
