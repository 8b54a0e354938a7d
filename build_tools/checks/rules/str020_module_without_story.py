"""In a finished course, every module has a branching story.

In a story a learner decides what to say, sees what follows, and may try again, which a text
cannot offer. While ``course.yml`` says ``status: draft``, such gaps are only summed up.

Mend it: write ``scenario.yml`` in the module's folder, and put ``/// scenario`` where it belongs
in the text.

    # bad modules/first-steps/module.yml 1:1
    title: A calm first minute
    # with course/course.yml
    status: complete

    # good modules/first-steps/module.yml
    title: A calm first minute
    # with course/course.yml
    status: draft
"""

from collections.abc import Iterator

from build_tools.checks.whole_course import modules_without_story
from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course

SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Finding]:
    if course.file.status != "complete":
        return
    for module in modules_without_story(course):
        yield Finding(
            module.place("title", key=True),
            "this module has no story",
            f"write {module.folder}/scenario.yml",
        )
