"""List: a few short lines, one below the other."""

from __future__ import annotations

from build_tools.core.fields import Whole
from build_tools.instruments import field


class Type(field.Field):
    """A field for a few short lines."""

    written = True

    max: Whole = 3
    """How many lines there are."""
