"""Corrects the misspelt name of a field, in a data file or among a block's options.

Only if one of the names that may stand there is near, no other is, and it is not there already.
"""

from __future__ import annotations

import re
from difflib import get_close_matches

from build_tools import activities, instruments
from build_tools.activities.scenario import Scenario
from build_tools.checks.fixes import Edit
from build_tools.checks.spans import Scalar, offset, options_at, scalar_at
from build_tools.core.diagnostics import Diagnostic
from build_tools.core.record import Record
from build_tools.core.source import Source
from build_tools.core.validation import fields_at
from build_tools.model.cast import Cast
from build_tools.model.course import CourseFile
from build_tools.model.glossary import Glossary
from build_tools.model.host import Host
from build_tools.model.module import Module, Task
from build_tools.model.names import TOOLS
from build_tools.model.pathway import Pathway
from build_tools.model.programme import Programme
from build_tools.model.quiz import QuizFile
from build_tools.model.support import Support

# What a file is read as; in one that is not here, nothing is renamed.
READ_AS: tuple[tuple[str, type[Record]], ...] = (
    (r"course/course\.yml", CourseFile),
    (r"course/host\.yml", Host),
    (r"course/support\.yml", Support),
    (r"course/glossary\.yml", Glossary),
    (r"course/cast\.yml", Cast),
    (r"course/pathways/[^/]+\.ya?ml", Pathway),
    (r"course/programmes/[^/]+\.ya?ml", Programme),
    (r"modules/[^/]+/module\.yml", Module),
    (r"modules/[^/]+/scenario\.yml", Scenario),
    (r"quizzes/[^/]+\.ya?ml", QuizFile),
)
# Nearer than a hint has to be: “minuts” is near enough to “minutes”, “time” to “title” is not.
NEAR = 0.8


def fix(text: str, diagnostic: Diagnostic, source: Source) -> list[Edit]:
    """Rename the key that the finding points at."""
    if not diagnostic.file.endswith(".md"):
        key = scalar_at(text, diagnostic.line, diagnostic.column)
        return _renamed(text, key, _known(key, diagnostic.file, source)) if key else []
    block = options_at(text, diagnostic.file, diagnostic.line)
    if block is None:
        return []
    # The options are read as if they stood alone in the file, with empty lines before them.
    padded = "\n" * (block.options_line - 1) + block.options
    key = scalar_at(padded, diagnostic.line, diagnostic.column)
    if key is None:
        return []
    moved = offset(text, diagnostic.line, diagnostic.column) - key.start
    return [
        Edit(edit.start + moved, edit.end + moved, edit.replacement)
        for edit in _renamed(padded, key, fields_at(Task, key.path[:-1]))
    ]


def _renamed(text: str, key: Scalar, known: list[str]) -> list[Edit]:
    near = get_close_matches(key.value.lower(), known, n=2, cutoff=NEAR)
    there = {str(other.value) for other, _ in key.pairs}
    if not key.is_key or not key.is_simple(text) or len(near) != 1 or near[0] in there:
        return []
    return [Edit(key.start, key.end, near[0])]


def _known(key: Scalar, file: str, source: Source) -> list[str]:
    """List the fields that may stand where a key stands."""
    above = key.path[:-1]
    if file.startswith("quizzes/") and len(above) > 1:
        # Which fields a question has hangs on its kind.
        questions = source.yaml(file).get("questions")
        place = above[1]
        if not isinstance(questions, list) or not isinstance(place, int):
            return []
        kind = activities.questions().get(str(questions[place].get("type")))
        return fields_at(kind, above[2:]) if kind else []
    if re.fullmatch(TOOLS, file):
        kind_of_tool = instruments.kinds().get(str(source.yaml(file).get("kind")))
        return fields_at(kind_of_tool, above) if kind_of_tool else []
    for pattern, model in READ_AS:
        if re.fullmatch(pattern, file):
            return fields_at(model, above)
    return []
