"""The kinds of activity: one folder is one kind, found by discovery.

A folder's name (with ``_`` for ``-``) is the type a trainer writes. It holds ``__init__.py`` with a
model named ``Activity``, ``checks.py`` with the faults only this kind can have, ``template.html``,
``element.js``, ``style.css`` where it needs one, and ``examples.yml``. A kind knows itself, never a
course. All are `Question`s, which a quiz holds, except the story.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from build_tools.activities.question import Question
from build_tools.core.discovery import packages_in
from build_tools.core.record import Record

FOLDER = Path(__file__).parent


@cache
def kinds() -> dict[str, type[Record]]:
    """Map the name of each kind to its model."""
    return {
        module.__name__.rsplit(".", 1)[1].replace("_", "-"): module.Activity
        for module in packages_in("build_tools.activities")
    }


@cache
def questions() -> dict[str, type[Question]]:
    """Map the types that a quiz may hold to their models."""
    return {kind: model for kind, model in kinds().items() if issubclass(model, Question)}


def folder_of(kind: str) -> Path:
    """Give the folder of a kind, where its template, element and examples are."""
    return FOLDER / kind.replace("-", "_")
