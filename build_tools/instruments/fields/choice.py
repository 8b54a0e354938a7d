"""Choice: one of a few answers; with ``each``, one for every part of an earlier answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from build_tools.core.fields import as_list
from build_tools.instruments import field


class Type(field.Field):
    """A field in which one answer is ticked."""

    options: Annotated[tuple[field.Option, ...], as_list]
    """The answers, in their order."""
    each: field.Source | None = None
    """A field of an earlier instrument: the question is asked for each thing in it."""

    @property
    def values(self) -> tuple[str, ...]:
        """The ids of the answers."""
        return tuple(option.id for option in self.options)

    @property
    def carried(self) -> Iterator[tuple[str, tuple[str | int, ...]]]:
        """What it draws on, and what it is asked for each part of."""
        yield from super().carried
        if self.each is not None:
            yield self.each, ("each",)
