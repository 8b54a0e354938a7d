"""A link opens a page, a mail, a call or a message, and nothing else.

Addresses that begin with ``javascript:`` or ``data:`` can run a program in the learner's browser,
and ``file:`` or ``C:`` lead to a folder on your own computer. Trellis takes such an address out,
so the link does nothing.

Mend it: link to the page itself, with ``https://``, or to a file of the course.

    # bad modules/first-steps/index.md 3:13
    ## At the door {#at-the-door}

    Open [this](javascript:alert%281%29).

    # bad course/glossary.yml 2:44
    terms:
      - {id: repair, term: Repair, definition: "[Saying sorry](data:text/html,sorry)."}

    # good modules/first-steps/index.md
    ## At the door {#at-the-door}

    Write to [the office](mailto:office@example.org), or call [the desk](tel:+4412345).
"""

from collections.abc import Iterator

from build_tools.checks.links import links
from build_tools.core.diagnostics import Finding
from build_tools.model.course import Course

SAFE = frozenset({"http", "https", "mailto", "sms", "tel", "term"})


def check(course: Course) -> Iterator[Finding]:
    for link in links(course):
        if not link.image and link.scheme and link.scheme not in SAFE:
            yield Finding(
                link.place,
                f"a link that begins with “{link.scheme}:” is taken out",
                "link to a page with https://, or to a file of the course",
            )
