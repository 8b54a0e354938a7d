"""Link: a way to another instrument, or to one of its waves."""

from __future__ import annotations

from build_tools.core.fields import Id
from build_tools.instruments import field


class Type(field.Field):
    """A field that leads to another instrument, and may show what was written there."""

    tool: Id
    """Id of the instrument that it leads to; it is a file in course/tools/."""
