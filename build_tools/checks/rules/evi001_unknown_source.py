"""Every citation names a source that is in ``course/references.json``.

A reader who wants to check a claim follows the citation; one that leads nowhere is worse than none.

Mend it: correct the key, or add the source to your reference manager and export again.

    # bad modules/first-steps/index.md 3:33
    ## At the door {#at-the-door}

    Harm can be kept small for all [@phac2081].

    # good modules/first-steps/index.md
    ## At the door {#at-the-door}

    Harm can be kept small for all [@phac2018].
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course

FILE = "course/references.json"


def check(course: Course) -> Iterator[Finding]:
    if FILE in course.source.broken:
        return
    for key, place in course.citations():
        if key not in course.references:
            yield Finding(
                place,
                f"there is no source “{key}”",
                did_you_mean(key, course.references) or f"add it to {FILE}",
            )
