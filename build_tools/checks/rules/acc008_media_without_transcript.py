"""A recording has its words beside it, as text.

Somebody who is deaf, has no earphones on the bus, or pays for data by the megabyte reads what
others hear. A transcript for sound is success criterion 1.2.1 of the Web Content Accessibility
Guidelines (W3C, WCAG 2.2, 2023); for film it is the simplest way to meet 1.2.3.

Mend it: put a link called “Transcript” under the same heading, or write the words there.

    # bad modules/first-steps/index.md 3:39
    ## At the door

    [Listen to Helen at the desk (2 min)](images/helen.mp3)

    # bad modules/first-steps/index.md 3:18
    ## At the door

    [Watch the film](https://www.youtube.com/watch?v=abc)

    # good modules/first-steps/index.md
    ## At the door

    [Listen to Helen at the desk (2 min)](images/helen.mp3), or read the
    [transcript](02-helen.md).
"""

import re
from collections.abc import Iterator

from build_tools.core.diagnostics import Finding, TextPlace
from build_tools.core.document import Document

LANGUAGES = ("en",)
MEDIA = re.compile(
    r"\.(?:mp3|m4a|ogg|oga|opus|wav|mp4|m4v|webm|ogv|mov)(?:[?#]|$)"
    r"|^https?://(?:[\w-]+\.)*(?:youtube\.com/(?:watch|embed|shorts)|youtu\.be/\w|vimeo\.com/\d)",
    re.I,
)


def check(document: Document) -> Iterator[Finding]:
    if any("transcript" in heading.text.lower() for heading in document.headings):
        return
    lines = document.text.split("\n")
    for link in document.links:
        if not MEDIA.search(link.target):
            continue
        starts = [heading.line for heading in document.headings]
        first = max((start for start in starts if start <= link.line), default=1)
        last = min((start for start in starts if start > link.line), default=len(lines) + 1)
        if "transcript" not in "\n".join(lines[first - 1 : last - 1]).lower():
            yield Finding(
                TextPlace(document.file, link.line, link.column),
                f"“{link.text}” is a recording, and its words are nowhere near it",
                "add a link called “Transcript” under the same heading",
            )
