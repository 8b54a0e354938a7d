"""What of the shipped course the ordinary run goes through; the slow run goes through all of it.

A course grows, and every question of it by keyboard would take longer than anybody waits. Every
kind of question and of story is tried in the ordinary run by the examples of the kinds.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.first_modules import FOUR

ROOT = Path(__file__).parent.parent.parent


def sampled(pattern: str) -> list[Any]:
    """The names of modules or quizzes, by a pattern with one ``*``, as parameters of a test."""
    start, _, end = pattern.partition("*")
    names = sorted(
        path.relative_to(ROOT).as_posix().removeprefix(start).removesuffix(end)
        for path in ROOT.glob(pattern)
    )
    slow = [pytest.mark.slow]
    return [pytest.param(name, marks=[] if name in FOUR else slow) for name in names]
