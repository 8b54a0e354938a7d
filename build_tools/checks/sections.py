"""Which lines of a page a content note speaks of: from a heading to the next of its level."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.core.document import Document
from build_tools.model.module import ContentNote, Module


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: its first line, the last line that belongs to it, and its page.

    ``opens_page`` and ``closes_page`` say whether anything with a heading comes before or after.
    """

    document: Document
    first: int
    last: int
    opens_page: bool
    closes_page: bool


def find(module: Module, target: str) -> Section | None:
    """Find ``index.md#anchor`` (or a whole page) in a module; None where there is no such place."""
    name, _, anchor = target.partition("#")
    document = module.documents.get(name)
    if document is None:
        return None
    end = document.text.count("\n") + 1
    if not anchor:
        return Section(document, 1, end, True, True)
    for number, heading in enumerate(document.headings):
        if heading.anchor != anchor:
            continue
        after = [h for h in document.headings[number + 1 :] if h.level <= heading.level]
        # A page's own title, written with one #, is no section before the first.
        before = [h for h in document.headings[:number] if h.level > 1]
        last = after[0].line - 1 if after else end
        return Section(document, heading.line, last, not before, not after)
    return None


def sensitive(module: Module) -> list[tuple[int, ContentNote, Section]]:
    """List the notes of exposure 2 or 3 whose place exists, each with its number and section."""
    found = []
    for number, note in enumerate(module.content_notes):
        section = find(module, note.where) if note.sensitive and note.where else None
        if section is not None:
            found.append((number, note, section))
    return found
