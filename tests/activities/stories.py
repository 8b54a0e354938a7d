"""The stories that the kind carries as its examples, with ways through them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from build_tools.activities import folder_of
from build_tools.activities.scenario import Scenario
from build_tools.core import yaml_text
from build_tools.core.faults import Reported
from build_tools.core.validation import validate

Way = list[tuple[str, str]]


@dataclass(frozen=True)
class Told:
    """A story, what its YAML says, and two ways: of best responses, and of others."""

    name: str
    story: Scenario
    data: Any
    best: Way
    other: Way


def stories() -> Iterator[Told]:
    """Load the examples; a fault in one is an error."""
    file = folder_of("scenario") / "examples.yml"
    data, faults = yaml_text.load(file.read_text(encoding="utf-8"), file.name)
    assert not faults, faults
    for item in data:
        told: list[Reported] = []
        story = validate(Scenario, item["story"], file.name, told.append)
        assert story is not None, told
        assert not told, told
        best, other = ([(step, id) for step, id in item[name]] for name in ("best", "other"))
        yield Told(item["name"], story, item["story"], best, other)
