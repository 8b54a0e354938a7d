"""The kinds of instrument: one folder is one kind, found by discovery.

A folder's name (with ``_`` for ``-``) is the ``kind:`` that a trainer writes. It holds
``__init__.py`` with a model named ``Kind``, ``checks.py`` with the faults that only this kind can
have, ``template.html`` and ``example.yml``, which ``trellis new tool`` copies. ``fields/`` beside
them holds the types of field, each a file with its template. An instrument knows itself, never a
course.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from build_tools.core.discovery import packages_in
from build_tools.instruments.instrument import Instrument

FOLDER = Path(__file__).parent


@cache
def kinds() -> dict[str, type[Instrument]]:
    """Map the name of each kind to its model."""
    return {
        module.__name__.rsplit(".", 1)[1].replace("_", "-"): module.Kind
        for module in packages_in("build_tools.instruments")
        if module.__name__ != "build_tools.instruments.fields"
    }


def folder_of(kind: str) -> Path:
    """Give the folder of a kind, where its template and its example are."""
    return FOLDER / kind.replace("-", "_")
