"""``course/support.yml``: crisis contacts by country, each with the day it was checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from build_tools.core.fields import Day, Text, WebAddress, Whole, as_list, one_of
from build_tools.core.record import FileRecord, Record

KINDS = ("emergency", "crisis", "violence", "child")
WAYS = ("voice", "text", "chat", "relay", "sign")


class Contact(Record):
    """One service. ``how`` is what a person dials, sends or opens; ``seen`` where it was read."""

    kind: Annotated[str, one_of(*KINDS)]
    """What the service is for: an emergency, any crisis, violence and abuse, or children."""
    name: Text
    """Name of the service, for example Samaritans."""
    how: Text
    """What a person dials, sends or opens, for example "116 123" or text 85258."""
    checked: Day
    """Day on which somebody last made sure that it works, for example 2026-11-21."""
    how_checked: Annotated[str, one_of("page seen", "old page", "called")] | None = None
    """How it was checked: the page was seen, the page was seen but is old, or somebody called."""
    seen: Text | None = None
    """Web page where the details were read, for example samaritans.org."""
    note: Text | None = None
    """What a caller should know first, for example what to do if they cannot speak."""
    ways: Annotated[tuple[Annotated[str, one_of(*WAYS)], ...], as_list] = ()
    """Ways to reach it: voice, text, chat, relay for deaf callers, sign language."""
    hours: Text | None = None
    """When it answers, for example: every day, 8 to 22."""
    regions: Annotated[tuple[Text, ...], as_list] = ()
    """Parts of the country it serves, for example Scotland; leave it out if it serves all."""
    languages: Annotated[tuple[Text, ...], as_list] = ()
    """Languages it answers in, for example Welsh."""


class Country(Record):
    """Contacts of one country; ``missing`` says why a kind or a way is not there."""

    code: Text
    """Two-letter code of the country, for example GB."""
    name: Text
    """Name of the country, as learners see it."""
    contacts: Annotated[tuple[Contact, ...], as_list]
    """The services people there can turn to."""
    missing: Mapping[str, Text] = {}
    """Kinds (violence) or ways (not-voice) of help this country lacks, each with the reason."""


class Policy(Record):
    """When a contact counts as stale (in days), in what order kinds show, where else to look."""

    warn_after_days: Whole = 180
    """Days after which a check of a contact counts as old and gives a warning."""
    fail_after_days: Whole = 365
    """Days after which a check of a contact is too old to publish."""
    order: Annotated[tuple[Annotated[str, one_of(*KINDS)], ...], as_list] = KINDS
    """The order in which kinds of contact are shown."""
    fallback: WebAddress | None = None
    """Web address of a directory of helplines, for people in a country that is not listed."""


class Support(FileRecord):
    """All contacts, with the policy on their age."""

    policy: Policy = Policy()
    """How long a check of a contact holds, and in what order contacts are shown."""
    countries: Annotated[tuple[Country, ...], as_list] = ()
    """Crisis contacts, country by country."""
