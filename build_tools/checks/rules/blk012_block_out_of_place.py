"""Quizzes, stories, reflections and tasks stand on the learners' pages of a module.

They belong to the module whose page they stand on. On a page of ``course/`` or in the notes for
facilitators there is no such module: a quiz or a story is empty there, and a reflection loses
its model answer.

Mend it: move the block to a page of the module, or link to the module instead.

    # bad course/about.md 3:1
    # About this course

    /// quiz
    ///

    # bad modules/first-steps/facilitator.md 3:1
    # Facilitator notes

    /// practice | rewrite-it
    Rewrite one question together.
    ///

    # good course/about.md
    # About this course

    /// pause
    ///
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding, TextPlace
from build_tools.core.document import Document

OF_A_MODULE = frozenset({"quiz", "scenario", "reflect", "practice"})


def check(document: Document) -> Iterator[Finding]:
    notes = document.file.endswith("/facilitator.md")
    if document.file.startswith("modules/") and not notes:
        return
    where = "the notes for facilitators" if notes else "a page outside the modules"
    for block in document.blocks:
        if block.name in OF_A_MODULE:
            yield Finding(
                TextPlace(document.file, block.line, block.column),
                f"“{block.name}” does not work in {where}",
                "move it to a learners' page of the module",
            )
