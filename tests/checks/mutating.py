"""Breaking a copy of the shipped course in one way, as ``mutations.yml`` tells.

A change names its ``file`` and does one thing with it: ``old`` becomes ``new`` (``old`` stands
there once); what stands ``from`` one piece of text ``upto`` another, or to the end, becomes
``new``; ``insert`` is put as a paragraph before the line that holds ``before``; ``append`` is
added at the end; ``write`` is the whole text; ``remove`` takes the file away. A case is one
change, or a list of ``changes``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).parent / "mutations.yml"
TODAY = date(2026, 11, 21)
Texts = dict[str, str]


@dataclass(frozen=True)
class Case:
    """One way of breaking the course, the rule that finds it, and where.

    ``line`` is a piece of text that stands once in the broken file; the finding is on the line
    where it begins. Without it, the finding is on the first line. ``also`` are the codes of other
    rules that may fire besides.
    """

    code: str
    found: str
    changes: tuple[Mapping[str, Any], ...]
    line: str = ""
    also: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    publish: bool = False
    today: date = TODAY

    def applied(self, texts: Mapping[str, str]) -> Texts:
        """Give the texts of a course after the changes."""
        changed = dict(texts)
        for change in self.changes:
            _apply(change, changed)
        return changed

    def number(self, texts: Mapping[str, str]) -> int:
        """Give the line on which the finding should be."""
        if not self.line:
            return 1
        text = texts[self.found]
        assert text.count(self.line) == 1, f"{self.code}: {self.line!r} must stand there once"
        return text.count("\n", 0, text.index(self.line)) + 1


@cache
def known() -> dict[str, Any]:
    """Read the file of cases."""
    data: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return data


@cache
def cases() -> tuple[Case, ...]:
    """Give all cases, in the order of the file."""
    return tuple(_case(data) for data in known()["cases"])


def _case(data: Mapping[str, Any]) -> Case:
    changes = list(data.get("changes", ()))
    if "file" in data:
        names = ("file", "old", "new", "from", "upto", "before", "insert", "append", "write")
        changes.append({k: data[k] for k in (*names, "remove") if k in data})
    if status := data.get("status"):
        old = {"file": "course/course.yml", "old": "status: draft", "new": f"status: {status}"}
        changes.append(old)
    return Case(
        code=data["code"],
        found=data.get("found", changes[0]["file"]),
        changes=tuple(changes),
        line=data.get("line", ""),
        also=tuple(data.get("also", ())),
        pictures=tuple(data.get("pictures", ())),
        publish=data.get("publish", False),
        today=data.get("today", TODAY),
    )


def _apply(change: Mapping[str, Any], texts: Texts) -> None:
    file = change["file"]
    if change.get("remove"):
        del texts[file]
        return
    if "write" in change:
        texts[file] = change["write"]
        return
    text = texts[file]
    if "append" in change:
        texts[file] = text + change["append"]
        return
    if "insert" in change:
        start = text.rfind("\n", 0, _once(text, change["before"])) + 1
        texts[file] = f"{text[:start]}{change['insert'].strip()}\n\n{text[start:]}"
        return
    start = _once(text, change["old"] if "old" in change else change["from"])
    if "old" in change:
        end = start + len(change["old"])
    else:
        end = _once(text, change["upto"]) if "upto" in change else len(text)
    assert start < end
    texts[file] = text[:start] + change.get("new", "") + text[end:]


def _once(text: str, piece: str) -> int:
    assert text.count(piece) == 1, f"{piece!r} stands there {text.count(piece)} times, not once"
    return text.index(piece)
