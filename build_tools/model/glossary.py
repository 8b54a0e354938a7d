"""``course/glossary.yml``: words explained once, linked as ``[words](term:id)``."""

from __future__ import annotations

from typing import Annotated

from build_tools.core.record import FileRecord, Id, Record, Text, Whole, as_list


class Term(Record):
    """A word of the field in plain words."""

    id: Id
    term: Text
    definition: Text
    cites: Annotated[tuple[Text, ...], as_list] = ()


class Glossary(FileRecord):
    """All terms; the page sorts them."""

    terms: Annotated[tuple[Term, ...], as_list] = ()
