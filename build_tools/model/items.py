"""What learners answer, item by item, beside what the lock says it was when they could answer it.

An item is known by the key that the learner's record has for it. Where it was moved to another
quiz, or given another id with the old one under ``was:``, it *claims* the line of the lock that it
had before; its earlier keys go onto the page, so that the browser finds the answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from build_tools.activities.question import Question
from build_tools.core.diagnostics import Place
from build_tools.instruments import rating
from build_tools.model.fingerprint import Fingerprint, fingerprint
from build_tools.model.lock import Entry
from build_tools.model.module import declared_ids

if TYPE_CHECKING:
    from build_tools.activities.scenario import Scenario
    from build_tools.model.course import Course

STORY = "scenario"
TOOL = "tool"
STATEMENT = "statement"


@dataclass(frozen=True)
class Item:
    """A question of a quiz, a story, or a statement of a self-assessment.

    ``published`` if its module is listed in the course, as every instrument is; ``homes`` are
    earlier ids of the module or the instrument.
    """

    key: str
    record: Question | Scenario | rating.Item
    published: bool
    homes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id as the trainer wrote it."""
        return self.record.id

    @property
    def rev(self) -> int:
        """The edition."""
        return self.record.rev

    @property
    def kind(self) -> str:
        """The kind of question, ``scenario`` or ``statement``."""
        if isinstance(self.record, Question):
            return self.record.type
        return STATEMENT if isinstance(self.record, rating.Item) else STORY

    @property
    def noun(self) -> str:
        """What a trainer calls it."""
        if isinstance(self.record, rating.Item):
            return STATEMENT
        return "question" if isinstance(self.record, Question) else "story"

    @property
    def was(self) -> tuple[str, ...]:
        """Its earlier ids, as the trainer lists them."""
        return self.record.was

    def place(self, *fields: str | int) -> Place:
        """Where it, or a field of it, stands."""
        return self.record.place(*fields)

    def key_of(self, id: str) -> str:
        """The key that it had under another id, in the same quiz."""
        return self.key.removesuffix(self.id) + id

    def like(self, entry: Entry) -> Fingerprint:
        """Take its fingerprint in the ids that an entry knows its parts by."""
        return fingerprint(self.record, self.kind, entry.fingerprint.parts)

    @property
    def earlier(self) -> tuple[str, ...]:
        """The keys it had under the ids that it, or its module, lists as earlier ones."""
        ids = (self.id, *self.was)
        elsewhere = [f"{home}/{id}" for home in self.homes for id in ids]
        return (*map(self.key_of, self.was), *elsewhere)

    @property
    def fresh(self) -> Fingerprint:
        """Its fingerprint as it is."""
        return fingerprint(self.record, self.kind)


class State(Enum):
    """How an item stands to the lock."""

    NEW = "new"
    SAME = "same"
    RAISED = "raised"
    CHANGED = "changed"
    LOWERED = "lowered"
    TAKEN = "taken"
    FAULTY = "faulty"


@dataclass(frozen=True)
class Standing:
    """An item with the lines of the lock that are about it, the one with its own key first.

    ``changed`` says what is not as ``against`` has it; ``other`` is the key of the item that has
    a better claim to ``taken``, a key that this one has or says it had.
    """

    item: Item
    state: State
    entries: tuple[Entry, ...] = ()
    changed: tuple[str, ...] = ()
    against: Entry | None = None
    taken: str = ""
    other: str = ""

    @property
    def aliases(self) -> tuple[str, ...]:
        """Every other key it ever had, as far as the lock tells."""
        keys = {key for entry in self.entries for key in (entry.key, *entry.was)}
        return tuple(sorted(keys - {self.item.key}))


@dataclass(frozen=True)
class Comparison:
    """All items of a course, in its order; ``gone`` are lines of the lock that none claims.

    ``doubles`` are items whose key another item before them has.
    """

    standings: tuple[Standing, ...] = ()
    gone: tuple[Entry, ...] = ()
    doubles: tuple[Item, ...] = ()
    by_key: Mapping[str, Standing] = field(default_factory=dict)

    def known_as(self, key: str) -> tuple[str, ...]:
        """Give the earlier keys of an item, none of which is now another item's."""
        standing = self.by_key.get(key)
        if standing is None:
            return ()
        keys = dict.fromkeys((*standing.item.earlier, *standing.aliases))
        return tuple(key for key in keys if key not in self.by_key)


def items(course: Course) -> Iterator[Item]:
    """Give every question, story and statement of a course, published or not."""
    published = {module.id for module in course.published}
    for quiz in course.quizzes.values():
        homes = course.modules[quiz.id].was if quiz.id in course.modules else ()
        for question in quiz.questions:
            yield Item(f"{quiz.id}/{question.id}", question, quiz.id in published, homes)
    for module in course.modules.values():
        if module.scenario is not None:
            key = f"{STORY}:{module.scenario.id}"
            yield Item(key, module.scenario, module.id in published)
    for tool in course.tools.values():
        if isinstance(tool, rating.Kind):
            homes = tuple(f"{TOOL}:{was}" for was in tool.was)
            for statement in tool.items:
                yield Item(f"{TOOL}:{tool.id}/{statement.id}", statement, True, homes)


