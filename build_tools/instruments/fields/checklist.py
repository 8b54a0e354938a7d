"""Checklist: tick as many as fit."""

from __future__ import annotations

from typing import Annotated

from build_tools.core.fields import as_list
from build_tools.instruments import field


class Type(field.Field):
    """A field in which any number of options is ticked."""

    options: Annotated[tuple[field.Option, ...], as_list]
    """What can be ticked, in order."""
    require_any: Annotated[tuple[field.Wanted, ...], as_list] = ()
    """What should be among the ticks; where it is not, a kind word says so."""

    @property
    def values(self) -> tuple[str, ...]:
        """The ids of the options."""
        return tuple(option.id for option in self.options)
