"""Scale: how true a statement is, in words."""

from __future__ import annotations

from typing import Annotated

from build_tools.core.fields import as_list
from build_tools.instruments import field


class Type(field.Field):
    """A statement with a scale."""

    scale: Annotated[tuple[field.Point, ...], as_list] = ()
    """The points, from one end to the other; without them, those of the instrument."""

    @property
    def values(self) -> tuple[str, ...]:
        """The ids of the points that are its own."""
        return tuple(point.id for point in self.scale)
