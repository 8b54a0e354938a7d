"""The address of the course is where learners open it, and nothing more.

`address` in `course/host.yml` goes into every page, into the map for search engines and into what
chat programs show when somebody passes a link on. It begins with https:// and ends with the folder
of the course. An address of one page, or one with a `?` or `#`, would make all of these wrong. One
that begins with http:// is a warning: anyone on the same network can read along.

Mend it: open the course's first page in a browser, copy its address, and take off what comes after
the last slash.

    # bad course/host.yml 1:10
    address: https://learn.example.org/care/index.html

    # bad course/host.yml 1:10
    address: http://learn.example.org/care/

    # good course/host.yml
    address: https://learn.example.org/care/
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    address = course.host.address
    if address is None:
        return
    place = course.host.place("address")
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        parts.port  # noqa: B018  a port that is no number is told only when it is asked for
    except ValueError:
        host = ""
    if not re.fullmatch(r"[\w.-]+|[0-9a-f:.]+", host) or re.search(r"[\s<>\"'\\]", address):
        yield Finding(place, "no browser could open this address", "copy it from a browser")
        return
    if parts.username is not None:
        yield Finding(
            place,
            "the address holds a name or a password, which everyone could read",
            "take out all up to the @",
        )
    elif parts.query or parts.fragment or re.search(r"\.(html?|php)$", parts.path):
        folder = re.sub(r"[^/]*$", "", parts.path) or "/"
        yield Finding(
            place,
            "this is the address of one page, not of the course",
            f"write {parts.scheme}://{parts.netloc}{folder}",
        )
    elif parts.scheme == "http" and host not in ("localhost", "127.0.0.1"):
        yield Finding(
            place,
            "an address with http:// lets others on the network read along",
            "ask whoever runs the server for https, and write https:// here",
            Severity.WARNING,
        )
