"""Blocks stand beside each other; only a few may stand inside another.

A quiz, a story, a reflection or a task inside another box is hard to find again and is read out as
part of that box. A block inside one that has the same number of slashes nearly always means that
the outer block was to end before it; if both are meant, the outer one has four slashes, so that
everybody can see which end belongs to which.

Mend it: close the outer block first, or give it one slash more, at both ends.

    # bad modules/first-steps/index.md 6:1
    ## At the door {#at-the-door}

    //// example | The box on the form
    The form said “reason for visit”.

    /// quiz
    ///
    ////

    # bad modules/first-steps/index.md 6:1
    ## At the door {#at-the-door}

    /// example | The box on the form
    The form said “reason for visit”.

    /// key-idea
    You can be careful without asking for a story.
    ///
    ///

    # good modules/first-steps/index.md
    ## At the door {#at-the-door}

    //// example | The box on the form
    The form said “reason for visit”.

    /// key-idea
    You can be careful without asking for a story.
    ///
    ////

    /// quiz
    ///
"""

from collections.abc import Iterator

from build_tools.checks.block_lines import parents, slashes
from build_tools.core.blocks import KINDS
from build_tools.core.diagnostics import Finding, Severity, TextPlace
from build_tools.core.document import Document

OUTERMOST = frozenset({"quiz", "scenario", "reflect", "practice"})


def check(document: Document) -> Iterator[Finding]:
    for block, around in parents(document):
        # What an unclosed or unknown block swallows is not at fault itself.
        if not around or any(outer.end == 0 or outer.name not in KINDS for outer in around):
            continue
        outer = around[-1]
        place = TextPlace(document.file, block.line, block.column)
        hint = f"close “{outer.name}” before it"
        if block.name in OUTERMOST:
            yield Finding(place, f"“{block.name}” may not stand inside “{outer.name}”", hint)
        elif not KINDS[outer.name].body:
            yield Finding(place, f"nothing may stand inside “{outer.name}”", hint)
        elif slashes(document, block) == slashes(document, outer):
            yield Finding(
                place,
                f"“{block.name}” begins inside “{outer.name}” with the same number of slashes",
                f"{hint}, or give “{outer.name}” one slash more at both ends",
                Severity.WARNING,
            )
