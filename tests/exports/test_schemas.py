"""The schemas say what each field is for, and judge a file's shape as the checks do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from build_tools import activities
from build_tools.core.ids import ID
from build_tools.core.record import Record
from build_tools.core.validation import validate
from build_tools.core.yaml_text import Plain, load
from build_tools.exports.schemas import FILES, schemas
from build_tools.model.module import EVIDENCE
from build_tools.starters import COURSE
from tests.conftest import ROOT

PLACES = {
    "cast": "course/cast.yml",
    "course": "course/course.yml",
    "glossary": "course/glossary.yml",
    "host": "course/host.yml",
    "module": "modules/*/module.yml",
    "pathway": "course/pathways/*.yml",
    "programme": "course/programmes/*.yml",
    "quiz": "quizzes/*.yml",
    "scenario": "modules/*/scenario.yml",
    "support": "course/support.yml",
    "tool": "course/tools/*.yml",
}
WRITTEN = [
    pytest.param(name, file, id=file.relative_to(root.parent).as_posix())
    for root in (ROOT, COURSE)
    for name, pattern in PLACES.items()
    for file in sorted(root.glob(pattern))
]
A_MODULE = """
title: Calm first
description: How to settle a child before talking.
area: competency
levels: [self]
minutes: 35
content_notes: []
objectives:
  - {id: choose-when, text: Choose when to talk, taught: [index.md#when], assessed: quiz}
key_points:
  - {text: Breathe first., evidence: practice-advice}
review: {kind: desk, by: course authors, on: 2026-11-21}
"""
A_QUIZ = """
questions:
  - id: when
    type: choice
    objective: choose-when
    prompt: When do you talk?
    options:
      - {id: later, text: Later, correct: true, feedback: She can hear you.}
      - {id: now, text: Now, feedback: She cannot hear you yet.}
  - id: story
    type: true-false
    objective: choose-when
    prompt: You need the whole story.
    answer: false
    feedback: {true: It can wait., false: It can wait.}
"""

A_HOST = """
colours:
local_contacts:
  - {kind: emergency, name: Police, how: 112, checked: 2026-11-21, hours: 24/7}
"""


def read(text: str) -> Any:
    """Read a file as an editor does: by YAML 1.2, where ``no`` and ``12:30`` are text."""
    data, faults = load(text, "file.yml")
    assert not faults
    return as_an_editor_sees(data)


def as_an_editor_sees(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: as_an_editor_sees(part) for key, part in value.items()}
    if isinstance(value, list):
        return [as_an_editor_sees(part) for part in value]
    if not isinstance(value, Plain):
        return value
    if value in ("", "~", "null", "Null", "NULL"):
        return None
    if value in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return value.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", value):
        return int(value)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", value):
        return float(value)
    return str(value)


@cache
def validator(name: str) -> Draft202012Validator:
    schema = json.loads(schemas()[f"{name}.json"])
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def complaints(name: str, text: str) -> list[str]:
    return [error.json_path for error in validator(name).iter_errors(read(text))]


def fits(name: str, text: str) -> bool:
    return not complaints(name, text)


def objects(schema: Any, where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every part of a schema that describes a group of named fields."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield where, schema
        for key, part in schema.items():
            yield from objects(part, f"{where}/{key}")
    elif isinstance(schema, list):
        for part in schema:
            yield from objects(part, where)


def records(model: type[Record] = Record) -> Iterator[type[Record]]:
    for child in model.__subclasses__():
        if child.__module__.startswith("build_tools."):
            yield child
            yield from records(child)


def test_there_is_a_schema_for_every_kind_of_file() -> None:
    assert set(schemas()) == {f"{name}.json" for name in PLACES}


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_sound_and_says_what_it_is_for(name: str) -> None:
    text = schemas()[f"{name}.json"]
    schema = json.loads(text)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"]
    assert schema["description"].endswith(".")
    assert text == json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


@pytest.mark.parametrize("name", FILES)
def test_every_field_in_every_schema_has_a_description(name: str) -> None:
    schema = json.loads(schemas()[f"{name}.json"])
    assert "schema" in schema["properties"]
    for where, group in objects(schema, name):
        for field, part in group["properties"].items():
            assert part.get("description", "").endswith("."), f"{where}: {field}"
            assert "\n" not in part["description"], f"{where}: {field}"


def test_every_field_of_every_record_has_a_description() -> None:
    activities.kinds()
    bare = {
        f"{record.__module__}.{record.__name__}.{name}"
        for record in records()
        for name, field in record.model_fields.items()
        if not field.description
    }
    assert bare == set()


@pytest.mark.parametrize("name", FILES)
def test_groups_of_fields_are_closed(name: str) -> None:
    for where, group in objects(json.loads(schemas()[f"{name}.json"]), name):
        assert group["additionalProperties"] is False, where


@pytest.mark.parametrize(("name", "file"), WRITTEN)
def test_the_shipped_and_the_starter_course_fit(name: str, file: Path) -> None:
    assert complaints(name, file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(("name", "file"), WRITTEN)
def test_a_file_with_an_unknown_field_does_not_fit(name: str, file: Path) -> None:
    found = complaints(name, file.read_text(encoding="utf-8") + "\ntitel: Calm\n")
    # An instrument is underlined twice: no kind has the field, and its own kind has not.
    assert set(found) == {"$"}


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("{text: Breathe", "{txet: x, text: Breathe"),
        ("minutes: 35", "minutes: about 35"),
        ("minutes: 35", "minutes:"),
        ("minutes: 35\n", ""),
        ("assessed: quiz", "assessed: test"),
        ("on: 2026-11-21", "on: 21 November"),
        ("on: 2026-11-21", "on: 2026-02-30"),
        ("id: choose-when", "id: Choose when"),
        ("title: Calm first", 'title: ""'),
        ("levels: [self]", "levels: self"),
    ],
)
def test_a_fault_of_shape_in_a_module_is_seen(right: str, wrong: str) -> None:
    assert fits("module", A_MODULE)
    assert right in A_MODULE
    assert not fits("module", A_MODULE.replace(right, wrong))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("type: choice", "type: chioce"),
        ("type: choice", "type: true-false"),
        ("correct: true", "correct: yes"),
        ("answer: false", "anwser: false"),
        ("{true: It can wait., ", "{"),
        ("objective: choose-when\n    prompt: You", "prompt: You"),
    ],
)
def test_a_fault_of_shape_in_a_question_is_seen(right: str, wrong: str) -> None:
    assert fits("quiz", A_QUIZ)
    assert right in A_QUIZ
    assert not fits("quiz", A_QUIZ.replace(right, wrong))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("module", A_MODULE.replace("title: Calm first", "title: 2026")),
        ("module", A_MODULE.replace("title: Calm first", "title: true")),
        ("module", A_MODULE + "requires:\ncovers: ~\nallow: {OBJ002: agreed with the trainer}\n"),
        ("host", A_HOST),
        ("support", "policy:\ncountries:\n"),
        ("cast", "people: [{id: 2, name: Two, who: a child}]"),
    ],
)
def test_what_the_checks_accept_is_not_underlined(name: str, text: str) -> None:
    data, _ = load(text, "file.yml")
    faults: list[Any] = []
    assert validate(FILES[name][0], data, "file.yml", faults.append) is not None
    assert faults == []
    assert fits(name, text)


def test_ids_fit_the_same_pattern_everywhere() -> None:
    schema = validator("module").schema["properties"]["area"]
    for word in (
        "calm-first",
        "a",
        "1",
        "Calm",
        "calm--first",
        "-calm",
        "calm_first",
        "calm first",
    ):
        assert bool(re.search(schema["pattern"], word)) == bool(ID.match(word)), word
    assert schema["maxLength"] == 64


def test_fixed_words_are_offered_in_their_order() -> None:
    point = validator("module").schema["$defs"]["KeyPoint"]["properties"]
    assert point["evidence"]["enum"] == list(EVIDENCE)


def test_each_kind_of_question_is_offered() -> None:
    definitions = validator("quiz").schema["$defs"]
    assert {kind: definitions[kind]["properties"]["type"]["const"] for kind in definitions} == {
        kind: kind for kind in activities.questions()
    }
