"""Scenario: a branching story of decisions, what follows from them, and a look back.

It stands in ``modules/<id>/scenario.yml``, and ``/// scenario`` puts it on a page of the module. No
quiz holds one: a story is walked through, and nothing in it is scored.

    schema: 1
    id: at-the-desk
    title: At the desk
    people: Femi, a father; Priti, at the desk. Both made up.
    content_note: A father is asked questions in front of others. Nobody is hurt.
    start: door
    steps:
      door:
        text: Femi comes in late. What does Priti say?
        responses:
          - id: tea
            text: “Come in. Tea is on the left.”
            fit: best                 # best, partly or not-here
            consequence: He nods and takes a cup.
            feedback: A nod is answer enough, and he knows where to go.
            goto: seated              # the step that comes next
          - {id: why, text: …, fit: not-here, consequence: …, feedback: …, goto: by-the-door}
      by-the-door: {text: …, responses: […]}
      seated: {ending: true, text: He sits down by the window.}
    debrief: …

A learner reads a moment, chooses a response, presses a button, and reads what happens, then the
verdict and the reason. There may be several ways and several endings. The record notes each
response under the ids of story, step and response. cmi: ``performance``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar

from build_tools.core.diagnostics import Place
from build_tools.core.document import cited_keys
from build_tools.core.fields import Edition, Flag, Id, Text, as_list, one_of
from build_tools.core.record import FileRecord, Record


class Response(Record):
    """Something the worker may do: how well it fits, what follows, and why."""

    id: Id
    """Short name of the response that never changes, for example stop-and-stay."""
    text: Text
    """What the worker says or does."""
    fit: Annotated[str, one_of("best", "partly", "not-here")]
    """How well it fits this moment: best, partly or not-here."""
    consequence: Text
    """What happens next in the story."""
    feedback: Text
    """Why it helped or did not, said kindly and about the action, not the learner."""
    goto: Id
    """Id of the step the story goes on to."""
    was: Annotated[tuple[Id, ...], as_list] = ()
    """Earlier ids of this response, if it had to change, so that saved progress still finds it."""


class Step(Record):
    """A moment of the story; an ending has no responses."""

    text: Text
    """What happens at this moment, told so that the learner can decide what to do."""
    ending: Flag = False
    """true if the story ends here; an ending has no responses."""
    responses: Annotated[tuple[Response, ...], as_list] = ()
    """What the worker may do; two to four are best."""
    was: Annotated[tuple[Id, ...], as_list] = ()
    """Earlier ids of this step, if it had to change, so that saved progress still finds it."""


class Activity(FileRecord):
    """A whole story. ``steps`` keeps the order of the file.

    ``minutes`` is what one step with responses takes, reading included.
    """

    qti: ClassVar[str] = ""
    cmi: ClassVar[str] = "performance"
    minutes: ClassVar[float] = 1.25
    scored: ClassVar[bool] = False

    id: Id
    """Short name of the story that never changes, for example in-the-car."""
    rev: Edition = 1
    """Edition of the story; add 1 when its meaning or its choices change."""
    title: Text
    """Title of the story, as learners see it."""
    people: Text
    """Who is in it, in one line, and that they are made up."""
    content_note: Text | None = None
    """What could be hard to read in it, shown before the first step."""
    about: Id | None = None
    """Theme of the module's content notes that the story belongs to, for example violence."""
    objectives: Annotated[tuple[Id, ...], as_list] = ()
    """Ids of the module's objectives that the story practises."""
    start: Id
    """Id of the step the story begins with."""
    steps: Mapping[Id, Step]
    """The moments of the story: an id for each, with its text and responses below."""
    debrief: Text
    """What to take from the story, whichever way it went."""
    was: Annotated[tuple[Id, ...], as_list] = ()
    """Earlier ids of this story, if it had to change, so that saved progress still finds it."""

    @property
    def decisions(self) -> Mapping[str, Step]:
        """The steps at which there is something to choose, by id."""
        return {id: step for id, step in self.steps.items() if step.responses}

    def citations(self) -> Iterator[tuple[str, Place]]:
        """Every key cited in its texts."""
        yield from _cited(self, "debrief")
        for step in self.steps.values():
            yield from _cited(step, "text")
            for response in step.responses:
                yield from _cited(response, "text", "consequence", "feedback")


def _cited(record: Record, *fields: str) -> Iterator[tuple[str, Place]]:
    for field in fields:
        for key in cited_keys(getattr(record, field)):
            yield key, record.place(field)


# Where a story is meant, and not a kind among kinds, this name reads better.
Scenario = Activity
