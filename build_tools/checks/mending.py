"""``trellis check --fix``: what can be mended with certainty, file by file, and checked again.

Every round reads the course with the changes made so far, judges it, and applies the edits of the
fixes in ``fixes/``; of edits that touch each other only the first, so that the others are worked
out afresh on the changed text. When no fix has an edit left, the changed files can be written.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from build_tools.checks.fixes import Edit, fixes
from build_tools.checks.run import judge
from build_tools.core.diagnostics import Diagnostic, Severity
from build_tools.core.source import Source, read
from build_tools.model.course import Course
from build_tools.model.load import load

BOM = b"\xef\xbb\xbf"
# Two or three are the rule: only edits that touch each other need rounds of their own.
MOST_ROUNDS = 100


@dataclass
class Draft:
    """A file that is being mended: the bytes it has on disk, and its text with its line ends."""

    on_disk: bytes
    text: str

    @classmethod
    def of(cls, path: Path) -> Draft:
        """Read a file again, since a course's texts no longer tell how their lines ended."""
        raw = path.read_bytes()
        return cls(raw, raw.decode("utf-8-sig"))

    @property
    def normal(self) -> str:
        """The text as a course knows it."""
        return self.text.replace("\r\n", "\n").replace("\r", "\n")

    @property
    def mended(self) -> bytes:
        """What the file is to hold: with the mark at its beginning, if it had one."""
        start = BOM if self.on_disk.startswith(BOM) else b""
        return start + self.text.encode("utf-8")

    def apply(self, edits: Iterable[Edit]) -> None:
        """Apply edits found in the normal text; no line end changes but those that are deleted."""
        places = [match.start() for match in re.finditer(r"\r\n|[\s\S]", self.text)] + [
            len(self.text)
        ]
        for edit in sorted(edits, reverse=True):
            start, end = places[edit.start], places[edit.end]
            self.text = self.text[:start] + edit.replacement + self.text[end:]

    def diff(self, file: str) -> Iterator[str]:
        """Give the lines of a unified diff, each with its line end."""
        # Only \n ends a line: an invisible line break must not shift the numbers.
        before, after = (
            re.findall(r"[^\n]*\n|[^\n]+", text)
            for text in (self.on_disk.decode("utf-8-sig"), self.text)
        )
        for line in difflib.unified_diff(before, after, f"a/{file}", f"b/{file}"):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


@dataclass
class Mending:
    """What was mended and what is left; nothing is on disk until `write`."""

    root: Path
    course: Course
    found: list[Diagnostic]
    left: list[Diagnostic] = field(default_factory=list)
    mended: list[Diagnostic] = field(default_factory=list)
    drafts: dict[str, Draft] = field(default_factory=dict)

    @property
    def changed(self) -> list[str]:
        """The files that are to change, sorted."""
        return sorted(file for file, d in self.drafts.items() if d.mended != d.on_disk)

    def diff(self) -> str:
        """Give all changes as one unified diff."""
        return "".join(line for file in self.changed for line in self.drafts[file].diff(file))

    def write(self) -> list[str]:
        """Write the changed files; give those that somebody else has changed in the meantime."""
        refused = []
        for file in self.changed:
            path, draft = self.root / file, self.drafts[file]
            if path.read_bytes() == draft.on_disk:
                path.write_bytes(draft.mended)
            else:
                refused.append(file)
        return refused


def mend(
    root: Path,
    wanted: Callable[[Diagnostic], bool] = lambda _: True,
    *,
    today: date | None = None,
    publish: bool = False,
) -> Mending:
    """Mend what can be mended of the findings that are wanted, on a copy in memory."""

    def judged(drafts: dict[str, Draft]) -> tuple[Course, list[Diagnostic]]:
        source = read(root)
        source.texts.update({file: draft.normal for file, draft in drafts.items()})
        course, faults = load(source)
        return course, judge(course, faults, today=today, publish=publish)

    course, found = judged({})
    mending = Mending(root, course, found, found)
    for _ in range(MOST_ROUNDS):
        edits = _edits(mending, wanted)
        if not edits:
            break
        for file, some in edits.items():
            mending.drafts[file].apply(some)
        mending.course, mending.left = judged(mending.drafts)
    return mending


def _edits(mending: Mending, wanted: Callable[[Diagnostic], bool]) -> dict[str, list[Edit]]:
    """Work out one round of edits that do not touch each other, and note what they mend."""
    source = mending.course.source
    errors = any(d.severity is Severity.ERROR for d in mending.left)
    chosen: dict[str, list[Edit]] = {}
    for diagnostic in mending.left:
        fix = fixes().get(diagnostic.code)
        text = source.texts.get(diagnostic.file)
        if fix is None or text is None or not wanted(diagnostic) or (fix.waits and errors):
            continue
        edits = fix.run(text, diagnostic, source)
        if not edits or not _readable(mending, source, diagnostic.file):
            continue
        there = chosen.setdefault(diagnostic.file, [])
        if set(edits) <= set(there) or not any(_touch(a, b) for a in edits for b in there):
            there += [edit for edit in edits if edit not in there]
            mending.mended.append(diagnostic)
    return {file: edits for file, edits in chosen.items() if edits}


def _readable(mending: Mending, source: Source, file: str) -> bool:
    """Take a file up, unless it is no longer what was checked."""
    if file not in mending.drafts:
        draft = Draft.of(mending.root / file)
        if draft.normal != source.texts[file]:
            return False
        mending.drafts[file] = draft
    return True


def _touch(one: Edit, other: Edit) -> bool:
    return one.start <= other.end and other.start <= one.end
