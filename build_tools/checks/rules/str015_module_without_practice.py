"""Every module has a task to try at work.

Little of what is learned on a course is used at work unless something at work takes it up (L. A.
Burke and H. M. Hutchins, *Training Transfer*, 2007). A small task, with a day and an if-then
line, is the shortest bridge.

Mend it: add a ``/// practice`` block with one thing to do on the next working day.

    # bad modules/first-steps/index.md 1:1
    ## At the door {#at-the-door}

    Say where the tea is.

    # good modules/first-steps/index.md
    ## At the door {#at-the-door}

    Say where the tea is.

    /// practice | say-where
    On Monday, say where the tea is before you ask anything.
    ///
"""

from collections.abc import Iterator

from build_tools.checks.parts import lacks_block
from build_tools.core.diagnostics import Finding, Severity, TextPlace
from build_tools.model.course import Course

SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Finding]:
    for module in course.modules.values():
        if lacks_block(course, module, "practice"):
            yield Finding(
                TextPlace(f"{module.folder}/index.md"),
                "this module has no task to try at work",
                "add a block: /// practice | an-id … ///",
            )
