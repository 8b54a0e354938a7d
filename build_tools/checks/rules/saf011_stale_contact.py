"""Every contact was checked in the last half year.

Helplines change numbers and hours, and close. Somebody who rings a dead number in a bad hour may
not ring another. After 180 days this is a warning, after 365 days an error; `policy:` in
`course/support.yml` can say other days.

Mend it: ring the number or open the service's own page, and write that day under `checked`. Never
write a day on which nobody checked.

    # bad course/support.yml 5:79
    countries:
      - code: GB
        name: United Kingdom
        contacts:
          - {kind: emergency, name: Emergency, how: "999", ways: [text], checked: "2026-03-01"}

    # bad course/support.yml 8:18
    countries:
      - code: GB
        name: United Kingdom
        contacts:
          - kind: crisis
            name: Samaritans
            how: "116 123"
            checked: "2024-05-02"

    # good course/support.yml
    countries:
      - code: GB
        name: United Kingdom
        contacts:
          - {kind: emergency, name: Emergency, how: "999", ways: [text], checked: "2026-09-01"}
"""

from collections.abc import Iterator
from datetime import date

from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course


def check(course: Course, *, today: date) -> Iterator[Finding]:
    policy = course.support.policy
    national = [contact for country in course.support.countries for contact in country.contacts]
    for contact in (*national, *course.host.local_contacts):
        age = (today - contact.checked).days
        if age > policy.warn_after_days:
            late = age > policy.fail_after_days
            yield Finding(
                contact.place("checked"),
                f"“{contact.name}” was last checked {age} days ago",
                "ring it or open its own page, and write that day here",
                Severity.ERROR if late else Severity.WARNING,
            )
