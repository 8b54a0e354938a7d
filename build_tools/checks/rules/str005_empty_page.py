"""A page says something.

A page without text, or with headings alone, looks broken to whoever opens it.

Mend it: write the text, or delete the file.

    # bad modules/first-steps/02-more.md 1:1
    ## More to come {#more}

    # good modules/first-steps/02-more.md
    ## More {#more}

    The form can wait.
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding, TextPlace
from build_tools.core.document import WORD, Document


def empty(document: Document) -> bool:
    """Say whether a page has no words besides its headings, no block and no picture."""
    if document.blocks or any(link.image for link in document.links):
        return False
    headings = {heading.line for heading in document.headings}
    return not any(
        WORD.search(line)
        for number, line in enumerate(document.text.split("\n"), 1)
        if number not in headings
    )


def check(document: Document) -> Iterator[Finding]:
    if empty(document):
        yield Finding(
            TextPlace(document.file),
            "this page has no text" + (" under its headings" if document.headings else ""),
            "write the text, or delete the file",
        )
