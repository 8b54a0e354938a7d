"""What makes a question the same question: a fingerprint that an edit of its meaning changes.

It is taken of a record of any kind by walking through its fields, so that a new kind of activity
needs nothing here:

- ``type``: the kind.
- ``parts``: the ids of whatever stands in a list or a group, such as options, items and steps; in
  any order. A part that was renamed goes by its locked id, if it lists that under ``was:``.
- ``key``: a hash over the response that earns all points and over every field that is neither
  words nor free, such as a response's ``fit``. The order of the key counts only where a response
  in the opposite order scores otherwise.
- ``words``: a hash over all texts with the part they belong to, each folded (`folded`).

Free are the fields in `FREE`: feedback, hints, sources and the like, which may be improved at any
time, since an earlier answer still answers the same question. A field that was not given, or is
given as what it is without, leaves no trace: a kind may gain a field and no fingerprint changes.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args

from build_tools.activities.question import Question
from build_tools.core.fields import Text
from build_tools.core.record import Record

FREE = frozenset(
    {
        "id", "was", "rev", "type", "schema_version", "title", "objective", "objectives",
        "about", "content_note", "critical", "cites", "shuffle",
        "feedback", "hints", "overall", "otherwise", "debrief",
    }
)  # fmt: skip
# A model answer is read after one's own; where the answer is what counts, `key` has it.
FREE_WORDS = frozenset({"answer"})
_TEXT = Text.__metadata__[0]  # type: ignore[attr-defined]
_APOSTROPHES = frozenset("'’‘`´")


@dataclass(frozen=True)
class Fingerprint:
    """What a question was like: kind, ids of its parts, and two hashes of sixteen signs."""

    type: str
    parts: Mapping[str, tuple[str, ...]]
    key: str
    words: str

    def changed(self, other: Fingerprint) -> tuple[str, ...]:
        """Name what differs: the kind; or ids of parts; or the key, the words or both."""
        if self.type != other.type:
            return ("type",)
        if self.parts != other.parts:
            # Key and words are told apart by these ids, so they differ along with them.
            return ("parts",)
        differs = {"key": self.key != other.key, "words": self.words != other.words}
        return tuple(name for name, yes in differs.items() if yes)


def folded(text: str) -> str:
    """Reduce a text to what is read in it.

    Unicode's compatibility form (NFKC), with case folded away. Apostrophes, accents standing alone,
    and invisible signs (categories Sk, Cc, Cf) are dropped. Each run of white space and punctuation
    (Z, P; Markdown's ``*``, ``_``, ``-`` and ``#`` among them) is one space, and none at either
    end. Letters, digits and signs such as ``+``, ``<`` and ``£`` stay as they are.
    """
    signs = []
    for sign in unicodedata.normalize("NFKC", text).casefold():
        category = unicodedata.category(sign)
        if sign in _APOSTROPHES or category in ("Sk", "Cf"):
            continue
        if category == "Cc":
            signs.append(" " if sign.isspace() else "")
        else:
            signs.append(" " if category[0] in "ZP" else sign)
    return " ".join("".join(signs).split())


def fingerprint(
    record: Record, kind: str, locked: Mapping[str, tuple[str, ...]] | None = None
) -> Fingerprint:
    """Take the fingerprint of a question or a story, in the ids of ``locked`` parts where given."""
    walk = _Walk(locked or {})
    walk.through(record, "")
    key = [*_key(record, walk), *sorted(f"{path}: {value}" for path, value in walk.settings())]
    return Fingerprint(
        kind,
        {name: tuple(sorted(ids)) for name, ids in walk.parts.items()},
        _hash(key),
        _hash(sorted(walk.words)),
    )


def _hash(value: object) -> str:
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _key(record: Record, walk: _Walk) -> list[str]:
    if not isinstance(record, Question):
        return []
    key = record.key
    # A kind need not say whether order counts: its own scoring tells.
    ordered = record.scored and len(key) > 1 and record.score(key[::-1]) != record.score(key)
    now = [walk.locked_ids(part) for part in key]
    return now if ordered else sorted(now)


@dataclass
class _Walk:
    """What is met on the way through a record's fields."""

    locked: Mapping[str, tuple[str, ...]]
    parts: dict[str, list[str]] = field(default_factory=dict)
    words: list[tuple[str, str]] = field(default_factory=list)
    _others: list[tuple[str, Any]] = field(default_factory=list)
    _renamed: dict[str, str] = field(default_factory=dict)

    def through(self, record: Record, path: str) -> None:
        """Note every field of a record that counts, and go into its parts."""
        model = type(record)
        for name, default in _counting(model):
            value = getattr(record, name)
            if value == default:
                continue
            here = f"{path}/{name}" if path else name
            if isinstance(value, Record):
                self.through(value, here)
            elif parts := list(_parts(value)):
                for id, part in parts:
                    now = self._named(here, id, getattr(part, "was", ()))
                    self.through(part, f"{here}/{now}")
            elif not _is_worded(model, name):
                self._others.append((here, value))
            elif name not in FREE_WORDS:
                texts = (value,) if isinstance(value, str) else value
                self.words += [(f"{here}/{n}", folded(text)) for n, text in enumerate(texts)]

    def _named(self, here: str, id: str, was: tuple[str, ...]) -> str:
        """Give the locked id of a part, and remember it."""
        known = self.locked.get(here, ())
        now = next((old for old in (id, *was) if old in known), id)
        self.parts.setdefault(here, []).append(now)
        if now != id:
            self._renamed[id] = now
        return now

    def locked_ids(self, value: str) -> str:
        """Put locked ids in place of today's, in an id or in several with a space between."""
        return " ".join(self._renamed.get(id, id) for id in value.split(" "))

    def settings(self) -> Iterator[tuple[str, str]]:
        """Give the fields that are no words, with their values as text."""
        for path, value in self._others:
            if isinstance(value, tuple):
                yield path, json.dumps([self.locked_ids(str(part)) for part in value])
            else:
                yield path, self.locked_ids(str(value))


def _parts(value: object) -> Iterator[tuple[str, Record]]:
    """Give the parts of a list or a group with their ids; without one, a part has its place."""
    if isinstance(value, Mapping):
        named = [(str(id), part) for id, part in value.items()]
    elif isinstance(value, tuple):
        named = [(str(getattr(part, "id", place)), part) for place, part in enumerate(value)]
    else:
        return
    yield from ((id, part) for id, part in named if isinstance(part, Record))


@cache
def _counting(model: type[Record]) -> tuple[tuple[str, Any], ...]:
    """Name the fields of a model that count, each with what it is when it is not given."""
    return tuple((n, f.default) for n, f in model.model_fields.items() if n not in FREE)


@cache
def _is_worded(model: type[Record], name: str) -> bool:
    """Say whether a field holds words for people, and no id and no word of a fixed list."""
    info = model.model_fields[name]
    return _TEXT in info.metadata or _mentions_text(info.annotation)


def _mentions_text(annotation: Any) -> bool:
    metadata = getattr(annotation, "__metadata__", ())
    return _TEXT in metadata or any(map(_mentions_text, get_args(annotation)))
