"""Somebody has seen that each contact is right, and the file says how.

A number copied from an old page may have changed since. Such a contact is marked `how_checked: old
page`; that is no fault while a course is being written, and an error under `--publish`. A contact
that does not say how it was checked is a warning at any time.

Mend it: ring the number, or open the service's own page. Then write `how_checked: called` or `page
seen`, and the day under `checked`. Leave the contact out if you cannot.

    # bad course/support.yml 5:9
    countries:
      - code: GB
        name: United Kingdom
        contacts:
          - {kind: emergency, name: Emergency, how: "999", ways: [text], checked: "2026-11-01"}

    # good course/support.yml
    countries:
      - code: GB
        name: United Kingdom
        contacts:
          - kind: emergency
            name: Emergency services
            how: "999"
            ways: [voice, text]
            checked: "2026-11-01"
            how_checked: called
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course


def check(course: Course, *, publish: bool) -> Iterator[Finding]:
    national = [contact for country in course.support.countries for contact in country.contacts]
    for contact in (*national, *course.host.local_contacts):
        if contact.how_checked is None:
            yield Finding(
                contact.place("how_checked"),
                f"“{contact.name}” does not say how it was checked",
                "add how_checked: called, or page seen",
                Severity.ERROR if publish else Severity.WARNING,
            )
        elif publish and contact.how_checked == "old page":
            yield Finding(
                contact.place("how_checked"),
                f"“{contact.name}” was seen only on an old page",
                "ring it or open its own page, then write called or page seen here; "
                "or leave it out",
            )
