"""The day on which something was checked or reviewed has come.

A slip such as 2062 for 2026 would keep a contact fresh for ever, and nobody would be asked to
check it.

Mend it: write the day on which somebody really checked.

    # bad course/support.yml 8:18
    countries:
      - code: GB
        name: United Kingdom
        contacts:
          - kind: emergency
            name: Emergency services
            how: "999"
            checked: "2062-11-21"

    # bad modules/first-steps/module.yml 1:46
    review: {kind: desk, by: course authors, on: 2027-01-01}

    # good modules/first-steps/module.yml
    review: {kind: desk, by: course authors, on: 2026-11-20}
"""

from collections.abc import Iterator
from datetime import date

from build_tools.core.diagnostics import Finding, Severity, YamlPlace
from build_tools.model.course import Course

SEVERITY = Severity.WARNING


def check(course: Course, *, today: date) -> Iterator[Finding]:
    contacts = [contact for country in course.support.countries for contact in country.contacts]
    days: list[tuple[date, YamlPlace]] = [
        (contact.checked, contact.place("checked"))
        for contact in (*contacts, *course.host.local_contacts)
    ]
    days += [(m.review.on, m.review.place("on")) for m in course.modules.values()]
    if (duties := course.host.local_duties).checked is not None:
        days.append((duties.checked, duties.place("checked")))
    for day, place in days:
        # One day's grace: it may be tomorrow already where the course is written.
        if (day - today).days > 1:
            yield Finding(
                place,
                f"{day.isoformat()} has not come yet",
                "write the day on which somebody really checked",
            )
