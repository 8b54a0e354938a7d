"""A rule's manual taken apart, for every way of showing it: its words, and its examples.

An example is an indented part that begins with ``# bad FILE LINE:COLUMN`` or ``# good FILE``; line
and column are those of the example itself. A part that begins with ``# with FILE`` belongs to the
example above it, where a fault needs two files to be shown.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, replace
from functools import cache

import markdown

from build_tools.checks.run import Rule, known_rules

HEAD = re.compile(r"# (bad|good|with) (\S+)(?: (\d+):(\d+))?$")

# What the three letters of a code stand for. A group that is not here goes by its letters.
GROUPS = {
    "SRC": ("Files and their shape", "Encoding, syntax, and fields with their names and values."),
    "BLK": ("Blocks in the text", "The parts of a page that begin and end with slashes."),
    "STR": ("Structure", "What the course, its modules and its pathways are made of."),
    "OBJ": ("Objectives", "What learners will be able to do, taught and assessed."),
    "QUI": ("Questions", "Options, keys and feedback, free of clues and of blame."),
    "TOO": (
        "Instruments",
        "Plans, forms and self-assessments that lead somewhere and never measure a person.",
    ),
    "SCN": ("Stories", "Steps that can be reached, and responses that are worth weighing."),
    "REC": (
        "Learners' records",
        "Questions that were locked stay the same questions, so that answers stay with them.",
    ),
    "LNK": ("Links", "Pages, sections, images and terms that are there."),
    "ACC": ("Accessibility", "Text that everyone can read, hear and find their way in."),
    "SAF": ("Safety and care", "Sensitive material, people's dignity, and whom to call."),
    "HOS": (
        "The host's own copy",
        "Colours that can be read, a logo that is there, facts with dates.",
    ),
    "EVI": ("Evidence", "What each claim rests on."),
    "PLN": ("Plain language", "Sentences and pages that are easy to read."),
}


@dataclass(frozen=True)
class Example:
    """One example: whether it is bad, its file, its text, and where the finding should be.

    ``beside`` holds the other files, with their texts, that the example needs.
    """

    bad: bool
    file: str
    text: str
    line: int
    column: int
    beside: tuple[tuple[str, str], ...] = ()


def examples(manual: str) -> list[Example]:
    """Find the examples of a manual."""
    return _apart(manual)[1]


def words(manual: str) -> str:
    """Give a manual without its examples, as Markdown."""
    return _apart(manual)[0]


def summary(rule: Rule) -> str:
    """Give the first sentence of a rule's manual, as Markdown on one line."""
    return " ".join(rule.manual.split("\n\n")[0].split())


@cache
def html(text: str) -> str:
    """Render the Markdown of a manual; a tag in it is shown as typed."""
    parser = markdown.Markdown(extensions=["sane_lists"])
    parser.preprocessors.deregister("html_block")
    parser.inlinePatterns.deregister("html")
    return parser.convert(re.sub(r"(?m)^Mend it:", "**Mend it:**", text))


def inline(text: str) -> str:
    """Render one paragraph of a manual without the paragraph round it."""
    return html(text).removeprefix("<p>").removesuffix("</p>")


def group_of(code: str) -> str:
    """Give the letters that a rule shares with its group."""
    return code[:3]


def title_of(group: str) -> str:
    """Name a group in plain words."""
    return GROUPS.get(group, (group, ""))[0]


def about(group: str) -> str:
    """Say in a sentence what the rules of a group look at."""
    return GROUPS.get(group, ("", ""))[1]


def grouped() -> dict[str, list[Rule]]:
    """Give all rules by group: groups in the order of the list above, rules by code."""
    found: dict[str, list[Rule]] = {group: [] for group in GROUPS}
    for code, rule in known_rules().items():
        found.setdefault(group_of(code), []).append(rule)
    return {group: rules for group, rules in found.items() if rules}


def _apart(manual: str) -> tuple[str, list[Example]]:
    prose: list[str] = []
    found: list[Example] = []
    lines = manual.split("\n")
    number = 0
    while number < len(lines):
        head = HEAD.match(lines[number].strip())
        if not head or not lines[number].startswith("    "):
            prose.append(lines[number])
            number += 1
            continue
        indent = len(lines[number]) - len(lines[number].lstrip())
        body = []
        number += 1
        while number < len(lines) and (
            not lines[number].strip() or lines[number].startswith(" " * indent)
        ):
            if HEAD.match(lines[number].strip()):
                break
            body.append(lines[number])
            number += 1
        text = textwrap.dedent("\n".join(line[indent:] for line in body)).strip("\n") + "\n"
        kind, file, line, column = head.groups()
        if kind == "with":
            found[-1] = replace(found[-1], beside=(*found[-1].beside, (file, text)))
            continue
        found.append(Example(kind == "bad", file, text, int(line or 0), int(column or 0)))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(prose)).strip() + "\n", found
