"""Role map: who leads and who helps with each duty, and which duty nobody leads.

    schema: 1
    kind: role-map
    title: Team role map
    description: Who does what round one child, and what nobody does yet.
    phases: [plan]
    limits: [It holds no names.]
    roles:
      - {id: listener, title: Empathic listener, about: Listens to the carer., does: [Listens]}
    role_sets:
      - {id: small, title: A small team, roles: [listener]}
      - {id: custom, title: Your own roles, custom: true}
    duties:
      - {id: listening, text: Listening to the carer}
    cells:
      - {id: leads, text: leads}
      - {id: helps, text: helps}
      - {id: nobody, text: nobody}
    exactly_one: leads
    cautions:
      - {duties: [listening, statutory], say: "Listening and checking are hard to do in one role."}

A set that is custom has empty columns, with ``room:`` for as many roles as a team may write; they
come after those of its ``roles:``, if it has some. A map holds roles, never names, and none of a
learner's answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from pydantic import Field as Described

from build_tools.core.fields import Flag, Id, Text, as_list, whole
from build_tools.core.record import Record
from build_tools.instruments.field import Field, Fields, Option
from build_tools.instruments.instrument import Instrument


class Role(Record):
    """A role round a child, as its card shows it."""

    id: Id
    """Short name of the role that never changes, for example empathic-listener."""
    title: Text
    """What the role is called."""
    about: Text
    """What the role is for, in one or two sentences."""
    does: Annotated[tuple[Text, ...], as_list] = ()
    """What somebody in this role does, one duty a line."""
    leaves: Annotated[tuple[Text, ...], as_list] = ()
    """What the role leaves to others."""
    was: Annotated[tuple[Id, ...], as_list] = ()
    """Earlier ids of this role, if it had to change, so that what was kept still finds it."""


class RoleSet(Record):
    """The roles of one kind of team."""

    id: Id
    """Short name of the set that never changes, for example true-three."""
    title: Text
    """What the set is called."""
    about: Text | None = None
    """Where the set comes from."""
    roles: Annotated[tuple[Id, ...], as_list] = ()
    """Ids of the roles in it."""
    custom: Flag = False
    """true for empty columns, after those of its roles, for roles of a team's own."""
    room: Annotated[int, whole(1, 10)] = 6
    """How many roles of its own a team may write, if it is custom."""
    was: Annotated[tuple[Id, ...], as_list] = ()
    """Earlier ids of this set, if it had to change, so that what was kept still finds it."""


class Column(NamedTuple):
    """A column of a map: a role that has a card, or room for the team's ``own``, by its number."""

    id: str
    title: str = ""
    was: tuple[str, ...] = ()
    own: int = 0


class Caution(Record):
    """Duties that are hard to lead in one and the same role."""

    duties: Annotated[tuple[Id, ...], as_list]
    """Ids of the duties."""
    say: Text
    """What to think about where one role leads them all."""


class Kind(Instrument):
    """An instrument that shows who does what."""

    roles: Annotated[tuple[Role, ...], as_list]
    """The roles that there can be, each with what it does."""
    role_sets: Annotated[tuple[RoleSet, ...], as_list]
    """The sets of roles to choose from."""
    duties: Annotated[tuple[Option, ...], as_list]
    """What somebody has to do, duty by duty."""
    cells: Annotated[tuple[Option, ...], as_list]
    """What a role may do with a duty, for example leads."""
    exactly_one: Id
    """Id of the cell that each duty needs exactly once, for example leads."""
    cautions: Annotated[tuple[Caution, ...], as_list] = ()
    """Duties that one role should not lead together without a second thought."""
    asked: Fields = Described(default=(), alias="fields")
    """Fields below the map, for example what the child wants said."""

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields below the map."""
        return self.asked

    def columns(self, roles: RoleSet) -> tuple[Column, ...]:
        """The columns of a set: its roles in order, then room for a team's own."""
        known = {role.id: role for role in self.roles}
        named = (known[id] for id in roles.roles if id in known)
        room = roles.room if roles.custom else 0
        return (
            *(Column(role.id, role.title, role.was) for role in named),
            *(Column(f"own-{number}", own=number) for number in range(1, room + 1)),
        )

    def earlier(self, duty: Option, column: Column) -> tuple[str, ...]:
        """Every other name under which a box of the map may have been kept."""
        duties, columns = (duty.id, *duty.was), (column.id, *column.was)
        return tuple(f"{of}/{by}" for of in duties for by in columns)[1:]

    @property
    def lists(self) -> Iterator[tuple[tuple[Record, ...], str]]:
        """Also roles, sets, duties and cells."""
        yield from super().lists
        yield self.roles, "role of this instrument"
        yield self.role_sets, "set of roles"
        yield self.duties, "duty of this instrument"
        yield self.cells, "cell of this instrument"