def compare(course: Course) -> Comparison:
    """Put every item of a course beside what the lock says of it."""
    by_key: dict[str, Item] = {}
    doubles = []
    for item in items(course):
        if item.key in by_key:
            doubles.append(item)
        else:
            by_key[item.key] = item
    claims = _claims(by_key, course.lock.entries, hidden := _hidden(course))
    claimed = {entry.key: key for key, entries in claims.items() for entry in entries}
    standings = {
        key: _standing(item, claims.get(key, ()), _other(item, course.lock.entries, claimed))
        for key, item in by_key.items()
    }
    gone = [e for e in course.lock.entries.values() if e.key not in claimed and not hidden(e.key)]
    return Comparison(tuple(standings.values()), tuple(gone), tuple(doubles), standings)


def _claims(
    by_key: Mapping[str, Item], entries: Mapping[str, Entry], hidden: Callable[[str], bool]
) -> dict[str, tuple[Entry, ...]]:
    """Say which lines of the lock each item claims."""
    claims: dict[str, tuple[Entry, ...]] = {}
    free = dict(entries)

    def claim(item: Item, found: Iterable[Entry]) -> None:
        for entry in found:
            claims[item.key] = (*claims.get(item.key, ()), entry)
            del free[entry.key]

    for key, item in by_key.items():
        if key in free:
            claim(item, [free[key]])
    free = {key: entry for key, entry in free.items() if not hidden(key)}
    for item in by_key.values():
        owners = dict.fromkeys(owner for _, owner in _earlier(item, entries))
        claim(item, [free[owner] for owner in owners if owner in free])
    # A question with no line of its own may have come from another quiz. Those that are as they
    # were are sure; of the others, only one that nothing else could be.
    for near in (_as_it_was, _only_one):
        for item in by_key.values():
            if item.key not in claims and isinstance(item.record, Question):
                claim(item, near(item, free.values()))
    return claims


def _as_it_was(item: Item, free: Iterable[Entry]) -> list[Entry]:
    """Find the line that says all this question says, first under the same id in another quiz."""
    ids, quiz = (item.id, *item.was), item.key_of("")
    near = [e for e in free if e.is_question and (e.id in ids or e.key.startswith(quiz))]
    near.sort(key=lambda entry: entry.id not in ids)
    return [entry for entry in near if entry.fingerprint == item.like(entry)][:1]


def _only_one(item: Item, free: Iterable[Entry]) -> list[Entry]:
    """Find the one question of the same id that has gone from another quiz, unless long ago."""
    ids = (item.id, *item.was)
    near = [e for e in free if e.is_question and e.id in ids and not e.retired]
    return near if len(near) == 1 else []


def _earlier(item: Item, entries: Mapping[str, Entry]) -> Iterator[tuple[str, str]]:
    """Give each key the item has or says it had, with the key of the line that has it now."""
    owners = {alias: entry.key for entry in entries.values() for alias in entry.was}
    for key in (item.key, *item.earlier):
        if key in entries or key in owners:
            yield key, key if key in entries else owners[key]


def _other(item: Item, entries: Mapping[str, Entry], claimed: Mapping[str, str]) -> tuple[str, str]:
    """Give a key of this item to which another has a better claim, and the other's own."""
    for key, owner in _earlier(item, entries):
        if (other := claimed.get(owner, item.key)) != item.key:
            return key, other
    return "", ""


def _standing(item: Item, entries: tuple[Entry, ...], other: tuple[str, str]) -> Standing:
    if item.record.incomplete:
        return Standing(item, State.FAULTY, entries)
    if any(other):
        return Standing(item, State.TAKEN, entries, taken=other[0], other=other[1])
    if not entries:
        return Standing(item, State.NEW)
    for entry in entries:
        changed = entry.fingerprint.changed(item.like(entry))
        if changed and item.rev <= entry.rev and entry.retired and entry.key == item.key:
            return Standing(item, State.TAKEN, entries, changed, entry)
        if item.rev < entry.rev:
            return Standing(item, State.LOWERED, entries, changed, entry)
        if changed and item.rev == entry.rev:
            return Standing(item, State.CHANGED, entries, changed, entry)
    raised = all(item.rev > entry.rev for entry in entries)
    return Standing(item, State.RAISED if raised else State.SAME, entries)


def _hidden(course: Course) -> Callable[[str], bool]:
    """Give what says of a key whether its item may be in the course, but cannot be read now."""
    broken = course.source.broken
    stories = any(file == "modules" or file.endswith("scenario.yml") for file in broken) or any(
        module_id not in course.modules or course.modules[module_id].scenario is None
        for file in course.source.files(r"modules/[^/]+/scenario\.yml")
        for module_id in [file.split("/")[1]]
    )
    lost = {file.removeprefix("quizzes/").rpartition(".")[0] for file in broken}
    lost |= course.known.get("quiz", frozenset()) - course.quizzes.keys()
    loaded = {
        quiz.id: quiz.declared - {question.id for question in quiz.questions}
        for quiz in course.quizzes.values()
    }

    unread = {tool for tool in course.known.get("tool", frozenset()) if tool not in course.tools}
    stated = {
        tool.id: declared_ids(course.source.yaml(tool.file), "items")
        - {statement.id for statement in tool.items}
        for tool in course.tools.values()
        if isinstance(tool, rating.Kind)
    }

    def hidden(key: str) -> bool:
        if key.startswith(f"{TOOL}:"):
            tool, _, id = key.removeprefix(f"{TOOL}:").partition("/")
            return tool in unread or id in stated.get(tool, ())
        if ":" in key:
            # Of kinds that a newer version locks, this one knows nothing.
            return stories or not key.startswith(f"{STORY}:")
        quiz, _, id = key.partition("/")
        return "quizzes" in broken or quiz in lost or id in loaded.get(quiz, ())

    return hidden
