"""Within a module, each reflection and each practice task has an id of its own.

What a learner writes is kept under the id. With the same id twice, what is written in one place
appears in the other, or replaces it.

Mend it: give the later one another id.

    # bad modules/first-steps/index.md 7:1
    ## Try it at work {#try-it}

    /// practice | one-question
    Rewrite one question that your service asks at its door.
    ///

    /// practice | one-question
    Show it to a colleague.
    ///

    # good modules/first-steps/index.md
    ## Try it at work {#try-it}

    /// practice | one-question
    Rewrite one question that your service asks at its door.
    ///

    /// practice | show-it
    Show it to a colleague.
    ///
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.model.module import Module


def check(module: Module) -> Iterator[Finding]:
    seen: set[str] = set()
    pages = {document.file for document in module.documents.values()}
    for task in module.tasks:
        if not task.id or task.place.file not in pages:
            continue
        if task.id in seen:
            yield Finding(
                task.place,
                f"“{task.id}” is already the id of another reflection or task of this module",
                "give this one an id of its own",
            )
        seen.add(task.id)
