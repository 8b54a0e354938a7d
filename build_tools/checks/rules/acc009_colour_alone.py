"""Nothing on a page is told by its colour alone.

About one man in twelve sees some colours alike, a printed handout is grey, and a screen reader
says no colours at all. “The red box” is then any box. This is success criterion 1.4.1 of the Web
Content Accessibility Guidelines (W3C, WCAG 2.2, 2023). Examples and quotations are left alone: a
story may have a red door.

Mend it: name the thing by its words or its place as well.

    # bad modules/first-steps/index.md 3:9
    ## At the door

    Look at the red box, and answer the questions in it.

    # bad modules/first-steps/index.md 3:24
    ## At the door

    Words to leave out are marked in red.

    # good modules/first-steps/index.md
    ## At the door

    Look at the box called “Before you start”, and answer the questions in it.
"""

import re
from collections.abc import Iterator

from build_tools.checks.prose import passages
from build_tools.checks.wording import holding
from build_tools.core.diagnostics import Finding, Severity
from build_tools.core.document import Document

SEVERITY = Severity.WARNING
LANGUAGES = ("en",)
COLOURS = (
    "red", "green", "blue", "yellow", "orange", "purple", "pink", "amber", "gray", "grey",
)  # fmt: skip
COLOUR = rf"(?:{'|'.join(COLOURS)})"
THING = (
    r"(?:box|button|link|text|word|heading|row|column|cell|panel|icon|arrow|dot|bar|option)(?:e?s)?"
)
ALONE = re.compile(
    # “The red box marked Stop” has a second cue, so it passes.
    rf"\b(?:the|each|any|all|every) {COLOUR} {THING}\b"
    r"(?! (?:marked|labelled|called|headed|that says))"
    rf"|\b(?:shown|marked|highlighted|written|printed|coloured|set) (?:in )?{COLOUR}\b"
    r"(?! (?:and|with))",
    re.I,
)


def check(document: Document) -> Iterator[Finding]:
    for passage in holding(passages(document), COLOURS):
        if passage.block == "example":
            continue
        for match in ALONE.finditer(passage.own_voice):
            yield Finding(
                passage.place(match.start()),
                f"“{match.group()}” tells a thing by its colour alone",
                "name it by its words or its place as well",
            )
