"""A reflection or a task names objectives of its own module.

The map of objectives, and the rule that every objective is assessed, count a task for the
objectives that it names. A misspelt name counts for nothing.

Mend it: use the id of an objective in this module's ``module.yml``.

    # bad modules/first-steps/index.md 4:18
    ## Try it at work {#try-it}

    /// practice | rewrite-it
        objectives: [rewrite-questions]

    Rewrite one question that your service asks at its door.
    ///

    # good modules/first-steps/index.md
    ## Try it at work {#try-it}

    /// practice | rewrite-it
        objectives: [rewrite-question]

    Rewrite one question that your service asks at its door.
    ///
"""

import re
from collections.abc import Iterator

from build_tools.core.diagnostics import Finding, TextPlace
from build_tools.core.suggest import did_you_mean
from build_tools.model.module import Module, PlacedTask


def check(module: Module) -> Iterator[Finding]:
    known = module.declared_objectives
    if not known:
        return
    for placed in module.tasks:
        for id in placed.task.objectives:
            if id not in known:
                yield Finding(
                    _place(module, placed, id),
                    f"this module has no objective “{id}”",
                    did_you_mean(id, known),
                )


def _place(module: Module, placed: PlacedTask, id: str) -> TextPlace:
    """Point at an id among the options of a task's block."""
    for document in (*module.documents.values(), module.facilitator):
        for block in document.blocks if document and document.file == placed.place.file else ():
            if block.line != placed.place.line:
                continue
            for number, line in enumerate(block.options.split("\n"), block.options_line):
                if match := re.search(rf"(?<![\w-]){re.escape(id)}(?![\w-])", line):
                    return TextPlace(placed.place.file, number, match.start() + 1)
    return placed.place
