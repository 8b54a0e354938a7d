"""A link to a word of the glossary names a word that is there.

``[window of tolerance](term:window-of-tolerance)`` links to the entry with that id in
``course/glossary.yml``. Without the entry, a learner who wants to know what the word means finds
nothing.

Mend it: correct the id, or write the entry.

    # bad modules/first-steps/index.md 3:26
    ## At the door {#at-the-door}

    This is called [caution](term:universal-precaution).

    # good modules/first-steps/index.md
    ## At the door {#at-the-door}

    This is called [caution](term:universal-precautions).
"""

from collections.abc import Iterator

from build_tools.checks.links import GLOSSARY, anchors, links
from build_tools.core.diagnostics import Finding
from build_tools.core.fields import shorten
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    if GLOSSARY in course.source.broken:
        return
    known = anchors(course, GLOSSARY) or frozenset()
    for link in links(course):
        if link.scheme == "term":
            id = link.target.partition(":")[2]
            if id not in known:
                near = did_you_mean(id, known)
                yield Finding(
                    link.place,
                    f"the glossary has no term “{shorten(id)}”",
                    near if near.startswith("did") else f"add it to {GLOSSARY}",
                )
