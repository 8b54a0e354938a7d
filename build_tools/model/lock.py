"""``course/items.lock.json``: everything learners may have answered already, as it was then.

One line is one item, so that a change is easy to read in a diff and two people's changes seldom
meet. Every line ends in a comma, since ``format`` comes last: whoever merges two versions can keep
whole lines. Only ``trellis lock`` writes the file; a build reads it. ::

    "co-regulation/when-to-talk": {"rev": 1, "type": "choice", "parts": …, "hash": …},
    "scenario:in-the-car": {"rev": 1, "type": "scenario", "parts": …, "hash": …, "retired": true},
    "tool:our-rating/first": {"rev": 1, "type": "statement", "parts": {}, "hash": …},

A key is what the learner's record knows an item by: quiz and question, the id of a story, or an
instrument and a statement to rate.
``parts`` are the ids of what can be chosen; ``hash`` is told in `build_tools.model.fingerprint`;
``was`` are keys that the item had before it was moved or renamed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from build_tools.core.diagnostics import Finding, TextPlace
from build_tools.core.fields import shorten
from build_tools.model.fingerprint import Fingerprint

FILE = "course/items.lock.json"
FORMAT = "trellis-lock/1"
_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_KEY = re.compile(rf"(?:[a-z]+:)?{_ID}(?:/{_ID})*\Z")
_MARKER = re.compile(r"(?m)^(?:<{7}|\|{7}|={7}|>{7})(?: |$)")
_RESTORE = (
    "take the file from your last backup or from the version history; "
    "it is written by “trellis lock” alone"
)


@dataclass(frozen=True)
class Entry:
    """One item as it was when it was locked; ``retired`` if it is no longer in the course."""

    key: str
    rev: int
    fingerprint: Fingerprint
    was: tuple[str, ...] = ()
    retired: bool = False

    @property
    def id(self) -> str:
        """The id of the question or story, without its quiz."""
        return re.split("[:/]", self.key)[-1]

    @property
    def is_question(self) -> bool:
        """Whether it is a question of a quiz."""
        return ":" not in self.key and self.key.count("/") == 1


@dataclass(frozen=True)
class Lock:
    """The whole file. ``there`` is false where there is none, ``problem`` says why it is no use."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    there: bool = False
    problem: Finding | None = None

    @property
    def known(self) -> frozenset[str]:
        """Every key that was ever locked, also under an earlier name."""
        return frozenset(self.entries).union(*(entry.was for entry in self.entries.values()))


class _Wrong(Exception):
    """What is wrong, how to mend it, and the key on whose line it stands."""

    def __init__(self, message: str, hint: str = _RESTORE, key: str = "") -> None:
        self.finding = (message, hint, key)


def read(text: str) -> Lock:
    """Read the text of the file; what is wrong with it becomes ``problem``, and nothing is kept."""
    if marker := _MARKER.search(text):
        line = text.count("\n", 0, marker.start()) + 1
        return _useless(
            line,
            "two versions of this file were merged and a conflict was left open",
            "keep the lines of both sides, and of a question that is there twice the line with "
            "the higher rev; delete the lines of <<<<<<<, ======= and >>>>>>>; "
            "then run: trellis lock",
        )
    try:
        data = json.loads(text, object_pairs_hook=_once)
        return Lock(_entries(data), there=True)
    except json.JSONDecodeError as error:
        return _useless(error.lineno, f"this is not valid JSON: {error.msg}", _RESTORE)
    except (ValueError, RecursionError):
        return _useless(1, "this is not valid JSON", _RESTORE)
    except _Wrong as wrong:
        message, hint, key = wrong.finding
        # Of a key that is there twice, the second is the one too many.
        places = [match.start() for match in re.finditer(re.escape(json.dumps(key)), text)]
        return _useless(text.count("\n", 0, places[-1]) + 1 if places else 1, message, hint)


def _useless(line: int, message: str, hint: str) -> Lock:
    return Lock(there=True, problem=Finding(TextPlace(FILE, line), message, hint))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _Wrong(
                f"“{shorten(key)}” is there twice",
                "keep the line with the higher rev, and delete the other",
                key,
            )
        found[key] = value
    return found


def _entries(data: Any) -> dict[str, Entry]:
    form = data.get("format") if isinstance(data, dict) else None
    if isinstance(form, str) and form.startswith("trellis-lock/") and form != FORMAT:
        raise _Wrong(
            f"this file is of the form {shorten(form)}, which this version does not know",
            "install the newest version of Trellis",
            "format",
        )
    if form != FORMAT:
        raise _Wrong(f"this is no lock file: “format” should be {FORMAT}")
    return {key: _entry(key, value) for key, value in data.items() if key != "format"}


def _entry(key: str, data: Any) -> Entry:
    try:
        parts = {str(name): _ids(ids) for name, ids in data["parts"].items()}
        taken = Fingerprint(
            _text(data["type"]), parts, _text(data["hash"]["key"]), _text(data["hash"]["words"])
        )
        rev, was, retired = data["rev"], _ids(data.get("was", [])), data.get("retired", False)
        sound = type(rev) is int and type(retired) is bool and all(map(_KEY.match, (key, *was)))
    except (KeyError, TypeError, AttributeError):
        sound = False
    if not sound:
        raise _Wrong(f"the line of “{shorten(key)}” is not as “trellis lock” writes it", key=key)
    return Entry(key, rev, taken, was, retired)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _ids(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(map(_text, value))


def written(entries: Iterable[Entry]) -> str:
    """Give the text of the file: sorted, one item a line, the same bytes for the same items."""
    lines = [
        f"{json.dumps(entry.key)}: {json.dumps(_data(entry))},\n" for entry in _sorted(entries)
    ]
    return "".join(["{\n", *lines, f'"format": "{FORMAT}"\n', "}\n"])


def _sorted(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: entry.key)


def _data(entry: Entry) -> dict[str, Any]:
    taken = entry.fingerprint
    data: dict[str, Any] = {
        "rev": entry.rev,
        "type": taken.type,
        "parts": {name: list(ids) for name, ids in sorted(taken.parts.items())},
        "hash": {"key": taken.key, "words": taken.words},
    }
    if entry.was:
        data["was"] = sorted(entry.was)
    if entry.retired:
        data["retired"] = True
    return data
