"""A link to another site begins with ``https://``.

With ``http://``, whoever runs the network in between can see which page is opened, and can change
what is shown. For somebody who reads about violence at home on a shared connection, that is a
risk. Nearly every site answers to ``https://`` today.

Mend it: add the ``s``, and open the link once to see that it works. Where a site has no
``https://``, look for another copy of the page.

    # bad modules/first-steps/index.md 3:26
    ## At the door {#at-the-door}

    The guidance is [online](http://www.canada.ca).

    # bad course/support.yml 1:20
    policy: {fallback: "http://findahelpline.com"}

    # good modules/first-steps/index.md
    ## At the door {#at-the-door}

    The guidance is [online](https://www.canada.ca).
"""

from collections.abc import Iterator

from build_tools.checks.links import links
from build_tools.checks.words.secure_sites import answers_securely
from build_tools.core.diagnostics import Finding, Place, Severity
from build_tools.core.fields import shorten
from build_tools.model.course import Course

SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Finding]:
    for place, address in _addresses(course):
        if address.lower().startswith("http://"):
            yield Finding(
                place,
                f"“{shorten(address)}” can be read by others on the way",
                "write “https://”; this site answers to it"
                if answers_securely(address)
                else "write “https://”, if the page opens with it",
            )


def _addresses(course: Course) -> Iterator[tuple[Place, str]]:
    """Every address of another site that a learner can follow."""
    for link in links(course):
        yield link.place, link.target
    if course.support.policy.fallback:
        yield course.support.policy.place("fallback"), course.support.policy.fallback
    for country in course.support.countries:
        for contact in country.contacts:
            yield contact.place("how"), contact.how
            yield contact.place("seen"), contact.seen or ""
    if course.host.organisation.url:
        yield course.host.organisation.place("url"), course.host.organisation.url
    yield course.host.exit.place("url"), course.host.exit.url
    for reference in course.references.values():
        yield reference.place, str(reference.fields.get("URL", ""))
