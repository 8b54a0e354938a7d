"""Faults that only a story can have, seen from the story alone.

Rules that follow its steps over the raw file, however faulty, are SCN001 to SCN019; these spare a
story of which a part could not be read.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.activities.scenario import Activity, Response
from build_tools.core.diagnostics import Finding, Severity
from build_tools.core.document import WORD, plain
from build_tools.core.fields import shorten
from build_tools.core.record import Record

SEVERITIES = {
    "scn020_one_way": Severity.WARNING,
    "scn021_no_misstep": Severity.WARNING,
    "scn022_best_always_first": Severity.WARNING,
    "scn024_same_consequence": Severity.WARNING,
}


def _after(story: Activity, fits: frozenset[str]) -> dict[str, None]:
    """Give the steps on the ways that responses of these fits make, in the order of the walk."""
    found: dict[str, None] = {}
    ahead = [story.start]
    while ahead:
        id = ahead.pop()
        if id in story.steps and id not in found:
            found[id] = None
            ahead += [r.goto for r in story.steps[id].responses if r.fit in fits]
    return found


def scn020_one_way(story: Activity) -> Iterator[Finding]:
    """What a learner chooses makes a difference to how the story goes on.

    Where all responses of every step lead to the same next step, there is one story, whatever is
    chosen. People notice at the second step, and stop weighing.

    Mend it: lead one response to a step of its own, for example to a moment that needs repair.

        # bad modules/first-steps/scenario.yml 7:1
        schema: 1
        id: at-the-desk
        title: At the desk
        people: A father. Made up.
        debrief: He could answer with a nod; what can people answer with a nod at your own desk?
        start: door
        steps:
          door:
            text: A father arrives late. What do you say?
            responses:
              - {id: tea, text: Tea?, fit: best, consequence: He nods., feedback: A nod will do., goto: seated}
              - {id: why, text: Why?, fit: not-here, consequence: He looks away., feedback: All can hear it., goto: seated}
          seated: {ending: true, text: He looks round.}

        # good modules/first-steps/scenario.yml
        schema: 1
        id: at-the-desk
        title: At the desk
        people: A father. Made up.
        debrief: He could answer with a nod; what can people answer with a nod at your own desk?
        start: door
        steps:
          door:
            text: A father arrives late. What do you say?
            responses:
              - {id: tea, text: Tea?, fit: best, consequence: He nods., feedback: A nod will do., goto: seated}
              - {id: why, text: Why?, fit: not-here, consequence: He looks away., feedback: All can hear it., goto: outside}
          outside: {ending: true, text: He goes out again.}
          seated: {ending: true, text: He looks round.}
    """  # noqa: E501
    if story.incomplete:
        return
    deciding = [step for step in story.decisions.values() if len(step.responses) > 1]
    if deciding and all(len({r.goto for r in step.responses}) == 1 for step in deciding):
        yield Finding(
            story.place("steps", key=True),
            "whatever is chosen, the story goes the same way",
            "lead one response to a step of its own",
        )


def scn021_no_misstep(story: Activity) -> Iterator[Finding]:
    """A story has at least one response that does not fit.

    People learn most from what a kind worker does on a bad day: a story is the place to try that
    and to see what it does. Where everything fits at least partly, nothing can be found out.

    Mend it: add a response with `fit: not-here` that means well, and let its consequence show why.

        # bad modules/first-steps/scenario.yml 7:1
        schema: 1
        id: at-the-desk
        title: At the desk
        people: A father. Made up.
        debrief: He could answer with a nod; what can people answer with a nod at your own desk?
        start: door
        steps:
          door:
            text: A father arrives late. What do you say?
            responses:
              - {id: why, text: Why?, fit: partly, consequence: He looks away., feedback: All can hear it., goto: outside}
              - {id: tea, text: Tea?, fit: best, consequence: He nods., feedback: A nod will do., goto: seated}
          outside: {ending: true, text: He goes out again.}
          seated: {ending: true, text: He looks round.}

        # good modules/first-steps/scenario.yml
        schema: 1
        id: at-the-desk
        title: At the desk
        people: A father. Made up.
        debrief: He could answer with a nod; what can people answer with a nod at your own desk?
        start: door
        steps:
          door:
            text: A father arrives late. What do you say?
            responses:
              - {id: why, text: Why?, fit: not-here, consequence: He looks away., feedback: All can hear it., goto: outside}
              - {id: tea, text: Tea?, fit: best, consequence: He nods., feedback: A nod will do., goto: seated}
          outside: {ending: true, text: He goes out again.}
          seated: {ending: true, text: He looks round.}
    """  # noqa: E501
    fits = {r.fit for step in story.decisions.values() for r in step.responses}
    if fits == {"best", "partly"} and not story.incomplete:
        yield Finding(
            story.place("steps", key=True),
            "no response in this story is one that does not fit, so there is little to find out",
            "add one with “fit: not-here” that means well",
        )


def scn022_best_always_first(story: Activity) -> Iterator[Finding]:
    """The response that fits best is not the first at every step.

    Responses are shown in the order written. Whoever finds the best one on top twice has learned
    where to press, and reads no further.

    Mend it: at one step or more, put another response first. Ids stay, so no record is touched.

        # bad modules/first-steps/scenario.yml 7:1
        schema: 1
        id: at-the-desk
        title: At the desk
        people: A father. Made up.
        debrief: He could answer with a nod; what can people answer with a nod at your own desk?
        start: door
        steps:
          door:
            text: A father arrives late. What do you say?
            responses:
              - {id: tea, text: Tea?, fit: best, consequence: He nods., feedback: A nod will do., goto: form}
              - {id: why, text: Why?, fit: not-here, consequence: He looks away., feedback: All can hear it., goto: outside}
          form:
            text: There is a form. What now?
            responses:
              - {id: later, text: Later., fit: best, consequence: He smiles., feedback: It can wait., goto: seated}
              - {id: now, text: Now., fit: partly, consequence: He sighs., feedback: It could wait., goto: seated}
          outside: {ending: true, text: He goes out again.}
          seated: {ending: true, text: He looks round.}

        # good modules/first-steps/scenario.yml
        schema: 1
        id: at-the-desk
        title: At the desk
        people: A father. Made up.
        debrief: He could answer with a nod; what can people answer with a nod at your own desk?
        start: door
        steps:
          door:
            text: A father arrives late. What do you say?
            responses:
              - {id: why, text: Why?, fit: not-here, consequence: He looks away., feedback: All can hear it., goto: outside}
              - {id: tea, text: Tea?, fit: best, consequence: He nods., feedback: A nod will do., goto: form}
          form:
            text: There is a form. What now?
            responses:
              - {id: later, text: Later., fit: best, consequence: He smiles., feedback: It can wait., goto: seated}
              - {id: now, text: Now., fit: partly, consequence: He sighs., feedback: It could wait., goto: seated}
          outside: {ending: true, text: He goes out again.}
          seated: {ending: true, text: He looks round.}
    """  # noqa: E501
    weighed = [
        step.responses
        for step in story.decisions.values()
        if len({response.fit for response in step.responses}) > 1
    ]
    if len(weighed) > 1 and all(r[0].fit == "best" for r in weighed) and not story.incomplete:
        yield Finding(
            story.place("steps", key=True),
            f"at all {len(weighed)} steps the first response is one that fits best",
            "put another first at one of them",
        )


def scn023_no_good_end(story: Activity) -> Iterator[Finding]:
    """Whoever always takes a response that fits best comes to an ending.

    The way of best responses is the one a learner should be able to walk to the end. Where it goes
    round in a circle or breaks off, doing well never comes to anything.

    Mend it: follow the responses marked `fit: best` from the start, and lead one of them on.

        # bad modules/first-steps/scenario.yml 6:8
        schema: 1
        id: at-the-desk
        title: At the desk
        people: A father. Made up.
        debrief: He could answer with a nod; what can people answer with a nod at your own desk?
        start: door
        steps:
          door:
            text: A father arrives late. What do you say?
            responses:
              - {id: why, text: Why?, fit: not-here, consequence: He looks away., feedback: All can hear it., goto: outside}
              - {id: tea, text: Tea?, fit: best, consequence: He nods., feedback: A nod will do., goto: door}
          outside: {ending: true, text: He goes out again.}

        # good modules/first-steps/scenario.yml
        schema: 1
        id: at-the-desk
        title: At the desk
        people: A father. Made up.
        debrief: He could answer with a nod; what can people answer with a nod at your own desk?
        start: door
        steps:
          door:
            text: A father arrives late. What do you say?
            responses:
              - {id: why, text: Why?, fit: not-here, consequence: He looks away., feedback: All can hear it., goto: outside}
              - {id: tea, text: Tea?, fit: best, consequence: He nods., feedback: A nod will do., goto: seated}
          outside: {ending: true, text: He goes out again.}
          seated: {ending: true, text: He looks round.}
    """  # noqa: E501
    every = [story.steps[id] for id in _after(story, frozenset({"best", "partly", "not-here"}))]
    whole = all(r.goto in story.steps for step in every for r in step.responses)
    if story.incomplete or not whole or not any(step.ending for step in every):
        return  # told of by the rules that follow every way
    best = [story.steps[id] for id in _after(story, frozenset({"best"}))]
    stuck = any(step.responses and all(r.fit != "best" for r in step.responses) for step in best)
    open_end = any(not step.responses and not step.ending for step in best)
    if not stuck and not open_end and not any(step.ending for step in best):
        yield Finding(
            story.place("start"),
            "whoever always takes a response that fits best never comes to an ending",
            "lead one of these responses on: " + ", ".join(f"“{id}”" for id in _best_ids(story)),
        )


def _best_ids(story: Activity) -> list[str]:
    """Name the best responses on the way of best responses."""
    steps = [story.steps[id] for id in _after(story, frozenset({"best"}))]
    return [r.id for step in steps for r in step.responses if r.fit == "best"]


def scn024_same_consequence(story: Activity) -> Iterator[Finding]:
    """Each response of a step has a consequence of its own.

    The consequence is the lesson. The same words after two responses say that it does not matter
    which one is chosen, and often one was copied to be changed later.

    Mend it: let each consequence show what this response does to the person.

        # bad modules/first-steps/scenario.yml 12:55
        schema: 1
        id: at-the-desk
        title: At the desk
        people: A father. Made up.
        debrief: He could answer with a nod; what can people answer with a nod at your own desk?
        start: door
        steps:
          door:
            text: A father arrives late. What do you say?
            responses:
              - {id: why, text: Why?, fit: not-here, consequence: He looks at the floor., feedback: All can hear it., goto: outside}
              - {id: tea, text: Tea?, fit: best, consequence: He looks at the floor., feedback: A nod will do., goto: seated}
          outside: {ending: true, text: He goes out again.}
          seated: {ending: true, text: He looks round.}

        # good modules/first-steps/scenario.yml
        schema: 1
        id: at-the-desk
        title: At the desk
        people: A father. Made up.
        debrief: He could answer with a nod; what can people answer with a nod at your own desk?
        start: door
        steps:
          door:
            text: A father arrives late. What do you say?
            responses:
              - {id: why, text: Why?, fit: not-here, consequence: He looks at the floor., feedback: All can hear it., goto: outside}
              - {id: tea, text: Tea?, fit: best, consequence: He nods., feedback: A nod will do., goto: seated}
          outside: {ending: true, text: He goes out again.}
          seated: {ending: true, text: He looks round.}
    """  # noqa: E501
    for step in story.decisions.values():
        seen: set[str] = set()
        for response in step.responses:
            words = _words(response)
            if words in seen:
                yield Finding(
                    response.place("consequence"),
                    f"“{shorten(response.consequence)}” follows another response of this step too",
                    "show what this response does to the person",
                )
            seen.add(words)


def _words(response: Response) -> str:
    """Give what happens as words in small letters, so that two can be compared."""
    return " ".join(WORD.findall(plain(response.consequence).lower())) or response.consequence


def scn025_earlier_id_in_use(story: Activity) -> Iterator[Finding]:
    """An earlier id belongs to one step or response, and to none that is there now.

    A record that names the old id is carried over to whatever lists it under `was:`. If another
    step still has that id, or two list it, nobody can say which of them the learner meant.

    Mend it: delete the entry under `was:`, or give the new step or response another id.

        # bad modules/first-steps/scenario.yml 9:11
        schema: 1
        id: at-the-desk
        title: At the desk
        people: A father. Made up.
        debrief: He could answer with a nod; what can people answer with a nod at your own desk?
        start: door
        steps:
          door:
            was: [seated]
            text: A father arrives late. What do you say?
            responses:
              - {id: why, text: Why?, fit: not-here, consequence: He looks away., feedback: All can hear it., goto: outside}
              - {id: tea, text: Tea?, fit: best, consequence: He nods., feedback: A nod will do., goto: seated}
          outside: {ending: true, text: He goes out again.}
          seated: {ending: true, text: He looks round.}

        # good modules/first-steps/scenario.yml
        schema: 1
        id: at-the-desk
        title: At the desk
        people: A father. Made up.
        debrief: He could answer with a nod; what can people answer with a nod at your own desk?
        start: door
        steps:
          door:
            was: [front-door]
            text: A father arrives late. What do you say?
            responses:
              - {id: why, text: Why?, fit: not-here, consequence: He looks away., feedback: All can hear it., goto: outside}
              - {id: tea, text: Tea?, fit: best, consequence: He nods., feedback: A nod will do., goto: seated}
          outside: {ending: true, text: He goes out again.}
          seated: {ending: true, text: He looks round.}
    """  # noqa: E501
    yield from _taken([(id, step, step.was) for id, step in story.steps.items()], "step")
    for step in story.steps.values():
        yield from _taken([(r.id, r, r.was) for r in step.responses], "response")


def _taken(parts: list[tuple[str, Record, tuple[str, ...]]], noun: str) -> Iterator[Finding]:
    taken = {id for id, _, _ in parts}
    for _, part, earlier in parts:
        for index, id in enumerate(earlier):
            if id in taken:
                yield Finding(
                    part.place("was", index),
                    f"“{id}” is also an id of another {noun}, or its own",
                    "delete it here, or give this one another id",
                )
            taken.add(id)
