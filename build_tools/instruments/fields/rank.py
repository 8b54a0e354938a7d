"""Rank: choose a few and put them in order, the most important first."""

from __future__ import annotations

from typing import Annotated

from build_tools.core.fields import as_list, whole
from build_tools.instruments import field


class Type(field.Field):
    """A field in which options are chosen and put in order."""

    options: Annotated[tuple[field.Option, ...], as_list]
    """What can be chosen."""
    max: Annotated[int, whole(1, 20)] = 3
    """How many may be chosen at most."""

    @property
    def values(self) -> tuple[str, ...]:
        """The ids of the options."""
        return tuple(option.id for option in self.options)
