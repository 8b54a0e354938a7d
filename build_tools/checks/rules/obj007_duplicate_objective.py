"""No two objectives of a course say the same.

Two with the same words are one objective counted twice: a learner is asked for the same thing
again, and the alignment map shows a strength that is not there. Capitals and punctuation make no
difference.

Mend it: delete one, or say what is different about the second.

    # bad modules/first-steps/module.yml 7:11
    objectives:
      - id: describe-precautions
        text: Describe universal precautions in one sentence
        taught: ["index.md#at-the-door"]
        assessed: quiz
      - id: choose-greeting
        text: "Describe universal precautions, in one sentence."
        taught: ["index.md#at-the-door"]
        assessed: quiz

    # good modules/first-steps/module.yml
    objectives:
      - id: describe-precautions
        text: Describe universal precautions in one sentence
        taught: ["index.md#at-the-door"]
        assessed: quiz
      - id: choose-greeting
        text: Choose a greeting that asks for no reason
        taught: ["index.md#at-the-door"]
        assessed: quiz
"""

from collections.abc import Iterator

from build_tools.checks.answers import same_words
from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course

SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for module in course.modules.values():
        for objective in module.objectives:
            words = same_words(objective.text)
            if words in first:
                where = "this module" if first[words] == module.id else f"“{first[words]}”"
                yield Finding(
                    objective.place("text"),
                    f"an objective with these words is already in {where}",
                    "delete one, or say what is different about this one",
                )
            else:
                first[words] = module.id
