"""``course/programmes/<id>.yml``: what a programme consists of, element by element."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import PrivateAttr

from build_tools.core.diagnostics import Place
from build_tools.core.faults import Fault
from build_tools.core.fields import Flag, Reads, Text, as_list, complain, shorten
from build_tools.core.record import FileRecord, Record

# A letter and a full stop at least, so that no element id can be taken for a number or a word.
_ELEMENT = r"[A-Za-z][A-Za-z0-9]*(?:[.-][A-Za-z0-9]+)+"


def _element_id(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(_ELEMENT, value):
        raise complain(
            Fault.BAD_ID,
            f"“{shorten(str(value))}” is not a good id for an element",
            "write the programme's code, a full stop and a number: “S1.38”",
        )
    return str(value)


ElementId = Annotated[str, Reads(_element_id, {"type": "string", "pattern": f"^{_ELEMENT}$"})]


class Element(Record):
    """One thing that a programme is, says or does."""

    id: ElementId
    """The programme's code, a full stop and a number, for example S1.38; it never changes."""
    text: Text
    """The element in one plain sentence of your own."""
    claim: Flag = False
    """true if the programme says here that it works; word it as what its authors report."""
    cites: Annotated[tuple[Text, ...], as_list] = ()
    """Keys of the sources, as in references.json, where it has one of its own."""


class Programme(FileRecord):
    """A programme that the course is inspired by; modules and tools name elements they cover."""

    _id: str = PrivateAttr("")

    code: Text
    """Short code of the programme, with which its elements' ids begin, for example S1."""
    title: Text
    """Name of the programme, as trainers see it."""
    source: Text | None = None
    """Key of the source that describes it best, as in references.json, for example singh2020."""
    description: Text
    """What the programme is, in one or two sentences."""
    cautions: Annotated[tuple[Text, ...], as_list] = ()
    """What to keep in mind before relying on it, for example how small a study was."""
    elements: Annotated[tuple[Element, ...], as_list]
    """All that it consists of, in order."""

    @property
    def id(self) -> str:
        """The file's name."""
        return self._id

    def citations(self) -> Iterator[tuple[str, Place]]:
        """Every key that it or one of its elements cites."""
        if self.source is not None:
            yield self.source, self.place("source")
        for element in self.elements:
            for index, key in enumerate(element.cites):
                yield key, element.place("cites", index)
