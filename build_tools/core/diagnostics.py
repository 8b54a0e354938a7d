"""What is told to a trainer about one fault: where it is, what is wrong, how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: an error stops a build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class YamlPlace:
    """A value in a YAML file, by its path of keys and list positions.

    Line and column are worked out only when somebody wants to read them, since most values are
    never complained about. ``on_key`` points at the key instead of at its value.
    """

    file: str
    path: tuple[str | int, ...] = ()
    on_key: bool = False


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A line and column, both counted from 1, in any text file."""

    file: str
    line: int = 1
    column: int = 1


Place = YamlPlace | TextPlace


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule yields: a place, a message in the trainer's words and a hint on mending it.

    ``severity`` is set only by a rule that gives more than one; otherwise the rule's own counts.
    """

    place: Place
    message: str
    hint: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """A finding with its position and its rule, ready to be printed in any format.

    ``line`` and ``column`` count from 1; ``file`` is relative to the project, with ``/``.
    """

    file: str
    line: int
    column: int
    severity: Severity
    code: str
    name: str
    message: str
    hint: str

    def as_dict(self) -> dict[str, str | int]:
        """Give the fields in the fixed order of the JSON report."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "severity": str(self.severity),
            "code": self.code,
            "name": self.name,
            "message": self.message,
            "hint": self.hint,
        }
