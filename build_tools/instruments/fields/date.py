"""Date: a day, with one proposed."""

from __future__ import annotations

from build_tools.instruments import field, offset


class Type(field.Field):
    """A field for a day."""

    written = True

    default: offset.Offset | None = None
    """Which day to propose, counted from today: +6 weeks."""
