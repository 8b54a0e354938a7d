"""Citations and lists of sources in Harvard style, from CSL-JSON through citeproc-py."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape
from typing import Any

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from markupsafe import Markup

from build_tools.core.diagnostics import TextPlace
from build_tools.model.reference import CSL_FIELDS, Reference

STYLE = "harvard-cite-them-right"
# More words than any organisation's name has: what is longer is a title.
MOST_WORDS = 8
ADDRESS = re.compile(r"\s*Available at:\s*\S+?\.?$")


def bibliography_of(references: Mapping[str, Reference], keys: Iterable[str]) -> Bibliography:
    """Make a bibliography, or give the last one again where nothing in it has changed.

    Formatting takes citeproc longer than all round it, and a preview asks at every change.
    """
    wanted = {key: dict(references[key].fields) for key in set(keys) if key in references}
    return _bibliography(json.dumps(wanted, sort_keys=True))


@lru_cache(maxsize=2)
def _bibliography(sources: str) -> Bibliography:
    fields = json.loads(sources)
    references = {key: Reference(key, fields[key], TextPlace("")) for key in fields}
    return Bibliography(references, fields)


class Bibliography:
    """Words for citations and entries for lists of sources.

    Fields are escaped before they reach citeproc, which passes them on as they are; the address is
    linked here, so that nothing but http and https can become a link.
    """

    def __init__(self, references: Mapping[str, Reference], keys: Iterable[str]) -> None:
        self._references = references
        wanted = sorted(key for key in set(keys) if key in references)
        self._labels: dict[str, str] = {}
        self._entries: dict[str, Markup] = {}
        if not wanted:
            return
        items = [_csl(references[key]) for key in wanted]
        style = CitationStylesStyle(STYLE, validate=False)
        machine = CitationStylesBibliography(style, CiteProcJSON(items), formatter.html)
        citations = {key: Citation([CitationItem(key)]) for key in wanted}
        for citation in citations.values():
            machine.register(citation)
        for key, citation in citations.items():
            self._labels[key] = _brief(str(machine.cite(citation, _unknown))[1:-1])
        for key, entry in zip(machine.keys, machine.bibliography(), strict=True):
            self._entries[key] = self._with_link(key, str(entry))
        self._tell_twins_apart()

    def __contains__(self, key: str) -> bool:
        return key in self._labels

    def label(self, key: str) -> Markup:
        """Give author and year, without brackets; an unknown key is shown as it is."""
        return Markup(self._labels.get(key, escape(key)))

    def entry(self, key: str) -> Markup:
        """Give the entry for a list of sources."""
        return self._entries.get(key, Markup(escape(key)))

    def sorted(self, keys: Iterable[str]) -> list[str]:
        """Order known keys as a list of sources does: by entry, without markup."""
        known = {key for key in keys if key in self._entries}
        return sorted(known, key=lambda k: (self._entries[k].striptags().casefold(), k))

    def _with_link(self, key: str, entry: str) -> Markup:
        # The style calls an article without pages a preprint, which nothing here says that it is.
        entry = ADDRESS.sub("", entry).replace(" [Preprint]", "").rstrip()
        address = self._references[key].link
        if not re.match(r"https?://", address):
            return Markup(entry)
        shown = re.sub(r"^https?://(www\.)?", "", address).rstrip("/")
        shown = shown if len(shown) <= 60 else shown.split("/")[0]
        return Markup('{} <a class="tr-external" rel="noreferrer" href="{}">{}</a>').format(
            Markup(entry), address, shown
        )

    def _tell_twins_apart(self) -> None:
        """Add a, b … to the year where two sources would be cited by the same words."""
        groups: dict[str, list[str]] = defaultdict(list)
        for key, label in self._labels.items():
            groups[label].append(key)
        for label, keys in groups.items():
            if len(keys) < 2:
                continue
            year = re.search(r"(\d{4}|no date)$", label)
            for letter, key in zip("abcdefghijklmnopqrstuvwxyz", sorted(keys), strict=False):
                joint = "" if year and year.group().isdigit() else "-"
                self._labels[key] = f"{label}{joint}{letter}"
                if year:
                    first = f"({year.group()})"
                    entry = str(self._entries[key])
                    self._entries[key] = Markup(
                        entry.replace(first, f"({year.group()}{joint}{letter})", 1)
                    )


def _csl(reference: Reference) -> dict[str, Any]:
    fields = {
        name: _escaped(value) for name, value in reference.fields.items() if name in CSL_FIELDS
    }
    fields["id"] = reference.key
    if not fields.get("author") and not fields.get("editor") and fields.get("title"):
        # Without an author the title comes first, as if it were one.
        fields["author"] = [{"literal": fields.pop("title")}]
    fields.setdefault("type", "document")
    return fields


def _escaped(value: Any) -> Any:
    if isinstance(value, str):
        return escape(value, quote=False)
    if isinstance(value, list):
        return [_escaped(part) for part in value]
    if isinstance(value, dict):
        return {name: _escaped(part) for name, part in value.items()}
    return value


def _brief(label: str) -> str:
    """Cut a long title that stands for an author, but never its year."""
    name, comma, year = label.rpartition(", ")
    words = name.split()
    if len(words) <= MOST_WORDS or "<" in name:
        return label
    return f"{' '.join(words[:MOST_WORDS])} …{comma}{year}"


def _unknown(item: Any) -> None:
    raise KeyError(item.key)
