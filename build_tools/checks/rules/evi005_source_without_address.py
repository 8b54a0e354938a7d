"""A source can be reached: it has a DOI or a web address.

A reader who wants to check a claim should need one press. A DOI is best, since it stays when a
site moves. Books and chapters pass: a library finds them by title.

Mend it: add `DOI` or `URL` in your reference manager, and export again.

    # bad course/references.json 2:10
    [
      {"id": "phac2018", "type": "report", "title": "Trauma and violence-informed approaches"}
    ]

    # bad course/references.json 2:10
    [
      {"id": "phac2018", "type": "report", "title": "Approaches", "URL": "javascript:alert(1)"}
    ]

    # good course/references.json
    [
      {"id": "phac2018", "type": "book", "title": "Trauma and violence-informed approaches"}
    ]
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course

SEVERITY = Severity.WARNING
FOUND_BY_TITLE = frozenset({"book", "chapter", "classic", "collection"})


def check(course: Course) -> Iterator[Finding]:
    for key, reference in course.references.items():
        address = reference.link
        if address and not address.startswith(("https://", "http://")):
            yield Finding(
                reference.place,
                f"the address of the source “{key}” is no web address, so it is not linked",
                "write one that begins with https://",
            )
        elif not address and reference.fields.get("type") not in FOUND_BY_TITLE:
            yield Finding(
                reference.place,
                f"the source “{key}” has neither a DOI nor a web address",
                "add one, so that a reader can look",
            )
