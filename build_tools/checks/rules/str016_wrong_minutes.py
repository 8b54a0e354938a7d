"""A module takes about as long as it says.

Learners plan their shift by the number. The estimate counts 200 words a minute, slower than the
238 of an adult who reads non-fiction in silence (M. Brysbaert, *How many words do we read per
minute?*, 2019), since many read in a second language. To that come the activities: a question with
one answer takes 1 minute, with several answers 1½, true or false ½, each step of a story 1¼.
Reflections and tasks take the minutes that they state, or 5.

A number that differs from the estimate by more than 30 % is told.

Mend it: state the number in the hint, or change the ``minutes:`` of the tasks.

    # bad modules/first-steps/module.yml 1:10
    minutes: 45

    # bad modules/first-steps/module.yml 1:10
    minutes: 5

    # good modules/first-steps/module.yml
    minutes: 12
"""

from collections.abc import Iterator

from build_tools.checks.parts import readable
from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course
from build_tools.model.module import Module

SEVERITY = Severity.WARNING
WORDS_A_MINUTE = 200
TOLERANCE = 0.3
TASK = 5


def check(course: Course) -> Iterator[Finding]:
    for module in course.modules.values():
        if not readable(course, module):
            continue
        reading, doing = _minutes(course, module)
        estimate = reading + doing
        if estimate and abs(module.minutes - estimate) > TOLERANCE * estimate:
            yield Finding(
                module.place("minutes"),
                f"the module says {module.minutes} minutes, but about {round(estimate)} are "
                f"likely: {round(reading)} of reading and {round(doing)} of activities",
                f"write {5 * round(estimate / 5) or 1}, or change what the tasks state",
            )


def _minutes(course: Course, module: Module) -> tuple[float, float]:
    """Estimate the minutes of reading and of activities."""
    words = sum(document.words for document in module.documents.values())
    quiz = course.quiz_of(module)
    doing = sum(question.minutes for question in quiz.questions) if quiz else 0.0
    story = module.scenario
    doing += len(story.decisions) * story.minutes if story else 0
    pages = {document.file for document in module.documents.values()}
    doing += sum(
        placed.task.minutes if placed.task.minutes is not None else TASK
        for placed in module.tasks
        if placed.place.file in pages
    )
    return words / WORDS_A_MINUTE, doing
