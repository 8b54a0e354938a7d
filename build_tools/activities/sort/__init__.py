"""Sort: each thing goes into one of a few groups.

    - id: read-the-night-log
      type: sort
      objective: words-or-interpretation
      prompt: Would a camera have caught it, or did somebody conclude it?
      groups:
        - {id: seen, text: Seen or heard}
        - {id: concluded, text: Somebody's conclusion}
      items:
        - {id: plate, text: Ash turned the plate over., group: seen, feedback: …}
        - {id: testing, text: Ash was testing boundaries., group: concluded, feedback: …}
        - {id: light-on, text: "22:00. In bed, light on.", group: seen, feedback: …}

QTI 3: ``matchInteraction``, one point for each thing in its group; cmi: ``matching``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from build_tools.activities.pairing import Pairing
from build_tools.core.fields import Flag, Id, Text, as_list
from build_tools.core.record import Record


class Group(Record):
    """One of the groups that things are sorted into."""

    id: Id
    """Short name of the group that never changes, for example seen."""
    text: Text
    """What the group is called: a few words, so that a phone shows them whole."""
    was: Annotated[tuple[Id, ...], as_list] = ()
    """Earlier ids of this group, if it had to change, so that saved progress still finds it."""


class Item(Record):
    """A thing to sort."""

    id: Id
    """Short name of the thing that never changes, for example plate."""
    text: Text
    """The thing itself, as learners read it."""
    group: Id
    """Id of the group it belongs to."""
    feedback: Text
    """Why it belongs there, and what that means for the person concerned."""
    was: Annotated[tuple[Id, ...], as_list] = ()
    """Earlier ids of this thing, if it had to change, so that saved progress still finds it."""


class Activity(Pairing):
    """A question that puts each of several things into a group."""

    qti = "matchInteraction"
    cmi = "matching"
    minutes = 2.0

    groups: Annotated[tuple[Group, ...], as_list]
    """The groups, two or three."""
    items: Annotated[tuple[Item, ...], as_list]
    """The things to sort, three to seven, in mixed order, each with the id of its group."""
    shuffle: Flag = False
    """true to show the things in another order at each try; the order is kept with the answer."""

    @property
    def pairs(self) -> Mapping[str, str]:
        """Ids of things with ids of groups."""
        return {item.id: item.group for item in self.items}

    @property
    def things(self) -> tuple[Item, ...]:
        """What is given something, in the words of `rows.html`."""
        return self.items

    @property
    def choices(self) -> tuple[Group, ...]:
        """What can be given, in the words of `rows.html`."""
        return self.groups
