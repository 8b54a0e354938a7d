"""Every picture says in words what it shows.

Somebody who listens to the page, or whose connection drops the picture, gets these words in its
place. Without them they hear nothing, or a file name. This is success criterion 1.1.1 of the Web
Content Accessibility Guidelines (W3C, WCAG 2.2, 2023).

Mend it: write between the square brackets what the picture tells a reader here. If it tells
nothing and is only there to please, leave it out.

    # bad modules/first-steps/index.md 3:5
    ## At the door {#at-the-door}

    ![](images/hallway.png)

    # good modules/first-steps/index.md
    ## At the door {#at-the-door}

    ![Two chairs by the window, turned so that both face the door](images/hallway.png)
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding, TextPlace
from build_tools.core.document import Document


def check(document: Document) -> Iterator[Finding]:
    for link in document.links:
        if link.image and not link.text.strip():
            yield Finding(
                TextPlace(document.file, link.line, link.column),
                f"the picture “{link.target}” has no words for people who cannot see it",
                "write what it shows: ![Two chairs facing the door](…)",
            )
