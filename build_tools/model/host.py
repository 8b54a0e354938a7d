"""``course/host.yml``: what a hosting organisation changes, and nothing else."""

from __future__ import annotations

from typing import Annotated

from build_tools.core.record import (
    Day,
    FileRecord,
    Id,
    Record,
    Text,
    WebAddress,
    as_list,
    one_of,
)
from build_tools.model.support import Contact


class Organisation(Record):
    """Who runs this copy of the course; ``id`` is kept by learners' records."""

    id: Id = "your-organisation"
    name: Text = "Your organisation"
    url: WebAddress | None = None
    logo: Text | None = None
    contact: Text | None = None


class SafeguardingLead(Record):
    """Whom a worker tells of a worry about a child or an adult."""

    name: Text | None = None
    how: Text | None = None


class LocalDuties(Record):
    """What local law asks, as the host's own adviser words it."""

    law: Text | None = None
    tell: Text | None = None
    numbers: Text | None = None
    deadline: Text | None = None
    checked: Day | None = None


class Exit(Record):
    """The button that leaves the site at once: when it shows, where it goes, what it says."""

    show: Annotated[str, one_of("auto", "flagged", "always", "never")] = "auto"
    url: WebAddress = "https://www.bbc.co.uk/weather"
    label: Text = "Exit this page"


class Colours(Record):
    """The host's two colours, as ``#rrggbb``."""

    light: Text | None = None
    dark: Text | None = None


class Host(FileRecord):
    """All of ``host.yml``; everything has a default that says so plainly."""

    organisation: Organisation = Organisation()
    colours: Colours | None = None
    safeguarding_lead: SafeguardingLead = SafeguardingLead()
    local_duties: LocalDuties = LocalDuties()
    local_contacts: Annotated[tuple[Contact, ...], as_list] = ()
    exit: Exit = Exit()
    corrections: Text | None = None
