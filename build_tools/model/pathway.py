"""``course/pathways/<id>.yml``: a selection of modules and tools for one role."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import PrivateAttr

from build_tools.core.record import FileRecord, Id, Record, Text, Whole, as_list, one_of


class Pathway(FileRecord):
    """A way through the course for one kind of worker.

    ``planned`` names modules still to be written; ``replaced`` says in words what local training
    stands in for an essential module that is left out.
    """

    _id: str = PrivateAttr("")

    title: Text
    audience: Text
    description: Text | None = None
    programmes: Annotated[tuple[Text, ...], as_list] = ()
    modules: Annotated[tuple[Id, ...], as_list]
    planned: Annotated[tuple[Id, ...], as_list] = ()
    tools: Annotated[tuple[Id, ...], as_list] = ()
    planned_tools: Annotated[tuple[Id, ...], as_list] = ()
    phases: Annotated[
        tuple[Annotated[str, one_of("assess", "learn", "plan", "follow-up", "close")], ...], as_list
    ] = ()
    replaced: Mapping[str, Text] = {}

    @property
    def id(self) -> str:
        """The file's name."""
        return self._id
