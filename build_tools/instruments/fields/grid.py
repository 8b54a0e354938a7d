"""Grid: a few rows, each with a point of the same scale."""

from __future__ import annotations

from typing import Annotated

from build_tools.core.fields import as_list
from build_tools.instruments import field


class Type(field.Field):
    """A field with a scale for each of its rows."""

    rows: Annotated[tuple[field.Option, ...], as_list]
    """What is judged, row by row."""
    scale: Annotated[tuple[field.Point, ...], as_list] = ()
    """The points, from one end to the other; without them, those of the instrument."""

    @property
    def values(self) -> tuple[str, ...]:
        """The ids of the points that are its own."""
        return tuple(point.id for point in self.scale)
