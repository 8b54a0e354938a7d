"""Faults that only a role map can have."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.core.suggest import did_you_mean
from build_tools.instruments.role_map import Kind

MOST_COLUMNS = 10


def too050_unknown_role(tool: Kind) -> Iterator[Finding]:
    """A set of roles names roles that the map describes.

    A role without a card would be a column that nobody can fill in.

    Mend it: correct the id, or describe the role under `roles:`.

        # bad course/tools/who-does-what.yml 7:47
        schema: 1
        kind: role-map
        title: Who does what
        description: Who leads, who helps, and what nobody does.
        limits: [It holds no names.]
        roles: [{id: listener, title: Listener, about: Listens to the carer.}]
        role_sets: [{id: small, title: Small, roles: [listner]}]
        duties: [{id: listening, text: Listening to the carer}]
        cells: [{id: leads, text: leads}, {id: helps, text: helps}]
        exactly_one: leads

        # good course/tools/who-does-what.yml
        schema: 1
        kind: role-map
        title: Who does what
        description: Who leads, who helps, and what nobody does.
        limits: [It holds no names.]
        roles: [{id: listener, title: Listener, about: Listens to the carer.}]
        role_sets: [{id: small, title: Small, roles: [listener]}]
        duties: [{id: listening, text: Listening to the carer}]
        cells: [{id: leads, text: leads}, {id: helps, text: helps}]
        exactly_one: leads
    """
    known = {role.id for role in tool.roles}
    for roles in tool.role_sets:
        for index, id in enumerate(roles.roles):
            if id not in known:
                yield Finding(
                    roles.place("roles", index),
                    f"no role of this map is called “{id}”",
                    did_you_mean(id, known) or "describe it under “roles:”",
                )


def too051_duty_twice(tool: Kind) -> Iterator[Finding]:
    """Each duty stands in a map once.

    Where it stands there twice, in other words or the same, one of the two has no lead in the end.

    Mend it: delete one of them.

        # bad course/tools/who-does-what.yml 10:29
        schema: 1
        kind: role-map
        title: Who does what
        description: Who leads, who helps, and what nobody does.
        limits: [It holds no names.]
        roles: [{id: listener, title: Listener, about: Listens to the carer.}]
        role_sets: [{id: small, title: Small, roles: [listener]}]
        duties:
          - {id: listening, text: Listening to the carer}
          - {id: carer-heard, text: Listening to the carer.}
        cells: [{id: leads, text: leads}, {id: helps, text: helps}]
        exactly_one: leads

        # good course/tools/who-does-what.yml
        schema: 1
        kind: role-map
        title: Who does what
        description: Who leads, who helps, and what nobody does.
        limits: [It holds no names.]
        roles: [{id: listener, title: Listener, about: Listens to the carer.}]
        role_sets: [{id: small, title: Small, roles: [listener]}]
        duties:
          - {id: listening, text: Listening to the carer}
          - {id: childs-view, text: The child's view to meetings}
        cells: [{id: leads, text: leads}, {id: helps, text: helps}]
        exactly_one: leads
    """
    seen: dict[str, str] = {}
    for duty in tool.duties:
        words = " ".join(duty.text.lower().strip(" .").split())
        if words in seen and seen[words] != duty.id:
            yield Finding(
                duty.place("text"),
                f"this duty stands here already, as “{seen[words]}”",
                "delete one of the two",
            )
        seen.setdefault(words, duty.id)


def too052_rule_on_unknown_part(tool: Kind) -> Iterator[Finding]:
    """The rules of a map name cells and duties that it has.

    `exactly_one: leads` lists the duties without a lead; a caution looks at the duties that it
    names. With a misspelt id neither ever says anything.

    Mend it: correct the id.

        # bad course/tools/who-does-what.yml 10:14
        schema: 1
        kind: role-map
        title: Who does what
        description: Who leads, who helps, and what nobody does.
        limits: [It holds no names.]
        roles: [{id: listener, title: Listener, about: Listens to the carer.}]
        role_sets: [{id: small, title: Small, roles: [listener]}]
        duties: [{id: listening, text: Listening to the carer}]
        cells: [{id: leads, text: leads}, {id: helps, text: helps}]
        exactly_one: lead

        # bad course/tools/who-does-what.yml 11:33
        schema: 1
        kind: role-map
        title: Who does what
        description: Who leads, who helps, and what nobody does.
        limits: [It holds no names.]
        roles: [{id: listener, title: Listener, about: Listens to the carer.}]
        role_sets: [{id: small, title: Small, roles: [listener]}]
        duties: [{id: listening, text: Listening to the carer}]
        cells: [{id: leads, text: leads}, {id: helps, text: helps}]
        exactly_one: leads
        cautions: [{duties: [listening, law], say: "Could somebody else listen?"}]

        # good course/tools/who-does-what.yml
        schema: 1
        kind: role-map
        title: Who does what
        description: Who leads, who helps, and what nobody does.
        limits: [It holds no names.]
        roles: [{id: listener, title: Listener, about: Listens to the carer.}]
        role_sets: [{id: small, title: Small, roles: [listener]}]
        duties: [{id: listening, text: Listening to the carer}, {id: law, text: What the law asks}]
        cells: [{id: leads, text: leads}, {id: helps, text: helps}]
        exactly_one: leads
        cautions: [{duties: [listening, law], say: "Could somebody else listen?"}]
    """
    cells = {cell.id for cell in tool.cells}
    if tool.exactly_one not in cells:
        yield Finding(
            tool.place("exactly_one"),
            f"this map has no cell “{tool.exactly_one}”",
            did_you_mean(tool.exactly_one, cells),
        )
    duties = {duty.id for duty in tool.duties}
    for caution in tool.cautions:
        for index, id in enumerate(caution.duties):
            if id not in duties:
                yield Finding(
                    caution.place("duties", index),
                    f"this map has no duty “{id}”",
                    did_you_mean(id, duties) or "look under duties: for the ids that there are",
                )


def too053_set_without_columns(tool: Kind) -> Iterator[Finding]:
    """A set of roles has columns, and no more than fit on a sheet.

    A set without roles is an empty table. With more than ten columns there is no room to write on
    paper, and nobody sees at a glance who leads.

    Mend it: name roles under `roles:`, or write `custom: true` for columns in which a team writes
    its own, with `room:` for how many.

        # bad course/tools/who-does-what.yml 7:18
        schema: 1
        kind: role-map
        title: Who does what
        description: Who leads, who helps, and what nobody does.
        limits: [It holds no names.]
        roles: [{id: listener, title: Listener, about: Listens to the carer.}]
        role_sets: [{id: small, title: Small}]
        duties: [{id: listening, text: Listening to the carer}]
        cells: [{id: leads, text: leads}, {id: helps, text: helps}]
        exactly_one: leads

        # bad course/tools/who-does-what.yml 7:76
        schema: 1
        kind: role-map
        title: Who does what
        description: Who leads, who helps, and what nobody does.
        limits: [It holds no names.]
        roles: [{id: listener, title: Listener, about: Listens to the carer.}]
        role_sets: [{id: ours, title: Ours, roles: [listener], custom: true, room: 10}]
        duties: [{id: listening, text: Listening to the carer}]
        cells: [{id: leads, text: leads}, {id: helps, text: helps}]
        exactly_one: leads

        # good course/tools/who-does-what.yml
        schema: 1
        kind: role-map
        title: Who does what
        description: Who leads, who helps, and what nobody does.
        limits: [It holds no names.]
        roles: [{id: listener, title: Listener, about: Listens to the carer.}]
        role_sets: [{id: ours, title: Ours, roles: [listener], custom: true, room: 4}]
        duties: [{id: listening, text: Listening to the carer}]
        cells: [{id: leads, text: leads}, {id: helps, text: helps}]
        exactly_one: leads
    """
    for roles in tool.role_sets:
        columns = len(roles.roles) + (roles.room if roles.custom else 0)
        if columns == 0:
            yield Finding(
                roles.place("id"),
                f"the set “{roles.id}” has no columns",
                "add “roles:”, or “custom: true” for roles of a team's own",
            )
        elif columns > MOST_COLUMNS:
            yield Finding(
                roles.place("room" if roles.custom else "roles"),
                f"the set “{roles.id}” has {columns} columns",
                f"a sheet has room for {MOST_COLUMNS}",
            )
