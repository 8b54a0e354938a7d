"""From a rating of a course to the rule by which records of it are read."""

from __future__ import annotations

from fractions import Fraction

from build_tools.core.document import plain
from build_tools.instruments.rating import Kind
from build_tools.learning.capacity import Rule
from build_tools.model.course import Course


def rule_of(course: Course, tool: Kind) -> Rule:
    """Give what `build_tools.learning.capacity` needs of an instrument and its course's grid."""
    scoring = tool.scoring
    return Rule(
        tool=tool.id,
        items={item.id: (item.area, item.level) for item in tool.items},
        cells=tuple((a.id, b.id) for a in course.file.areas for b in course.file.levels),
        points={p.value: plain(p.text) for p in tool.scale if p.value is not None},
        short_form=frozenset(tool.short_form),
        cell=scoring.cell,
        line=scoring.line,
        change=Fraction(scoring.change),
        short_change=Fraction(scoring.short_change),
        lowest=scoring.lowest,
        was={item.id: item.was for item in tool.items},
        earlier=tool.was,
    )
