"""Which themes a module's content notes name, also in notes that have some other fault."""

from __future__ import annotations

from build_tools.model.course import Course
from build_tools.model.module import Module


def noted_themes(course: Course, module: Module) -> frozenset[str]:
    """Read the themes from the file itself, so that a fault in a note hides no theme."""
    data = course.source.yaml(f"{module.folder}/module.yml")
    notes = data.get("content_notes") if isinstance(data, dict) else None
    if not isinstance(notes, list):
        return frozenset()
    return frozenset(
        str(note["theme"]) for note in notes if isinstance(note, dict) and "theme" in note
    )
