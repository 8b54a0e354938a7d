"""Every link to a page of the course leads to one.

Links are written as they work on disk and when the files are read on the web: from the file they
stand in, ``../`` for one folder up. A quiz is linked as ``../../quizzes/first-steps.yml``, the
glossary as ``course/glossary.yml``. Trellis turns them into links that work on the site. A broken
link stops a learner, and makes a page that was promised look as if it had been taken away.

A link that works only on the finished site is a warning: whoever reads the files cannot follow it.

Mend it: write the path to the file, as the hint says.

    # bad modules/first-steps/index.md 3:17
    ## At the door {#at-the-door}

    Go on with [it](../second-steps/index.md).

    # bad modules/first-steps/index.md 3:12
    ## At the door {#at-the-door}

    See [help](../../support.md).

    # bad course/glossary.yml 2:44
    terms:
      - {id: repair, term: Repair, definition: "[How](../modules/repair/index.md) to say sorry."}

    # good modules/first-steps/index.md
    ## At the door {#at-the-door}

    See [the questions](../../quizzes/first-steps.yml), [the home page](../../course/index.md),
    [whom to call](../../course/support.yml) and [a site](https://www.who.int).
"""

from collections.abc import Iterator

from build_tools.checks.links import follow, links, nearest
from build_tools.core.diagnostics import Finding, Severity
from build_tools.core.fields import shorten
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    for link in links(course):
        if link.image or link.scheme or follow(course, link.file, link.target):
            continue
        if not link.target:
            yield Finding(link.place, "the link has no address", "write the path to a file")
            continue
        better = nearest(course, link.file, link.target)
        path = link.target.partition("#")[0]
        only_on_disk = better and path.endswith(".md") and _on_site(better) == _on_site(path)
        yield Finding(
            link.place,
            f"“{shorten(link.target)}” works on the site, but leads to no file"
            if only_on_disk
            else f"there is no page “{shorten(path)}”",
            f"did you mean “{better}”?"
            if better
            else "check the path, and that the page is listed",
            Severity.WARNING if only_on_disk else None,
        )


def _on_site(path: str) -> str:
    """Give a path as the site's addresses have it: without ``course/``, and ending in ``.md``."""
    path = path.partition("#")[0].replace("course/", "")
    return path.removesuffix(".yml") + ".md" if path.endswith(".yml") else path
