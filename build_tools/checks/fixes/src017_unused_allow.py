"""Deletes a line of ``allow:`` that silences nothing, and ``allow:`` itself with its last line.

Only once the course has no error left, since what could not be read may still need it. A line with
a comment stays, and so does one for a rule that looks at the whole course, at the day or at
``--publish``: such a rule may speak up later.
"""

from __future__ import annotations

import inspect
from typing import Any

import yaml

from build_tools.checks.fixes import Edit
from build_tools.checks.run import known_rules
from build_tools.checks.spans import line_end, root_of, scalar_at, whole_lines
from build_tools.core.diagnostics import Diagnostic
from build_tools.core.source import Source
from build_tools.model.course import Course

WAITS = True
Pair = tuple[Any, Any]


def fix(text: str, diagnostic: Diagnostic, source: Source) -> list[Edit]:
    """Take one code and its reason out of the group, or the group out of the file."""
    code = scalar_at(text, diagnostic.line, diagnostic.column)
    root = root_of(text)
    if code is None or not code.is_key or code.path[:-1] != ("allow",) or root.flow_style:
        return []
    holder = next((pair for pair in root.value if pair[0].value == "allow"), None)
    if holder is None or not _always_runs(code.value, source):
        return []
    group = holder[1].value
    place = next(n for n, (key, _) in enumerate(group) if key.start_mark.index == code.start)
    if len(group) == 1:
        return _line(text, holder, inner=group[0])
    if holder[1].flow_style:
        return _part(text, group, place)
    return _line(text, group[place])


def _always_runs(code: str, source: Source) -> bool:
    """Say whether a rule is known and finds the same whatever is asked for and finished."""
    rule = known_rules().get(code)
    if rule is None or rule.check is None or rule.judges is Course:
        return False
    course = source.yaml("course/course.yml")
    language = str(course.get("language") or "en") if isinstance(course, dict) else ""
    asked = {"today", "publish"} & set(inspect.signature(rule.check).parameters)
    return not asked and (not rule.languages or language.split("-")[0] in rule.languages)


def _line(text: str, pair: Pair, inner: Pair | None = None) -> list[Edit]:
    """Delete the lines of a field, unless they say something else too."""
    key, value = pair
    last = inner[1] if inner else value
    if not isinstance(last, yaml.ScalarNode) or last.style in ("|", ">"):
        return []
    start, end = key.start_mark.index, value.end_mark.index
    if inner and not value.flow_style:
        # A group without brackets reaches to the next field, over comments that are not its own.
        end = last.end_mark.index
    first, stop = whole_lines(text, start, end)
    between = text[first:start] + text[end : line_end(text, end)]
    between += text[key.end_mark.index : inner[0].start_mark.index] if inner else ""
    between += text[last.end_mark.index : end]
    if set(between) - set(" \t\n:{},"):
        return []
    return [Edit(first, stop, "")]


def _part(text: str, group: list[Pair], place: int) -> list[Edit]:
    """Delete one part of a group in brackets, with its comma."""
    key, value = group[place]
    if place:
        start, end = group[place - 1][1].end_mark.index, value.end_mark.index
    else:
        start, end = key.start_mark.index, group[1][0].start_mark.index
    around = text[start : key.start_mark.index] + text[value.end_mark.index : end]
    return [] if set(around) - set(" \t\n,") else [Edit(start, end, "")]
