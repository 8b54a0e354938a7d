"""The faults that are met while files are read, before there is a course to judge.

Each has a manual among the rules, in a file named after its code and name, like every rule; a
test holds that the two agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from build_tools.core.diagnostics import Finding, Place, Severity


class Fault(Enum):
    """Code and name of a fault of reading."""

    NOT_UTF8 = ("SRC001", "not-utf8")
    SYNTAX = ("SRC002", "yaml-syntax")
    DUPLICATE_KEY = ("SRC003", "duplicate-key")
    UNKNOWN_FIELD = ("SRC004", "unknown-field")
    MISSING_FIELD = ("SRC005", "missing-field")
    WRONG_TYPE = ("SRC006", "wrong-type")
    UNKNOWN_VALUE = ("SRC007", "unknown-value")
    UNSAFE_PATH = ("SRC008", "unsafe-path")
    BAD_ID = ("SRC009", "bad-id")
    OVERSIZED_FILE = ("SRC010", "oversized-file")
    MISSING_FILE = ("SRC011", "missing-file")
    EMPTY_FILE = ("SRC012", "empty-file")
    CLASHING_ID = ("SRC013", "clashing-id")
    ODD_LINE_BREAK = ("SRC014", "odd-line-break")
    YAML_TRICK = ("SRC015", "yaml-trick")
    UNREADABLE_FILE = ("SRC016", "unreadable-file")

    @property
    def code(self) -> str:
        """Three letters and three digits, never reused."""
        return self.value[0]

    @property
    def title(self) -> str:
        """The problem in a few words with hyphens."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Reported:
    """A fault at a place, as the reading layers hand it on."""

    fault: Fault
    finding: Finding


def report(
    fault: Fault, place: Place, message: str, hint: str = "", severity: Severity = Severity.ERROR
) -> Reported:
    """Put a fault and its words together."""
    return Reported(fault, Finding(place, message, hint, severity))
