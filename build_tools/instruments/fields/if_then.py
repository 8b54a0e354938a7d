"""If-then: a moment one can see coming, and the small thing to do when it comes."""

from __future__ import annotations

from typing import Annotated

from build_tools.core.fields import Text, whole
from build_tools.instruments import field


class Type(field.Field):
    """A field for steps of the form “If … happens, then I will …”."""

    written = True

    max: Annotated[int, whole(1, 9)] = 1
    """How many steps there is room for."""
    actor: Text = "I"
    """Who acts, as the sentence says it, for example I/we."""
