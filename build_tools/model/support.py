"""``course/support.yml``: crisis contacts by country, each with the day it was checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from build_tools.core.record import (
    Day,
    FileRecord,
    Record,
    Text,
    WebAddress,
    Whole,
    as_list,
    one_of,
)

KINDS = ("emergency", "crisis", "violence", "child")
WAYS = ("voice", "text", "chat", "relay", "sign")


class Contact(Record):
    """One service. ``how`` is what a person dials, sends or opens; ``seen`` where it was read."""

    kind: Annotated[str, one_of(*KINDS)]
    name: Text
    how: Text
    checked: Day
    how_checked: Annotated[str, one_of("page seen", "old page", "called")] | None = None
    seen: Text | None = None
    note: Text | None = None
    ways: Annotated[tuple[Annotated[str, one_of(*WAYS)], ...], as_list] = ()
    hours: Text | None = None
    regions: Annotated[tuple[Text, ...], as_list] = ()
    languages: Annotated[tuple[Text, ...], as_list] = ()


class Country(Record):
    """Contacts of one country; ``missing`` says why a kind or a way is not there."""

    code: Text
    name: Text
    contacts: Annotated[tuple[Contact, ...], as_list]
    missing: Mapping[str, Text] = {}


class Policy(Record):
    """When a contact counts as stale (in days), in what order kinds show, where else to look."""

    warn_after_days: Whole = 180
    fail_after_days: Whole = 365
    order: Annotated[tuple[Annotated[str, one_of(*KINDS)], ...], as_list] = KINDS
    fallback: WebAddress | None = None


class Support(FileRecord):
    """All contacts, with the policy on their age."""

    policy: Policy = Policy()
    countries: Annotated[tuple[Country, ...], as_list] = ()
