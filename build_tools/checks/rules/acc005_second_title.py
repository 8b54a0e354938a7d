"""A page has one title.

A learner who listens to a page asks for its title first, to know whether it is the right one. Two
leave them guessing. The title of an `index.md` comes from its YAML file, so no heading in it has a
single `#`.

Mend it: give the heading one more `#`.

    # bad modules/first-steps/index.md 1:1
    # A calm first minute

    Tea is over there.

    # bad modules/first-steps/02-the-form.md 5:1
    # The form

    It can wait.

    # Who reads it

    Nobody did.

    # good modules/first-steps/02-the-form.md
    # The form

    It can wait.

    ## Who reads it

    Nobody did.
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding, TextPlace
from build_tools.core.document import Document


def check(document: Document) -> Iterator[Finding]:
    titled = document.file.endswith("/index.md")
    for heading in document.headings:
        if heading.level == 1 and titled:
            yield Finding(
                TextPlace(document.file, heading.line),
                f"“{heading.text}” is a second title: this page has one already",
                f"write ## {heading.text}",
            )
        titled = titled or heading.level == 1
