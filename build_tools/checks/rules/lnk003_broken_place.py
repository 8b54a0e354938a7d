"""The places that a content note names are there.

``where:`` says what a note is about, and ``skip_to:`` is the way round it. A way round that leads
nowhere leaves a learner in the middle of what they chose to skip. (The places that objectives
name have a rule of their own.)

Mend it: write a page of this module, ``#`` and the address of a heading: ``index.md#summary``.

    # bad modules/first-steps/module.yml 6:14
    content_notes:
      - theme: distress
        exposure: 2
        note: A father is late.
        where: "index.md#at-the-door"
        skip_to: "index.md#sumary"

    # bad modules/first-steps/module.yml 5:12
    content_notes:
      - theme: distress
        exposure: 1
        note: A father is late.
        where: "indx.md#at-the-door"

    # good modules/first-steps/module.yml
    content_notes:
      - theme: distress
        exposure: 2
        note: A father is late.
        where: "index.md#at-the-door"
        skip_to: "index.md#summary"
"""

from collections.abc import Iterator

from build_tools.checks.links import anchors, follow
from build_tools.core.diagnostics import Finding
from build_tools.core.fields import shorten
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    for module in course.modules.values():
        for note in module.content_notes:
            for field, target in (("where", note.where), ("skip_to", note.skip_to)):
                if not target:
                    continue
                name = target.partition("#")[0]
                found = follow(course, f"{module.folder}/module.yml", target)
                if not name or found is None:
                    yield Finding(
                        note.place(field),
                        f"this module has no page “{shorten(name)}”",
                        did_you_mean(name, module.documents),
                    )
                    continue
                page, anchor = found
                known = anchors(course, page)
                if anchor and known is not None and anchor not in known:
                    yield Finding(
                        note.place(field),
                        f"{name} has no section “{shorten(anchor)}”",
                        did_you_mean(anchor, known) or "look for {#…} after its headings",
                    )
