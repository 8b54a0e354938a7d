"""A text lies where Trellis reads it.

A module is a folder, ``modules/<id>/``, with its pages directly in it; a quiz is a file directly
in ``quizzes/``. A text elsewhere in those folders is passed over without a word, and its author
waits in vain to see it on the site.

Mend it: move the file to its place, or out of the course.

    # bad modules/notes.md 1:1
    ## Notes

    Something that nobody will see.

    # bad quizzes/old/first-steps.yml 1:1
    schema: 1
    questions: []

    # good modules/first-steps/02-notes.md
    # Notes

    Something that follows the first page.
"""

import re
from collections.abc import Iterator

from build_tools.core.diagnostics import Finding, Severity, TextPlace
from build_tools.model.course import Course

SEVERITY = Severity.WARNING
READ = re.compile(
    r"course/.*|quizzes/[^/]+\.ya?ml|modules/[^/]+/(?:[^/]+\.md|module\.yml|scenario\.yml)"
)


def check(course: Course) -> Iterator[Finding]:
    for file in sorted(course.source.texts):
        # For module.yaml beside no module.yml, the one that is missing is told.
        if not READ.fullmatch(file) and not file.endswith("/module.yaml"):
            where = "modules/<id>/" if file.startswith("modules/") else "quizzes/"
            yield Finding(
                TextPlace(file),
                "nothing reads this file where it lies",
                f"move it directly into {where}, or out of the course",
            )
