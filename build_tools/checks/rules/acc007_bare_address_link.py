"""A link says where it goes, in words; a web address is not words.

Some people move from link to link and hear nothing else. An address is read to them letter by
letter. Link text that makes sense by itself is success criterion 2.4.4 of the Web Content
Accessibility Guidelines (W3C, WCAG 2.2, 2023).

Mend it: put the name of the page between the square brackets.

    # bad modules/first-steps/index.md 3:37
    ## At the door

    Read [https://www.canada.ca/health](https://www.canada.ca/health).

    # bad modules/first-steps/index.md 3:6
    ## At the door

    Read <https://www.canada.ca/health>.

    # good modules/first-steps/index.md
    ## At the door

    Read [what Canada's health agency advises](https://www.canada.ca/health).
"""

import re
from collections.abc import Iterator

from build_tools.checks.prose import visible_lines
from build_tools.core.diagnostics import Finding, Severity, TextPlace
from build_tools.core.document import CODE_SPAN, Document

SEVERITY = Severity.WARNING
# A short name such as samaritans.org can be heard and remembered; it passes.
ADDRESS = re.compile(r"<?(?:https?://\S+|www\.\S+|\w[\w.-]*\.[a-z]{2,}/\S+)>?", re.I)
AUTOMATIC = re.compile(r"<https?://[^\s>]+>", re.I)


def check(document: Document) -> Iterator[Finding]:
    found = [
        (link.line, link.column, link.text.strip())
        for link in document.links
        if not link.image and ADDRESS.fullmatch(link.text.strip())
    ]
    if "<http" in document.text.lower():
        for number, line in enumerate(visible_lines(document), 1):
            # In [words](<https://…>) the angle brackets only hold the address together.
            for match in AUTOMATIC.finditer(CODE_SPAN.sub(lambda m: " " * len(m.group()), line)):
                if line[match.start() - 1 : match.start()] != "(":
                    found.append((number, match.start() + 1, match.group().strip("<>")))
    for line_number, column, address in sorted(found):
        yield Finding(
            TextPlace(document.file, line_number, column),
            f"the link is called “{address}”, which is an address and not words",
            "write [the name of the page](the address)",
        )
