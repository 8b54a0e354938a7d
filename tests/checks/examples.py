"""Reading the examples in a rule's manual and laying them over the starter course.

An example is an indented part that begins with ``# bad FILE LINE:COLUMN`` or ``# good FILE``. In
YAML its top-level fields replace those of the starter's file; any other file is replaced whole.
Line and column are those of the example itself. A part that begins with ``# with FILE`` belongs
to the example above it, where a fault needs two files to be shown.
"""

from __future__ import annotations

import re
import shutil
import textwrap
from dataclasses import dataclass, replace
from pathlib import Path

from build_tools.starters import COURSE

HEAD = re.compile(r"# (bad|good|with) (\S+)(?: (\d+):(\d+))?$")


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
    found: list[Example] = []
    lines = manual.split("\n")
    number = 0
    while number < len(lines):
        head = HEAD.match(lines[number].strip())
        if not head or not lines[number].startswith("    "):
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
    return found


def lay_over(example: Example, folder: Path) -> int:
    """Make a course with one example in it; give the number of lines that stand before it."""
    if not folder.exists():
        shutil.copytree(COURSE, folder)
    for file, text in example.beside:
        _lay(folder / file, text)
    return _lay(folder / example.file, example.text)


def _lay(path: Path, text: str) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = ""
    if path.suffix == ".yml" and path.exists():
        kept = _without(path.read_text(encoding="utf-8"), text)
    path.write_text(kept + text, encoding="utf-8")
    return kept.count("\n")


def _without(text: str, new: str) -> str:
    """Take the top-level fields of ``new`` out of a YAML text."""
    fields = set(re.findall(r"(?m)^([\w-]+):", new))
    kept, dropping = [], False
    for line in text.splitlines(keepends=True):
        if match := re.match(r"([\w-]+):", line):
            dropping = match.group(1) in fields
        if not dropping:
            kept.append(line)
    return "".join(kept)
