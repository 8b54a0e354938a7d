"""The ordinary page that the exit button opens where there is no network."""

from __future__ import annotations

from build_tools.model.course import Course
from build_tools.pages.builder import templates


def neutral_page(course: Course) -> str:
    """Write it whole: no look of the course, no script, no link back, nothing to load."""
    return templates(course.file.language).get_template("neutral.html").render(course=course)
