"""A sensitive part says where it is, and where to go on without it.

A note of exposure 2 or 3 gives learners a choice only if it comes with a link past the part. The
course's rule is that anybody can leave such a part out and still finish the module.

Mend it: add `where:` with the page and heading of the part, and `skip_to:` with the heading to go
on at, such as the summary.

    # bad modules/first-steps/module.yml 2:5
    content_notes:
      - {theme: loss, exposure: 2, note: A father speaks of a death in his family.}

    # bad modules/first-steps/module.yml 2:5
    content_notes:
      - {theme: loss, exposure: 2, note: A death is told., where: "index.md#one-question"}

    # bad modules/first-steps/module.yml 6:14
    content_notes:
      - theme: loss
        exposure: 2
        note: A father speaks of a death in his family.
        where: "index.md#one-question"
        skip_to: "index.md#at-the-door"

    # good modules/first-steps/module.yml
    content_notes:
      - theme: loss
        exposure: 2
        note: A father speaks of a death in his family.
        where: "index.md#one-question"
        skip_to: "index.md#summary"
"""

from collections.abc import Iterator

from build_tools.checks import sections
from build_tools.core.diagnostics import Finding
from build_tools.model.module import Module


def check(module: Module) -> Iterator[Finding]:
    for note in module.content_notes:
        if not note.sensitive:
            continue
        for value, name, says in (
            (note.where, "where", "does not say under which heading the part stands"),
            (note.skip_to, "skip_to", "gives no way past the part"),
        ):
            if value is None:
                yield Finding(
                    note.place(),
                    f"this note of exposure {note.exposure} {says}",
                    f'add {name}: "index.md#heading"',
                )
        here = sections.find(module, note.where or "")
        there = sections.find(module, note.skip_to or "")
        if here and there and there.document is here.document and there.first <= here.last:
            yield Finding(
                note.place("skip_to"),
                f"“{note.skip_to}” does not lead past the part that this note is about",
                "name a heading after it, such as the summary",
            )
