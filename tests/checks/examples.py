"""Reading the examples in a rule's manual and laying them over the starter course.

An example is an indented part that begins with ``# bad FILE LINE:COLUMN`` or ``# good FILE``. In YAML
its top-level fields replace those of the starter's file; any other file is replaced whole. Line and
column are those of the example itself.
"""

from __future__ import annotations

import re
import shutil
import textwrap
from dataclasses import dataclass
from pathlib import Path

from build_tools.starters import COURSE

HEAD = re.compile(r"# (bad|good) (\S+)(?: (\d+):(\d+))?$")


@dataclass(frozen=True)
class Example:
    """One example: whether it is bad, its file, its text, and where the finding should be."""

    bad: bool
    file: str
    text: str
    line: int
    column: int


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
        found.append(Example(kind == "bad", file, text, int(line or 0), int(column or 0)))
    return found


def lay_over(example: Example, folder: Path) -> int:
    """Make a course with one example in it; give the number of lines that stand before it."""
    if not folder.exists():
        shutil.copytree(COURSE, folder)
    path = folder / example.file
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".yml" and path.exists():
        kept = _without(path.read_text(encoding="utf-8"), example.text)
        path.write_text(kept + example.text, encoding="utf-8")
        return kept.count("\n")
    path.write_text(example.text, encoding="utf-8")
    return 0


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
