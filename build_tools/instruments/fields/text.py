"""Text: room to write in one's own words."""

from __future__ import annotations

from build_tools.core.fields import Whole
from build_tools.instruments import field


class Type(field.Field):
    """A field to write in."""

    written = True

    lines: Whole = 3
    """How many lines there are to write on, on paper."""
