"""The words for a picture describe it; they are not the name of its file.

“IMG_2041.jpg”, read aloud letter by letter, tells nobody anything. A list of common failures of
the Web Content Accessibility Guidelines names this one (W3C, Techniques for WCAG, failure F30).

Mend it: write what the picture tells a reader here.

    # bad modules/first-steps/index.md 3:16
    ## At the door {#at-the-door}

    ![hallway.png](images/hallway.png)

    # bad modules/first-steps/index.md 3:13
    ## At the door {#at-the-door}

    ![IMG_2041](images/hallway.png)

    # good modules/first-steps/index.md
    ## At the door {#at-the-door}

    ![Two chairs by the window, turned so that both face the door](images/hallway.png)
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from build_tools.core.diagnostics import Finding, TextPlace
from build_tools.core.document import Document

FILE = re.compile(r"\S+\.(?:png|jpe?g|svg|webp|gif)", re.I)
# What cameras and screens call their files.
CAMERA = re.compile(r"(?:IMG|DSC[FN]?|PXL|Screen ?shot|image)[-_ ]?\d[\d_-]*", re.I)


def check(document: Document) -> Iterator[Finding]:
    for link in document.links:
        words = link.text.strip()
        name = PurePosixPath(link.target).stem
        # A picture called “hallway” may be described so; one called “front-desk2” may not.
        same = words == name and re.search(r"[_\d-]", words)
        if link.image and (FILE.fullmatch(words) or CAMERA.fullmatch(words) or same):
            yield Finding(
                TextPlace(document.file, link.line, link.column),
                f"“{words}” is the name of a file; it does not say what the picture shows",
                "write what it shows: ![Two chairs facing the door](…)",
            )
