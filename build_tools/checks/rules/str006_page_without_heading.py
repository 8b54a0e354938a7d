"""Every page has a heading.

Headings give a page its title and its parts. People who use a screen reader go from heading to
heading (W3C, WCAG 2.2, 2023, success criterion 2.4.10), and everybody else looks for them.
Objectives can only name a part that has a heading.

Mend it: begin the part with a line such as ``## At the door {#at-the-door}``.

    # bad modules/first-steps/02-more.md 1:1
    The form can wait.

    # good modules/first-steps/02-more.md
    ## More {#more}

    The form can wait.
"""

from collections.abc import Iterator

from build_tools.checks.rules.str005_empty_page import empty
from build_tools.core.diagnostics import Finding, Severity, TextPlace
from build_tools.core.document import Document

SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Finding]:
    if not document.headings and not empty(document):
        lines = document.text.split("\n")
        first = next((n for n, line in enumerate(lines, 1) if line.strip()), 1)
        yield Finding(
            TextPlace(document.file, first),
            "this page has no heading",
            "begin it with a line such as “## At the door {#at-the-door}”",
        )
