"""Python's search for garbage, put off while very much is made that is no garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collecting() -> Iterator[None]:
    """Put off the collection of garbage, for a function or a block that makes a great many parts.

    All parts of a course are kept, so going through them again and again finds nothing; in a large
    course that would take an eighth of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
