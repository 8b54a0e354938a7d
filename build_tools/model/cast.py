"""``course/cast.yml``: the made-up people of the examples; one name is one person."""

from __future__ import annotations

from typing import Annotated

from build_tools.core.fields import Id, Text, Whole, as_list, one_of
from build_tools.core.record import FileRecord, Record

ROLES = ("staff", "leader", "carer", "served", "child")


class Person(Record):
    """Somebody who appears in stories and examples."""

    id: Id
    """Short name for this person that never changes, for example mr-adeyemi."""
    name: Text
    """What the person is called in every story, for example Mr Adeyemi; never a real name."""
    age: Whole | None = None
    """Age in years, where it matters to the story."""
    who: Text
    """Who they are in a few words, for example: a family worker in his second week."""
    roles: Annotated[tuple[Annotated[str, one_of(*ROLES)], ...], as_list] = ()
    """What they are in the stories: staff, leader, carer, served (by a service) or child."""
    background: Annotated[tuple[Text, ...], as_list] = ()
    """What they would say of themselves, each in a few words, where a story has room for it."""
    where: Text | None = None
    """Where we meet them, for example: a community drop-in."""
    modules: Annotated[tuple[Id, ...], as_list] = ()
    """Ids of the modules in which they appear."""


class Cast(FileRecord):
    """Everybody in the course's stories."""

    people: Annotated[tuple[Person, ...], as_list] = ()
    """The made-up people of the course, one entry for each name."""
