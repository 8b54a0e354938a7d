"""``course/glossary.yml``: words explained once, linked as ``[words](term:id)``."""

from __future__ import annotations

from typing import Annotated

from build_tools.core.fields import Id, Text, as_list
from build_tools.core.record import FileRecord, Record


class Term(Record):
    """A word of the field in plain words."""

    id: Id
    """Short name of the word that never changes; texts link to it as [words](term:id)."""
    term: Text
    """The word or phrase itself, for example Window of tolerance."""
    definition: Text
    """What it means, in one or two plain sentences."""
    cites: Annotated[tuple[Text, ...], as_list] = ()
    """Keys of the sources the meaning comes from, as in references.json, for example samhsa2014."""


class Glossary(FileRecord):
    """All terms; the page sorts them."""

    terms: Annotated[tuple[Term, ...], as_list] = ()
    """The words to explain; the page puts them in alphabetical order."""
