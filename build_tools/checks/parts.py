"""What stands in a module, where all of it could be read."""

from __future__ import annotations

from build_tools.checks.block_lines import odd_openings
from build_tools.core.blocks import KINDS
from build_tools.model.course import Course
from build_tools.model.module import Module


def readable(course: Course, module: Module) -> bool:
    """Say whether every file of a module, and its quiz, could be read."""
    names = {f"quizzes/{module.id}.yml", f"quizzes/{module.id}.yaml"}
    broken = any(
        file in names or file.startswith(f"{module.folder}/") for file in course.source.broken
    )
    quiz_lost = module.id in course.known["quiz"] and module.id not in course.quizzes
    return not broken and not quiz_lost and "index.md" in module.documents


def lacks_block(course: Course, module: Module, name: str) -> bool:
    """Say whether a module surely has no block of a kind; a misspelt one may have been meant."""
    if not readable(course, module):
        return False
    for document in module.documents.values():
        if odd_openings(document):
            return False
        if any(block.name == name or block.name not in KINDS for block in document.blocks):
            return False
    return True
