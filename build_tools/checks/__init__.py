"""Judging a course: rules are found in ``rules/`` and in each activity's ``checks.py``."""

from __future__ import annotations

from build_tools.checks.run import Rule, judge, known_rules, unchecked

__all__ = ["Rule", "judge", "known_rules", "unchecked"]
