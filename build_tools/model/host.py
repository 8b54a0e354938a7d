"""``course/host.yml``: what a hosting organisation changes, and nothing else."""

from __future__ import annotations

from typing import Annotated

from build_tools.core.colours import Colour
from build_tools.core.fields import Day, Id, Text, WebAddress, as_list, one_of
from build_tools.core.record import FileRecord, Record
from build_tools.model.support import Contact


class Organisation(Record):
    """Who runs this copy of the course; ``id`` is kept by learners' records."""

    id: Id = "your-organisation"
    """Short name of your organisation, chosen once, since saved progress carries it."""
    name: Text = "Your organisation"
    """Name of your organisation, as learners see it on every page."""
    url: WebAddress | None = None
    """Address of your website, for example https://www.example.org."""
    logo: Text | None = None
    """Path of your logo, a picture in course/images/, for example images/logo.svg."""
    logo_dark: Text | None = None
    """Path of your logo for dark pages; without it the logo stands on a white label there."""
    contact: Text | None = None
    """How a learner reaches you about the course: an email address or a phone number."""


class SafeguardingLead(Record):
    """Whom a worker tells of a worry about a child or an adult."""

    name: Text | None = None
    """Name, or job title if people change often, of the person to tell about a worry."""
    how: Text | None = None
    """How to reach them today, and what to do when they are away."""


class LocalDuties(Record):
    """What local law asks, as the host's own adviser words it."""

    law: Text | None = None
    """Name of the law or procedure that applies where you are, in plain words."""
    tell: Text | None = None
    """Whom a worker must tell, and in what order."""
    numbers: Text | None = None
    """Phone numbers to use, in the day and out of hours."""
    deadline: Text | None = None
    """How soon a worker must tell, for example: the same day."""
    checked: Day | None = None
    """Day on which somebody last made sure that all this is right, for example 2026-11-21."""


class Exit(Record):
    """The button that leaves the site at once: when it shows, where it goes, what it says."""

    show: Annotated[str, one_of("auto", "flagged", "always", "never")] = "auto"
    """When the button shows: auto (everywhere, if any module speaks of violence, abuse or
    self-harm), flagged (only on those pages and the support page), always or never.
    """
    url: WebAddress = "https://www.bbc.co.uk/weather"
    """Where the button goes: an ordinary page that shows nothing about the person."""
    label: Text = "Exit this page"
    """Words on the button, for example Exit this page."""
    tab_title: Text | None = None
    """One plain word shown in the browser's tab on every page, for example Notes."""


class Colours(Record):
    """The host's own colours; what they do not say follows from ``main``."""

    main: Colour | None = None
    """Your colour for links and buttons, in quotes, for example "#00594f"."""
    dark: Colour | None = None
    """The same for dark pages, in quotes; leave it out to have it made from main."""


class Host(FileRecord):
    """All of ``host.yml``; everything has a default that says so plainly."""

    organisation: Organisation = Organisation()
    """Who runs this copy of the course."""
    address: WebAddress | None = None
    """Where learners find this copy, with its folder, for example https://learn.example.org/care/."""
    colours: Colours | None = None
    """Your organisation's colours; leave it out to keep ours, chosen to be easy to read."""
    safeguarding_lead: SafeguardingLead = SafeguardingLead()
    """The person your workers tell when they are worried about a child or an adult."""
    country: Text | None = None
    """Code of your country as in support.yml, for example GB, to show its emergency number."""
    local_duties: LocalDuties = LocalDuties()
    """What people in your place must do by law, as your own adviser words it."""
    local_contacts: Annotated[tuple[Contact, ...], as_list] = ()
    """Help near you, for example a local refuge, shown beside the national contacts."""
    exit: Exit = Exit()
    """The button that takes a learner off the page quickly, for someone who may be watched."""
    corrections: Text | None = None
    """Where learners send a mistake they found: an email address or web page that you read."""
    funder: Text | None = None
    """A line in the footer of every page on who pays for this, as your funder words it."""
    licence: Text | None = None
    """How others may use this copy, for example CC BY 4.0; without it, as course.yml says."""
