"""Headings go down one level at a time.

People who listen to a page jump from heading to heading, and take a missing level for a missing
part. The Web Accessibility Initiative advises not to skip ranks (W3C, Page Structure Tutorial:
Headings). The title of an `index.md` comes from its YAML file, so its own headings begin with
`##`; every other page begins with its title after one `#`.

Mend it: take one `#` away, or give the part above it a heading of its own.

    # bad modules/first-steps/index.md 3:1
    ## At the door {#at-the-door}

    #### What to say

    Tea is over there.

    # bad modules/first-steps/02-the-form.md 1:1
    ## The form

    It can wait.

    # good modules/first-steps/index.md
    ## At the door {#at-the-door}

    ### What to say

    Tea is over there.

    # good modules/first-steps/02-the-form.md
    # The form

    ## Who reads it

    Nobody did.
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding, TextPlace
from build_tools.core.document import Document


def check(document: Document) -> Iterator[Finding]:
    above = 1 if document.file.endswith("/index.md") else 0
    for number, heading in enumerate(document.headings):
        wanted = "#" * (above + 1)
        if heading.level > above + 1:
            first = number == 0 and above == 0
            yield Finding(
                TextPlace(document.file, heading.line),
                f"“{heading.text}” has {'#' * heading.level}, "
                + ("though it is the title of this page" if first else "so a level is left out"),
                f"write {wanted} {heading.text}",
            )
        above = heading.level
