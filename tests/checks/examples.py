"""Laying the examples of a rule's manual over the starter course.

In YAML an example's top-level fields replace those of the starter's file; any other file is
replaced whole.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from build_tools.checks.manual import Example, examples
from build_tools.starters import COURSE

__all__ = ["Example", "examples", "lay_over"]


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
