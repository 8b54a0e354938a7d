"""A link to a section leads to a section that is there.

What follows the ``#`` is the address of a heading: what stands in ``{#…}`` after it, or else the
heading in small letters with hyphens. In the glossary it is the id of a term. A heading that was
reworded changes its address, unless it has one in braces.

Mend it: use the address that the hint suggests, or give the heading the old one:
``## Summary {#summary}``.

    # bad modules/first-steps/index.md 3:12
    ## Summary {#summary}

    Go to [it](#sumary).

    # bad course/about.md 3:12
    # About

    Go to [it](../modules/first-steps/index.md#the-end).

    # good course/about.md
    # About

    Go to [it](../modules/first-steps/index.md#summary)
    or to [this word](glossary.yml#universal-precautions).
"""

from collections.abc import Iterator

from build_tools.checks.links import anchors, follow, links
from build_tools.core.diagnostics import Finding
from build_tools.core.fields import shorten
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    for link in links(course):
        if link.image or link.scheme or "#" not in link.target:
            continue
        found = follow(course, link.file, link.target)
        if found is None or not found[1]:
            continue
        page, anchor = found
        known = anchors(course, page)
        if known is not None and anchor not in known:
            where = "this page" if page == link.file else page
            yield Finding(
                link.place,
                f"{where} has no section “{shorten(anchor)}”",
                did_you_mean(anchor, known) or "look for {#…} after its headings",
            )
