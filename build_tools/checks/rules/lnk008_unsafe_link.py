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

    # bad modules/first-steps/index.md 5:6
    ## At the door {#at-the-door}

    Open [this][1].

    [1]: javascript:alert(1)

    # good modules/first-steps/index.md
    ## At the door {#at-the-door}

    Write to [the office](mailto:office@example.org), or call [the desk](tel:+4412345).
"""

import re
from collections.abc import Iterator

from build_tools.checks.links import SCHEME, documents, links
from build_tools.core.diagnostics import Finding, Place, TextPlace
from build_tools.model.course import Course

SAFE = frozenset({"http", "https", "mailto", "sms", "tel", "term"})


# What runs in a browser; written with spaces inside or apart from its link, it is one as well.
RUNS = frozenset({"javascript", "vbscript", "data"})
APART = re.compile(r"(?m)^ {0,3}\[[^\]\n]+\]:[ \t]*<?|\]\([ \t]*<?")


def check(course: Course) -> Iterator[Finding]:
    told: set[Place] = set()
    for link in links(course):
        if not link.image and link.scheme and link.scheme not in SAFE:
            told.add(link.place)
            yield _found(link.place, link.scheme)
    for document in documents(course):
        for match in APART.finditer(document.text):
            rest = document.text[match.end() : match.end() + 100].split("\n")[0]
            scheme = SCHEME.match(re.sub(r"[\x00-\x20\x7f]", "", rest))
            if scheme is None or (name := scheme.group(1).lower()) not in RUNS:
                continue
            before = document.text[: match.end()].split("\n")
            place = TextPlace(document.file, len(before), len(before[-1]) + 1)
            if place not in told:
                yield _found(place, name)


def _found(place: Place, scheme: str) -> Finding:
    return Finding(
        place,
        f"a link that begins with “{scheme}:” is taken out",
        "link to a page with https://, or to a file of the course",
    )
