"""The exposure of a content note is 1, 2 or 3.

1 means that the theme is named, 2 that it is described, 3 that somebody is in danger. Notes of 2
and 3 get a way round and a place to get help; any other number gets neither, so nobody is looked
after.

Mend it: write 1, 2 or 3.

    # bad modules/first-steps/module.yml 2:29
    content_notes:
      - {theme: loss, exposure: 4, note: A father speaks of a death in his family.}

    # good modules/first-steps/module.yml
    content_notes:
      - {theme: loss, exposure: 1, note: A father speaks of a death in his family.}
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.model.module import Module


def check(module: Module) -> Iterator[Finding]:
    for note in module.content_notes:
        if note.exposure not in (1, 2, 3):
            yield Finding(
                note.place("exposure"),
                f"an exposure of {note.exposure} has no meaning",
                "write 1 (named), 2 (described) or 3 (danger)",
            )
