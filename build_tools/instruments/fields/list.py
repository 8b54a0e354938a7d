"""List: a few short lines, one below the other."""

from __future__ import annotations

from typing import Annotated

from build_tools.core.fields import whole
from build_tools.instruments import field


class Type(field.Field):
    """A field for a few short lines."""

    written = True

    max: Annotated[int, whole(1, 20)] = 3
    """How many lines there are."""
