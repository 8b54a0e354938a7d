"""The words for a picture begin with what it shows, not with “image of”.

A screen reader says “image” by itself, so the listener hears it twice. The Web Accessibility
Initiative gives the same advice (W3C, Images Tutorial: Tips and Tricks).

Mend it: take “image of” away, and begin with the thing itself.

    # bad modules/first-steps/index.md 3:38
    ## At the door {#at-the-door}

    ![Image of two chairs by the window](images/hallway.png)

    # good modules/first-steps/index.md
    ## At the door {#at-the-door}

    ![Two chairs by the window](images/hallway.png)
"""

import re
from collections.abc import Iterator

from build_tools.core.diagnostics import Finding, Severity, TextPlace
from build_tools.core.document import Document

SEVERITY = Severity.WARNING
LANGUAGES = ("en",)
SAYS_SO = re.compile(r"(?:an? |the )?(?:image|picture|photo|graphic)s? (?:of|showing)\b", re.I)


def check(document: Document) -> Iterator[Finding]:
    for link in document.links:
        if link.image and (match := SAYS_SO.match(link.text.strip())):
            yield Finding(
                TextPlace(document.file, link.line, link.column),
                f"the words for this picture begin with “{match.group()}”, "
                "which a screen reader already says",
                "begin with what the picture shows",
            )
