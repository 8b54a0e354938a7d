"""What ``course.yml`` lists, as written, so that one fault in it is not blamed on every module."""

from __future__ import annotations

from build_tools.core.fields import is_null
from build_tools.core.yaml_text import Table
from build_tools.model.course import Course

FILE = "course/course.yml"


def written(course: Course, field: str) -> tuple[str, ...] | None:
    """Give the ids that a list of ``course.yml`` holds, also faulty ones.

    A list of groups gives their ids. None means that there is no such list to judge by.
    """
    if course.file.place().file != FILE:
        return None
    data = course.source.yaml(FILE)
    items = data.get(field, []) if isinstance(data, Table) else None
    if is_null(items):
        return ()
    if not isinstance(items, list):
        return None
    return tuple(str(item.get("id", "")) if isinstance(item, dict) else str(item) for item in items)
