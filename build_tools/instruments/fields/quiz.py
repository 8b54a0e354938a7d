"""Quiz: a few mixed questions from modules that were done before."""

from __future__ import annotations

from typing import Annotated

from build_tools.core.fields import whole
from build_tools.instruments import field


class Type(field.Field):
    """A field that asks questions again, by the rules of the page “Look again”."""

    count: Annotated[int, whole(1, 20)] = 5
    """How many questions to ask."""
