"""JSON Schemas of a course's files, by which an editor suggests fields and says what each is for.

`trellis schema` writes them into ``.trellis/schemas/``, and this line on top of a file names one::

    # yaml-language-server: $schema=../../.trellis/schemas/module.json

They follow the checks: what loads without a fault of shape is not underlined. What needs more than
one field to judge, such as an id that must exist elsewhere, is left to ``trellis check``.
"""

from __future__ import annotations

import json
from typing import Any

from build_tools import instruments
from build_tools.activities import questions
from build_tools.activities.scenario import Scenario
from build_tools.core.record import Record
from build_tools.instruments.field import ANY_FIELD, types
from build_tools.instruments.instrument import Instrument
from build_tools.model.cast import Cast
from build_tools.model.course import CourseFile
from build_tools.model.glossary import Glossary
from build_tools.model.host import Host
from build_tools.model.module import Module
from build_tools.model.pathway import Pathway
from build_tools.model.programme import Programme
from build_tools.model.quiz import QuizFile
from build_tools.model.support import Support

DIALECT = "https://json-schema.org/draft/2020-12/schema"

# What an editor shows at the top of a file: where the file is, and what it is for.
FILES: dict[str, tuple[type[Record], str, str]] = {
    "cast": (Cast, "course/cast.yml", "The made-up people of the stories and examples."),
    "course": (
        CourseFile,
        "course/course.yml",
        "The frame of the course: its name, its grid, and what it publishes, in order.",
    ),
    "glossary": (Glossary, "course/glossary.yml", "Words explained once and linked from the text."),
    "host": (Host, "course/host.yml", "What your organisation changes, and nothing else."),
    "module": (
        Module,
        "modules/<id>/module.yml",
        "One module: what it is for, how long it takes and what a learner can do afterwards.",
    ),
    "pathway": (
        Pathway,
        "course/pathways/<id>.yml",
        "A way through the course for one kind of worker.",
    ),
    "programme": (
        Programme,
        "course/programmes/<id>.yml",
        "A programme that the course is inspired by, element by element.",
    ),
    "quiz": (QuizFile, "quizzes/<id>.yml", "The questions of the module of the same id."),
    "scenario": (
        Scenario,
        "modules/<id>/scenario.yml",
        "A branching story of decisions and what follows from them.",
    ),
    "support": (
        Support,
        "course/support.yml",
        "Crisis contacts by country, each with the day it was checked.",
    ),
    "tool": (
        Instrument,
        "course/tools/<id>.yml",
        "An instrument of the programme: a rating, a form, a plan or a map of roles.",
    ),
}


def schemas() -> dict[str, str]:
    """Give each schema's file name and its JSON, the same bytes each time."""
    texts = {}
    for name, (model, title, description) in FILES.items():
        schema = _shape(model)
        if model is QuizFile:
            _add_questions(schema)
        if model is Instrument:
            _add_kinds(schema)
        schema |= {"$schema": DIALECT, "title": title, "description": description}
        texts[f"{name}.json"] = (
            json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        )
    return texts


def _shape(model: type[Record], definitions: str = "#/$defs") -> dict[str, Any]:
    schema = model.model_json_schema(ref_template=f"{definitions}/{{model}}")
    for part in (schema, *schema.get("$defs", {}).values()):
        _tidy(part)
    return schema


def _tidy(record: dict[str, Any]) -> None:
    """Say of a record's fields what the checks do, and leave out what pydantic adds of its own."""
    record.pop("title", None)
    record["description"] = _one_line(record["description"])
    for name, field in record["properties"].items():
        field.pop("title", None)
        field["description"] = _one_line(field["description"])
        # Editors type a default in when a field is chosen; an empty one is no help.
        if not field.get("default") or isinstance(field["default"], dict):
            field.pop("default", None)
        # Keys that must be ids: pydantic says what fits them and leaves others open.
        if "patternProperties" in field:
            field["additionalProperties"] = False
        if name not in record.get("required", ()):
            record["properties"][name] = _or_empty(field)


def _or_empty(field: dict[str, Any]) -> dict[str, Any]:
    """Allow a field that need not be given to be there with nothing after it, or ``null``."""
    if "anyOf" in field:
        return field
    about = {key: field.pop(key) for key in ("description", "default") if key in field}
    return about | {"anyOf": [field, {"type": "null"}]}


def _one_line(text: str) -> str:
    """Undo the line breaks of a docstring, except between paragraphs."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def _add_questions(schema: dict[str, Any]) -> None:
    """Let each question be of one of the kinds; each kind keeps the definitions it needs inside."""
    definitions = schema.setdefault("$defs", {})
    for kind, model in questions().items():
        definitions[kind] = question = _shape(model, f"#/$defs/{kind}/$defs")
        # Without a title, an editor's list of kinds would say “object” for each.
        question["title"] = kind
        word = question["properties"]["type"]
        question["properties"]["type"] = {"const": kind, "description": word["description"]}
    schema["properties"]["questions"]["items"] = {
        "oneOf": [{"$ref": f"#/$defs/{kind}"} for kind in questions()]
    }


def _add_kinds(schema: dict[str, Any]) -> None:
    """Let an instrument be of one of the kinds, and each of its fields of one of the types."""
    definitions = schema.setdefault("$defs", {})
    for name, model in instruments.kinds().items():
        definitions[name] = kind = _shape(model, "#/$defs")
        definitions |= kind.pop("$defs", {})
        _only(kind, "kind", name)
        # What is at the top is there for every kind; each kind adds its own.
        for field, part in kind["properties"].items():
            schema["properties"].setdefault(field, {"description": part["description"]})
    for name, type in types().items():
        definitions[name] = field = _shape(type, "#/$defs")
        definitions |= field.pop("$defs", {})
        _only(field, "type", name)
    for part in (schema, *definitions.values()):
        _open_fields(part)
    schema["oneOf"] = [{"$ref": f"#/$defs/{kind}"} for kind in instruments.kinds()]


def _open_fields(part: Any) -> None:
    """Wherever a field of any type may stand, name the types."""
    if isinstance(part, dict):
        if part.get("$comment") == ANY_FIELD:
            del part["$comment"]
            part["oneOf"] = [{"$ref": f"#/$defs/{type}"} for type in types()]
        part = list(part.values())
    for inner in part if isinstance(part, list) else ():
        _open_fields(inner)


def _only(record: dict[str, Any], field: str, word: str) -> None:
    """Name a record by the one word that its field may hold."""
    record["title"] = word
    description = record["properties"][field]["description"]
    record["properties"][field] = {"const": word, "description": description}
