"""``course/pathways/<id>.yml``: a selection of modules and tools for one role."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import PrivateAttr

from build_tools.core.fields import Id, Text, as_list, one_of
from build_tools.core.record import FileRecord


class Pathway(FileRecord):
    """A way through the course for one kind of worker.

    ``planned`` names modules still to be written; ``replaced`` says in words what local training
    stands in for an essential module that is left out.
    """

    _id: str = PrivateAttr("")

    title: Text
    """Name of the pathway, as learners see it, for example Parent mentor."""
    audience: Text
    """Whom it is for, in one sentence."""
    description: Text | None = None
    """What it leads to and what it rests on, in two or three sentences."""
    programmes: Annotated[tuple[Text, ...], as_list] = ()
    """Programmes it is inspired by, for example S1."""
    modules: Annotated[tuple[Id, ...], as_list]
    """Ids of its modules, in the order to take them."""
    planned: Annotated[tuple[Id, ...], as_list] = ()
    """Ids of modules still to be written; shown to trainers only."""
    tools: Annotated[tuple[Id, ...], as_list] = ()
    """Ids of its tools; each is a file in course/tools/."""
    planned_tools: Annotated[tuple[Id, ...], as_list] = ()
    """Ids of tools still to be made; shown to trainers only."""
    phases: Annotated[
        tuple[Annotated[str, one_of("assess", "learn", "plan", "follow-up", "close")], ...], as_list
    ] = ()
    """Phases of the learner's journey that it goes through, in order."""
    replaced: Mapping[str, Text] = {}
    """Essential modules it leaves out: the id, then the local training that stands in for it."""

    @property
    def id(self) -> str:
        """The file's name."""
        return self._id
