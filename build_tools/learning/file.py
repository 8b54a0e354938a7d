"""The file in which a learner saves the record: read with care, or refused with a reason."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from build_tools.learning.events import LARGEST, Event, is_event, union

FORMAT = "trellis-record/1"
# 20 MiB: a hundred times what years of learning come to.
LARGEST_FILE = 20 * 1024 * 1024
_PID = re.compile(r"[0-9a-f]{32}\Z")
_FORMAT = re.compile(r"trellis-record/([1-9][0-9]{0,5})\Z")


class Refused(Enum):
    """Why a file is not taken; each changes nothing."""

    TOO_BIG = "too-big"
    CUT_OFF = "cut-off"
    NO_RECORD = "no-record"
    NEWER = "newer"
    OTHER_COURSE = "other-course"
    CHANGED = "changed"


@dataclass(frozen=True)
class RecordFile:
    """A learner's saved record.

    ``course`` and ``version`` name what was learned from; ``organisation`` who hosted it; ``pid``
    is 128 random bits in hex that tell one learner's files from another's without naming anybody.
    """

    course: str
    version: str
    organisation: str
    pid: str
    events: tuple[Event, ...] = field(default=())


def read_file(text: str, course: str = "") -> RecordFile | Refused:
    """Read a saved record; give the reason where it cannot be taken.

    ``course`` is the id of the course it must belong to, if that matters. Private notes that the
    learner may have put into the file must be sound, as in the browser, and are not given.
    """
    if len(text.encode("utf-8", "surrogatepass")) > LARGEST_FILE:
        return Refused.TOO_BIG
    try:
        data = json.loads(
            text.removeprefix("\ufeff"),
            parse_float=_number,
            parse_int=_whole_number,
            parse_constant=_no_constant,
        )
    except (ValueError, RecursionError):
        return Refused.CUT_OFF
    written = data.get("format") if isinstance(data, dict) else None
    version = _FORMAT.match(written) if isinstance(written, str) else None
    if version is None:
        return Refused.NO_RECORD
    if version.group(1) != "1":
        return Refused.NEWER
    about = data.get("course")
    if not isinstance(about, dict) or not isinstance(about.get("id"), str):
        return Refused.CHANGED
    if course and about["id"] != course:
        return Refused.OTHER_COURSE
    if not _sound(data, about):
        return Refused.CHANGED
    return RecordFile(
        about["id"],
        about["version"],
        data["organisation"],
        data["pid"],
        tuple(union(data["events"])),
    )


def _number(written: str) -> float | int:
    """Read 1.0 as 1, as a browser does."""
    number = float(written)
    return int(number) if number.is_integer() else number


def _whole_number(written: str) -> float | int:
    """Read a number too long to be counted with as a browser does, which takes any."""
    return int(written) if len(written) < 20 else float(written)


def _no_constant(written: str) -> float:
    raise ValueError(f"{written} is no JSON")


def _sound(data: Mapping[str, Any], about: Mapping[str, Any]) -> bool:
    events, pid = data.get("events"), data.get("pid")
    return (
        isinstance(about.get("version"), str)
        and isinstance(data.get("organisation"), str)
        and isinstance(pid, str)
        and _PID.match(pid) is not None
        and isinstance(events, list)
        and all(map(is_event, events))
        and isinstance(notes := data.get("private", {}), dict)
        and all(_is_note(key, note) for key, note in notes.items())
    )


def _is_note(key: str, note: object) -> bool:
    return (
        # The browser counts UTF-16 units.
        len(key.encode("utf-16-le", "surrogatepass")) <= 400
        and isinstance(note, dict)
        and isinstance(note.get("text"), str)
        and type(at := note.get("at")) is int
        and 0 <= at <= LARGEST
    )
