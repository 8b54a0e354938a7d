"""``course/references.json``: sources in CSL-JSON, as a reference manager exports them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from build_tools.core.diagnostics import TextPlace

# Fields that citeproc understands; reference managers add others of their own.
CSL_FIELDS = frozenset(
    {
        "id", "type", "title", "title-short", "author", "editor", "issued", "accessed",
        "container-title", "collection-title", "volume", "issue", "page", "number", "edition",
        "publisher", "publisher-place", "DOI", "URL", "ISBN", "ISSN", "language", "note", "genre",
        "event-title", "number-of-pages", "abstract",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Reference:
    """One source. ``fields`` are CSL fields as given, not yet escaped."""

    key: str
    fields: Mapping[str, Any]
    place: TextPlace

    @property
    def title(self) -> str:
        """The title, or an empty text."""
        return str(self.fields.get("title", ""))

    @property
    def link(self) -> str:
        """The address to send a reader to: the DOI where there is one, else the URL, else none."""
        if doi := self.fields.get("DOI"):
            return f"https://doi.org/{doi}"
        return str(self.fields.get("URL", ""))
