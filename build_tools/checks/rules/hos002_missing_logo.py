"""The logo is a picture in `course/images/`.

It stands at the top of every page, so a path with a slip in it leaves a gap on every page. A logo
on another website is not fetched: that site would learn who reads the course.

Mend it: copy the picture into `course/images/`, and write its path as seen from `course/`.

    # bad course/host.yml 4:9
    organisation:
      id: riverside
      name: Riverside Family Centre
      logo: images/riverside.svg

    # good course/host.yml
    organisation:
      id: riverside
      name: Riverside Family Centre
      logo: images/riverside.svg
    # with course/images/riverside.svg
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 4h8"/></svg>
"""

import posixpath
from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.core.fields import shorten
from build_tools.core.suggest import nearest
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    organisation = course.host.organisation
    pictures = {
        image.removeprefix("course/")
        for image in course.source.images | course.source.broken
        if image.startswith("course/images/")
    }
    for name, path in (("logo", organisation.logo), ("logo_dark", organisation.logo_dark)):
        if path is None or path in pictures:
            continue
        names = {posixpath.basename(picture): picture for picture in sorted(pictures)}
        meant = names.get(posixpath.basename(path.replace("\\", "/"))) or nearest(path, pictures)
        elsewhere = "://" in path or path.startswith("//")
        yield Finding(
            organisation.place(name),
            "a logo from another website is not shown"
            if elsewhere
            else f"there is no picture “{shorten(path)}” in course/",
            f"did you mean “{meant}”?"
            if meant
            else "copy the picture into course/images/, and write images/ and its name here",
        )
