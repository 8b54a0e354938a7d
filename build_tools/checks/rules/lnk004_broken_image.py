"""Every picture is a file in the course's own folders.

A picture that is missing leaves a gap. One from another site is not shown at all: it would tell
that site who is reading about what, and it would be missing offline.

Mend it: put the picture into ``course/images/`` or into ``images/`` of the module, and write the
path to it from the file it is shown in.

    # bad modules/first-steps/index.md 3:16
    ## At the door {#at-the-door}

    ![A blue door](images/dor.png)

    # bad modules/first-steps/index.md 3:16
    ## At the door {#at-the-door}

    ![A blue door](https://example.org/door.png)

    # good modules/first-steps/index.md
    ## At the door {#at-the-door}

    The sign for a picture is `![words](images/door.png)`.
"""

from collections.abc import Iterator

from build_tools.checks.links import follow, links, nearest
from build_tools.core.diagnostics import Finding
from build_tools.core.fields import shorten
from build_tools.core.source import IMAGE_ENDINGS
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    for link in links(course):
        if not link.image:
            continue
        if link.scheme or link.target.startswith("//"):
            # “C:\\…” looks like a scheme of one letter.
            yours = link.scheme == "file" or len(link.scheme) == 1
            yield Finding(
                link.place,
                "this picture is on your own computer alone, so nobody else will see it"
                if yours
                else "a picture from another site is not shown",
                "copy it into images/ beside this file, and write images/ and its name here"
                if yours
                else "save it in images/ beside this file, if its licence lets you",
            )
            continue
        found = follow(course, link.file, link.target)
        if found is None or not found[0].lower().endswith(tuple(IMAGE_ENDINGS)):
            better = nearest(course, link.file, link.target.replace("\\", "/"))
            picture = better.lower().endswith(tuple(IMAGE_ENDINGS))
            yield Finding(
                link.place,
                f"there is no picture “{shorten(link.target)}”",
                "write / in place of \\, as every computer understands it"
                if "\\" in link.target and not picture
                else f"did you mean “{better}”?"
                if picture
                else f"pictures end in {', '.join(sorted(IMAGE_ENDINGS))}; check the path",
            )
