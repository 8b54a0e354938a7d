"""Grid of text: a few rows, each with room to write."""

from __future__ import annotations

from typing import Annotated

from build_tools.core.fields import as_list, whole
from build_tools.instruments import field


class Type(field.Field):
    """A field with room to write in each of its rows."""

    written = True

    rows: Annotated[tuple[field.Option, ...], as_list]
    """What is written about, row by row."""
    lines: Annotated[int, whole(1, 40)] = 2
    """How many lines each row has on paper."""
