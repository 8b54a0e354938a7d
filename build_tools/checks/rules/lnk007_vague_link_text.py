"""The words of a link say where it leads.

People who use a screen reader often go from link to link, and hear only the words of each. “Click
here”, twelve times on a page, tells them nothing (W3C, WCAG 2.2, 2023, success criteria 2.4.4 and
2.4.9). It is also hard to tap on when you look for something.

Mend it: name the page that the link leads to, and leave out “click”.

    # bad modules/first-steps/index.md 3:27
    ## At the door {#at-the-door}

    For numbers, [click here](../../course/support.yml).

    # good modules/first-steps/index.md
    ## At the door {#at-the-door}

    For numbers, see [whom to call](../../course/support.yml).
"""

from collections.abc import Iterator

from build_tools.checks.links import links
from build_tools.core.diagnostics import Finding, Severity
from build_tools.core.document import plain
from build_tools.core.fields import shorten
from build_tools.model.course import Course

SEVERITY = Severity.WARNING
LANGUAGES = ("en",)
VAGUE = frozenset(
    {
        "click", "click here", "click this", "click this link", "click for more", "details",
        "find out more", "follow this link", "go", "here", "info", "learn more", "link", "more",
        "more details", "more info", "more information", "page", "read", "read here", "read more",
        "read on", "see here", "see more", "tap here", "this", "this link", "this page",
        "this site", "this website", "view", "website",
    }
)  # fmt: skip


def check(course: Course) -> Iterator[Finding]:
    for link in links(course):
        words = " ".join(plain(link.text).lower().strip(" .,:;!?…>»→").split())
        if not link.image and words in VAGUE and link.scheme != "term":
            yield Finding(
                link.place,
                f"the link's words, “{shorten(plain(link.text))}”, do not say where it leads",
                "use the name of the page as the words of the link",
            )
