"""Yes or no; its answers are called ``yes`` and ``no`` in rules."""

from __future__ import annotations

from build_tools.instruments import field


class Type(field.Field):
    """A field that is answered with yes or no."""

    @property
    def values(self) -> tuple[str, ...]:
        """The two answers."""
        return ("yes", "no")
