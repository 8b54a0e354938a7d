"""What ``trellis lock`` would write: every item with what becomes of its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from build_tools.model.course import Course
from build_tools.model.items import Item, Standing, State
from build_tools.model.lock import Entry


class Act(Enum):
    """What is done with an item, in the words of the report."""

    ADDED = "added"
    RAISED = "with a new rev"
    WORDED = "only worded better"
    MOVED = "moved or renamed"
    BACK = "back again"
    SAME = "unchanged"


@dataclass(frozen=True)
class Plan:
    """The lines to write, and how they came about.

    ``refused`` keep the line they have; ``drafts`` are of modules that are not published.
    """

    entries: tuple[Entry, ...]
    did: Mapping[Act, tuple[Item, ...]]
    retired: tuple[Entry, ...]
    refused: tuple[Standing, ...]
    drafts: tuple[Item, ...]


def plan(course: Course, accepted: frozenset[str] = frozenset()) -> Plan:
    """Plan the new lock; ``accepted`` are keys of items that were only worded better."""
    entries = dict(course.lock.entries)
    did: dict[Act, list[Item]] = {act: [] for act in Act}
    refused, drafts = [], []
    for standing in course.locked.standings:
        item = standing.item
        if standing.state is State.NEW:
            if item.published:
                entries[item.key] = Entry(item.key, item.rev, item.fresh)
                did[Act.ADDED].append(item)
            else:
                drafts.append(item)
        elif standing.state in (State.SAME, State.RAISED) or _worded(standing, accepted):
            for entry in standing.entries:
                del entries[entry.key]
            entries[item.key] = _line(standing)
            did[_act(standing)].append(item)
        else:
            refused.append(standing)
    retired = [entry for entry in course.locked.gone if not entry.retired]
    for e in retired:
        entries[e.key] = Entry(e.key, e.rev, e.fingerprint, e.was, retired=True)
    return Plan(
        tuple(entries[key] for key in sorted(entries)),
        {act: tuple(items) for act, items in did.items()},
        tuple(retired),
        tuple(refused),
        tuple(drafts),
    )


def _worded(standing: Standing, accepted: frozenset[str]) -> bool:
    """Say whether an edit is accepted: another answer or another option is never mere wording."""
    return (
        standing.state is State.CHANGED
        and standing.changed == ("words",)
        and standing.item.key in accepted
    )


def _line(standing: Standing) -> Entry:
    """Give the new line of an item; it keeps the ids that its parts are known by."""
    item, first = standing.item, standing.entries[0]
    taken = item.fresh if standing.state is State.RAISED else item.like(first)
    return Entry(item.key, item.rev, taken, standing.aliases)


def _act(standing: Standing) -> Act:
    if standing.state is State.RAISED:
        return Act.RAISED
    if standing.state is State.CHANGED:
        return Act.WORDED
    if standing.item.key not in {entry.key for entry in standing.entries}:
        return Act.MOVED
    return Act.BACK if standing.entries[0].retired else Act.SAME
