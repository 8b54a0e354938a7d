"""What a course still lacks before learners meet it, told by its sum and not line by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from build_tools.core.diagnostics import Diagnostic, Severity
from build_tools.doctor import Advice
from build_tools.model.course import Course

LOCK = "course/items.lock.json"
BIG_PICTURE, BIG_LOGO = 300_000, 60_000
# Findings that the advice below tells in words of its own.
OPEN = frozenset({"SAF013", "SAF014", "SAF015", "HOS004"})


def examine(course: Course, found: list[Diagnostic], today: date, locked: bool) -> Iterator[Advice]:
    """Look at what judging for publication has ``found``, at contacts, and at pictures."""
    errors = [d for d in found if d.severity is Severity.ERROR and d.code not in OPEN]
    if errors:
        first = "; ".join(f"{d.file}:{d.line} {d.message}" for d in errors[:2])
        yield Advice(
            f"{len(errors)} faults in the course: {first}",
            "the site is not built, or not published, while they are there",
            "trellis check --publish  names each with its place and what to do",
        )
    if warnings := sum(d.severity is Severity.WARNING for d in found):
        yield Advice(
            f"{warnings} warnings in the course",
            "they do not stop a build, but learners may stumble over them",
            "trellis check  lists them",
            serious=False,
        )
    files = Counter(d.file for d in found if d.code in OPEN and d.severity is Severity.ERROR)
    for file, number in sorted(files.items()):
        yield Advice(
            f"{file}: {number} {'line' if number == 1 else 'lines'} to fill in or check",
            "learners are sent to these lines on a bad day",
            "trellis check --publish  lists them",
        )
    yield from _contacts(course, today)
    if not locked:
        yield Advice(
            f"there is no {LOCK}",
            "an answer could later be shown as given to a question that was never asked",
            "trellis lock, once the questions are ready for learners",
            serious=False,
        )
    yield from _pictures(course)


def _contacts(course: Course, today: date) -> Iterator[Advice]:
    contacts = [
        *(contact for country in course.support.countries for contact in country.contacts),
        *course.host.local_contacts,
    ]
    if not contacts:
        return
    oldest = min(contacts, key=lambda contact: contact.checked)
    age = (today - oldest.checked).days
    if age > course.support.policy.warn_after_days:
        yield Advice(
            f"the contact “{oldest.name}” was last checked {age} days ago",
            "somebody who rings a dead number may not ring another",
            "ring it or open its own page, and write that day under checked",
            serious=age > course.support.policy.fail_after_days,
        )


def _pictures(course: Course) -> Iterator[Advice]:
    organisation = course.host.organisation
    logos = {f"course/{path}" for path in (organisation.logo, organisation.logo_dark) if path}
    for image in sorted(course.source.images):
        size = (course.source.root / image).stat().st_size
        if size > (BIG_LOGO if image in logos else BIG_PICTURE):
            yield Advice(
                f"{image} is {size / 1000:.0f} kB",
                "it is loaded with every first visit, also over a slow line"
                if image in logos
                else "on a phone with little credit a page with it costs too much",
                "save it smaller: at most 1,600 pixels wide, as WebP, or as SVG if it is drawn",
                serious=False,
            )
