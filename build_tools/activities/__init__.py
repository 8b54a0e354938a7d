"""The kinds of question: one folder is one kind, found by discovery.

A folder's name (with ``_`` for ``-``) is the type a trainer writes. It holds ``__init__.py`` with a
`Question` subclass named ``Activity``, ``checks.py`` with the faults only this kind can have,
``template.html``, ``element.js``, ``style.css`` where it needs one, and ``examples.yml``. A kind
knows a question, never a course.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from build_tools.activities.question import Question
from build_tools.core.discovery import packages_in

FOLDER = Path(__file__).parent


@cache
def kinds() -> dict[str, type[Question]]:
    """Map each type's name to its model."""
    return {
        module.__name__.rsplit(".", 1)[1].replace("_", "-"): module.Activity
        for module in packages_in("build_tools.activities")
    }


def folder_of(kind: str) -> Path:
    """Give the folder of a kind, where its template, element and examples are."""
    return FOLDER / kind.replace("-", "_")
