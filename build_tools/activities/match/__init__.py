"""Match: for each thing, the one choice that goes with it.

    - id: first-for-whom
      type: match
      objective: match-first-move
      prompt: What helps each of them first?
      choices:
        - {id: fewer-words, text: Fewer words}
        - {id: a-way-out, text: A way out of the room}
        - {id: one-sum, text: One sum to do}
      pairs:
        - {id: maya, text: "Maya, who has her hands over her ears", match: fewer-words, feedback: …}
        - {id: joseph, text: "Joseph, who looks at the door", match: a-way-out, feedback: …}

A choice may go with nothing, so that the last one is no give-away. With ``reuse: true`` a choice
may go with more than one thing. Choices are shown in a list to pick from, without Markdown.

QTI 3: ``matchInteraction``, one point for each pair; cmi: ``matching``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from build_tools.activities.pairing import Pairing
from build_tools.core.fields import Flag, Id, Text, as_list
from build_tools.core.record import Record


class Choice(Record):
    """One of the choices that things are matched with."""

    id: Id
    """Short name of the choice that never changes, for example fewer-words."""
    text: Text
    """What the learner can choose: a few words, so that a phone shows them whole."""
    was: Annotated[tuple[Id, ...], as_list] = ()
    """Earlier ids of this choice, if it had to change, so that saved progress still finds it."""


class Pair(Record):
    """A thing, with the choice that goes with it."""

    id: Id
    """Short name of the pair that never changes, for example maya."""
    text: Text
    """The thing that something is to be chosen for."""
    match: Id
    """Id of the choice that goes with it."""
    feedback: Text
    """Why the two go together, for a learner who chose something else."""
    was: Annotated[tuple[Id, ...], as_list] = ()
    """Earlier ids of this pair, if it had to change, so that saved progress still finds it."""


class Activity(Pairing):
    """A question that gives each of several things one of several choices."""

    qti = "matchInteraction"
    cmi = "matching"
    minutes = 1.5

    # A pairing says by `pairs` what goes with what, so the list itself has another name here.
    things: Annotated[tuple[Pair, ...], as_list] = Field(alias="pairs")
    """The things, two to seven, each with the id of the choice that goes with it."""
    choices: Annotated[tuple[Choice, ...], as_list]
    """What can be chosen; one more than there are pairs, so that none is left for the last."""
    reuse: Flag = False
    """true if a choice may go with more than one thing."""
    shuffle: Flag = False
    """true to show the things in another order at each try; the order is kept with the answer."""

    @property
    def pairs(self) -> Mapping[str, str]:
        """Ids of things with ids of choices."""
        return {thing.id: thing.match for thing in self.things}
