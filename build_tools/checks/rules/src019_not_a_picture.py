"""A picture is what its name says.

A file that is called ``door.png`` and holds a web page is not shown, and where a server sends it
as a page it could run a program. A picture of another kind, such as a JPEG called ``.png``, is
shown by most browsers, and refused by some programs that open the course later.

Mend it: save the picture itself in that place, or give it the ending of what it is.

    # bad course/images/door.png 1:1
    <html><body>Page not found</body></html>

    # good course/images/door.svg
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path d="M0 0h2v2z"/></svg>
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from build_tools.core import pictures
from build_tools.core.diagnostics import Finding, Severity, TextPlace
from build_tools.model.course import Course

ENOUGH = 16


def check(course: Course) -> Iterator[Finding]:
    for image in sorted(course.source.images):
        ending = PurePosixPath(image).suffix
        if ending.lower() == ".svg":
            continue
        with (course.source.root / image).open("rb") as file:
            found = pictures.kind(file.read(ENOUGH))
        if found is None:
            yield Finding(
                TextPlace(image),
                f"this is not a picture, though its name ends in {ending}",
                "open it in a picture program and save it again, or delete it",
            )
        elif ending.lower() not in (endings := pictures.KINDS[found][1]):
            better = PurePosixPath(image).with_suffix(endings[0]).name
            yield Finding(
                TextPlace(image),
                f"this is a {found} picture, though its name ends in {ending}",
                f"call it {better}, here and where it is shown",
                Severity.WARNING,
            )
