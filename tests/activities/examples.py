"""The examples that every kind of question carries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from build_tools import activities
from build_tools.activities.question import Question
from build_tools.core import yaml_text
from build_tools.core.faults import Reported
from build_tools.core.validation import validate


@dataclass(frozen=True)
class Response:
    """An answer and what it should score."""

    chosen: list[str]
    points: int
    maximum: int
    verdict: str


@dataclass(frozen=True)
class Example:
    """A question with answers to it; ``data`` is what the YAML says."""

    name: str
    kind: str
    question: Question
    data: Any
    responses: list[Response]


def examples() -> Iterator[Example]:
    """Load the examples of every kind; a fault in one is an error."""
    for kind, model in activities.questions().items():
        file = activities.folder_of(kind) / "examples.yml"
        data, faults = yaml_text.load(file.read_text(encoding="utf-8"), file.name)
        assert not faults, faults
        for item in data:
            told: list[Reported] = []
            question = validate(model, item["question"], file.name, told.append)
            assert question is not None, told
            assert not told, told
            responses = [
                Response(list(r["chosen"]), int(r["points"]), int(r["maximum"]), r["verdict"])
                for r in item["responses"]
            ]
            yield Example(item["name"], kind, question, item["question"], responses)


def plain_json(value: object) -> object:
    """Give JSON that reads back the same: truth values without quotes, all else as text."""
    if isinstance(value, dict):
        return {key: plain_json(part) for key, part in value.items()}
    if isinstance(value, list):
        return [plain_json(part) for part in value]
    return {"true": True, "false": False}.get(str(value), str(value))
