"""Every country has an emergency, a crisis and a violence contact, and a way that needs no voice.

Somebody who is being listened to at home, or who does not hear or speak, needs text, chat, relay
or sign. Where a country has none to give, `missing:` says why, and the page shows the reason with
a link to look further. A gap without a reason is an error under `--publish`. A reason for
something that is not missing, or under a name that nobody reads, is a warning at any time.

Mend it: add the contact, or its `ways`, or a reason under `missing:` with one of the names
emergency, crisis, violence, not-voice.

    # bad course/support.yml 5:17
    countries:
      - code: ZA
        name: South Africa
        missing:
          no-voice: Nobody found a text service.
        contacts:
          - kind: emergency
            name: Police
            how: "10111"
            ways: [voice]
            checked: "2026-11-01"
            how_checked: called

    # good course/support.yml
    countries:
      - code: ZA
        name: South Africa
        missing:
          crisis: No crisis line answered when we rang.
          violence: No line on violence at home answered when we rang.
          not-voice: No text, chat or relay service was found.
        contacts:
          - kind: emergency
            name: Police
            how: "10111"
            ways: [voice]
            checked: "2026-11-01"
            how_checked: called
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding, Severity
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course
from build_tools.model.support import Country

NEEDED = {
    "emergency": "no emergency contact",
    "crisis": "no crisis contact",
    "violence": "no contact on violence at home",
    "not-voice": "no way to get help that needs no voice",
}


def check(course: Course, *, publish: bool) -> Iterator[Finding]:
    for country in course.support.countries:
        has = _has(country)
        for name in country.missing:
            # A reason for “child” is welcome, though no country must have such a line.
            if (name in NEEDED and name not in has) or name == "child":
                continue
            known = name in NEEDED
            yield Finding(
                country.place("missing", name),
                f"{country.name} has this, so there is nothing to give a reason for"
                if known
                else f"“{name}” is not something that can be missing",
                "delete this line" if known else did_you_mean(name, NEEDED),
                Severity.WARNING,
            )
        for name, words in NEEDED.items():
            if publish and name not in has and name not in country.missing:
                yield Finding(
                    country.place("code"),
                    f"{country.name} has {words}, and nothing says why",
                    f"add one, or missing: {{{name}: the reason}}",
                )


def _has(country: Country) -> set[str]:
    has = {contact.kind for contact in country.contacts}
    if any(way != "voice" for contact in country.contacts for way in contact.ways):
        has.add("not-voice")
    return has
