"""Every module has a quiz.

Recalling what one has read helps to keep it, and to use it in another place (S. C. Pan and T. C.
Rickard, *Transfer of Test-Enhanced Learning*, 2018). A quiz is found by its name:
``quizzes/first-steps.yml`` belongs to ``modules/first-steps/``.

Mend it: write the quiz. If there is one under nearly the same name, only the slip in its name is
told.

    # bad modules/second-steps/module.yml 1:1
    title: A second minute
    description: Offer a choice of two seats.
    area: awareness
    levels: [self]
    minutes: 10
    content_notes: []
    objectives: []
    key_points: []
    review: {kind: desk, by: course authors, on: 2026-11-21}

    # good quizzes/first-steps.yml
    questions: []
"""

from collections.abc import Iterator
from difflib import get_close_matches

from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course

SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Finding]:
    quizzes = course.known["quiz"]
    strays = quizzes - course.known["module"]
    for id, module in course.modules.items():
        if id in quizzes or f"quizzes/{id}.yml" in course.source.broken:
            continue
        if not get_close_matches(id, strays, n=1):
            yield Finding(module.place(), "this module has no quiz", f"write quizzes/{id}.yml")
