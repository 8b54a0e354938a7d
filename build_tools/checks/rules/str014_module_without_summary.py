"""Every module has a summary.

A summary says what to take away. It is also the way round: who skips a part that is hard to read
goes to the summary, and has not missed the point.

Mend it: add a ``/// summary`` block with three to six short points, towards the end of the page.

    # bad modules/first-steps/index.md 1:1
    ## At the door {#at-the-door}

    Say where the tea is.

    # good modules/first-steps/index.md
    ## At the door {#at-the-door}

    Say where the tea is.

    /// summary
    - A greeting that asks for no reason is easy to answer.
    ///
"""

from collections.abc import Iterator

from build_tools.checks.parts import lacks_block
from build_tools.core.diagnostics import Finding, Severity, TextPlace
from build_tools.model.course import Course

SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Finding]:
    for module in course.modules.values():
        if lacks_block(course, module, "summary"):
            yield Finding(
                TextPlace(f"{module.folder}/index.md"),
                "this module has no summary",
                "add a block: /// summary … ///",
            )
