"""``course/cast.yml``: the made-up people of the examples; one name is one person."""

from __future__ import annotations

from typing import Annotated

from build_tools.core.record import FileRecord, Id, Record, Text, Whole, as_list


class Person(Record):
    """Somebody who appears in stories and examples."""

    id: Id
    name: Text
    age: Whole | None = None
    who: Text
    where: Text | None = None
    modules: Annotated[tuple[Id, ...], as_list] = ()


class Cast(FileRecord):
    """Everybody in the course's stories."""

    people: Annotated[tuple[Person, ...], as_list] = ()
