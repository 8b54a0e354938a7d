"""Text: room to write in one's own words."""

from __future__ import annotations

from typing import Annotated

from build_tools.core.fields import whole
from build_tools.instruments import field


class Type(field.Field):
    """A field to write in."""

    written = True

    lines: Annotated[int, whole(1, 40)] = 3
    """How many lines there are to write on, on paper."""
