"""Curly braces name a place or give a class, and nothing that runs, styles or loads.

``{#at-the-door}`` and ``{.wide}`` are kept. A name such as ``onclick``, ``style`` or ``target`` is
taken out, for it could run a program, hide text or ask another site; so is an id that begins with
two low lines, since those belong to the frame of the page. The address of a link or a picture
stands in its round brackets.

Mend it: delete the name and what follows its “=”.

    # bad modules/first-steps/index.md 3:17
    ## At the door {#at-the-door}

    Say it *calmly*{style=color:red}.

    # bad modules/first-steps/index.md 3:9
    ## At the door {#at-the-door}

    ## Tea {#__config}

    # good modules/first-steps/index.md
    ## At the door {#at-the-door}

    Say it *calmly*{.tr-calm lang=en}. In a formula, {x=y} is shown as it is.
"""

import re
from collections.abc import Iterator

from build_tools.checks.block_lines import visible_lines
from build_tools.core.attributes import ATTRIBUTES, OF_THE_FRAME
from build_tools.core.diagnostics import Finding, Severity, TextPlace
from build_tools.core.document import CODE_SPAN, Document

SEVERITY = Severity.WARNING
# After a link, a mark or code; at the end of a heading; alone in a line; at the start of a fence.
BRACES = re.compile(r"(?:(?<=[)*_`\]])|(?<=^)|^#.*?\s)\{:?(?P<inner>[^}\n]*)\}")
FENCE = re.compile(r"^(?:`{3,}|~{3,})[^\n{`]*\{(?P<inner>[^\n]*)\}[ ]*$")
GIVEN = re.compile(r"""([^\s=#.'"{}:]+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s}]*)|#([^\s}]+)""")
ADDRESSES = frozenset({"href", "src"})


def check(document: Document) -> Iterator[Finding]:
    if "{" not in document.text:
        return
    for number, line in visible_lines(document):
        if "{" in line:
            masked = CODE_SPAN.sub(lambda match: "`" * len(match.group()), line)
            for match in BRACES.finditer(masked):
                yield from _inside(document.file, number, match)
    for number, line in enumerate(document.text.split("\n"), 1):
        if line[:3] in ("```", "~~~") and (fence := FENCE.match(line)):
            yield from _inside(document.file, number, fence)


def _inside(file: str, line: int, braces: re.Match[str]) -> Iterator[Finding]:
    for given in GIVEN.finditer(braces["inner"]):
        name, id = given.groups()
        value = id or given.group().partition("=")[2].strip(" \"'")
        named = id or name.lower() == "id"
        frame = named and (value.startswith(OF_THE_FRAME) or re.search("[\"'=<>]", value))
        if frame or (name and (name.lower() not in ATTRIBUTES or name.lower() in ADDRESSES)):
            yield Finding(
                TextPlace(file, line, braces.start("inner") + given.start() + 1),
                f"“{value if frame else name}” is taken out of the page",
                "choose an id of small letters with hyphens" if frame else "delete it",
            )
