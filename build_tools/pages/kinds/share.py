"""“Share with my programme”: a file of counts and ratings, shown whole before it is saved.

The learner makes it and hands it over, or does not. ``trellis-share/1`` is an object with

- ``course`` (id and version) and ``organisation``, as in a saved record;
- ``counts``, whole numbers: modules begun and done, in all and by area; questions answered; phases
  done; steps of a plan by how they went;
- ``ratings``: of each self-assessment, by wave, ``statement/edition`` with the number that was
  given or the id of an answer without one.

It holds no text, no number that stands for a person, no day, nothing of a story or a reflection,
and nothing on the theme of a content note, so that nobody can see what was gone round. Only what
is in the course can be in it: whatever else a changed record may hold stays out.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.instruments.instrument import PHASES
from build_tools.instruments.rating import Kind as Rating
from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page

URI = "share.md"


def uris(course: Course) -> Iterator[str]:
    """One page."""
    yield URI


def make(builder: Builder) -> Iterator[Page]:
    """What may be in the file, for the browser to fill in."""
    course = builder.course
    gettext = builder.translations.gettext
    yield builder.page(
        "share",
        URI,
        gettext("Share with my programme"),
        gettext("A file of counts and ratings that you can give to whoever runs your programme."),
        sources=("course/course.yml",),
        meta={"learner": True},
        phases=PHASES,
        steps=_statuses(course),
        ratings=[tool for tool in course.tools.values() if isinstance(tool, Rating)],
    )


def _statuses(course: Course) -> list[str]:
    """The ids by which the steps of a plan are said to have gone."""
    found = [
        option.id
        for tool in course.tools.values()
        for field in tool.fields
        if getattr(field, "each", None)
        for option in getattr(field, "options", ())
    ]
    return list(dict.fromkeys(found))
