"""What is told of a question, story or statement that does not go with the lock: how to mend it."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.core.fields import shorten
from build_tools.model.course import Course
from build_tools.model.items import Standing, State
from build_tools.model.lock import Entry

WORDS = {"type": "its kind", "key": "its right answer", "words": "its words"}
OTHER_WORDS = {
    "story": {"key": "what fits or follows"},
    "statement": {"key": "its area or its level"},
}


def findings(course: Course, state: State) -> Iterator[Finding]:
    """Give a finding for each item that stands in one of the ways refused."""
    for standing in course.locked.standings:
        if standing.state is state:
            yield refusal(standing)


def refusal(standing: Standing) -> Finding:
    """Say why an item cannot be locked as it is, and every way to mend it."""
    item, entry = standing.item, standing.against
    if standing.state is State.CHANGED and entry is not None:
        return _changed(standing, entry)
    if standing.state is State.LOWERED and entry is not None:
        return Finding(
            item.place("rev"),
            f"“{item.id}” has rev {item.rev}, but learners may have answered rev {entry.rev}",
            f"write rev: {entry.rev}, or rev: {entry.rev + 1} if its meaning has changed since",
        )
    if standing.other:
        return _taken(standing)
    again = f"; if it is the old one again: rev: {entry.rev + 1}" if entry else ""
    return Finding(
        item.place("id"),
        f"“{item.id}” was the id of another {item.noun}, which learners may have answered",
        f"give this one an id of its own{again}",
    )


def _changed(standing: Standing, entry: Entry) -> Finding:
    item = standing.item
    came = "" if entry.key == item.key else f" and it was {entry.key} before"
    raised = f"write rev: {entry.rev + 1}, and earlier answers are shown as given to another text"
    ways = {
        "words": f"{raised}; if it still means the same: trellis lock --wording {item.key}",
        "parts": f"{raised}; what was only renamed lists its old id: was: [old-id]",
    }
    hint = ways.get(standing.changed[0], raised)
    if came and entry.id == item.id:
        hint += "; if it is another question, give it an id of its own"
    return Finding(
        item.place("id"),
        f"“{item.id}” is locked as rev {entry.rev}{came}, but {changes(standing)} changed since",
        hint,
    )


def changes(standing: Standing) -> str:
    """Name what is not as it was locked."""
    entry = standing.against
    if entry is None or "parts" not in standing.changed:
        names = {**WORDS, **OTHER_WORDS.get(standing.item.noun, {})}
        words = " and ".join(names[name] for name in standing.changed)
        return f"{words} {'have' if words.endswith('words') or ' and ' in words else 'has'}"
    then, now = entry.fingerprint.parts, standing.item.like(entry).parts
    gone = [id for name, ids in then.items() for id in ids if id not in now.get(name, ())]
    new = [id for name, ids in now.items() for id in ids if id not in then.get(name, ())]
    told = [f"{what} {', '.join(ids)}" for what, ids in (("new:", new), ("gone:", gone)) if ids]
    return f"what can be chosen ({shorten('; '.join(told), 80)}) has"


def _taken(standing: Standing) -> Finding:
    item = standing.item
    for index, id in enumerate(item.was):
        if item.key_of(id) == standing.taken:
            return Finding(
                item.place("was", index),
                f"“{id}” stands under was:, but it belongs to {standing.other}",
                "take it out here; or, if the answers to it belong here, give the other one "
                "an id of its own",
            )
    return Finding(
        item.place("id"),
        f"“{item.id}” is an earlier id of {standing.other}, whose answers it would get",
        f"give this {item.noun} an id of its own",
    )
