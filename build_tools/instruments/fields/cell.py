"""Cell: one area and one level of the course's capacity grid."""

from __future__ import annotations

from build_tools.instruments import field


class Type(field.Field):
    """A field that names a cell of the grid, which the course gives."""
