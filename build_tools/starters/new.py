"""Making a new course, module, quiz or instrument, ready to be filled in."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from build_tools import instruments
from build_tools.core import yaml_text
from build_tools.core.ids import ID, MAX_ID, WINDOWS_RESERVED
from build_tools.exports.schemas import schemas
from build_tools.starters import COURSE, MODULE

SCHEMAS = ".trellis/schemas"


class CannotMake(Exception):
    """Something is in the way; the message says what and how to go on."""


def id_of(title: str) -> str:
    """Make an id of a title: “Calm first: co-regulation” gives ``calm-first-co-regulation``."""
    words = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
    return words[:MAX_ID].strip("-") or "untitled"


def new_course(folder: Path, title: str) -> list[Path]:
    """Copy the starter course into a new folder under a title of its own."""
    if folder.exists() and any(folder.iterdir()):
        raise CannotMake(f"{folder} is there already and not empty; choose another name")
    id = checked(id_of(folder.name if folder.name else title))
    shutil.copytree(COURSE, folder, dirs_exist_ok=True)
    named = {"id: my-course": f"id: {id}", "title: My course": f"title: {_quoted(title)}"}
    _edit(folder / "course/course.yml", named)
    _edit(folder / "mkdocs.yml", {"site_name: My course": f"site_name: {_quoted(title)}"})
    write_schemas(folder)
    for file in sorted(folder.rglob("*.yml")):
        _name_schema(file, folder)
    return sorted(path for path in folder.rglob("*") if path.is_file())


def new_module(root: Path, id: str, title: str) -> list[Path]:
    """Make a module and its quiz, and list the module in ``course.yml``."""
    folder = root / "modules" / checked(id)
    if folder.exists():
        raise CannotMake(f"modules/{id} is there already; choose another id")
    course = root / "course/course.yml"
    if not course.is_file():
        raise CannotMake("there is no course here; make one first: trellis new course my-course")
    try:
        listed = _with_module(course.read_text(encoding="utf-8-sig"), id)
    except UnicodeDecodeError as problem:
        raise CannotMake("course/course.yml is not saved as UTF-8; see: trellis check") from problem
    frame = _listed(listed, id)
    shutil.copytree(COURSE / "modules" / MODULE, folder)
    module = folder / "module.yml"
    _edit(
        module,
        {
            "title: A calm first minute": f"title: {_quoted(title)}",
            "area: awareness": f"area: {_one_of(frame, 'areas', 'awareness')}",
            "levels: [self]": f"levels: [{_one_of(frame, 'levels', 'self')}]",
        },
    )
    write_schemas(root)
    _name_schema(module, root)
    made = sorted(path for path in folder.rglob("*") if path.is_file())
    _without_strangers(root, made)
    if not (root / f"quizzes/{id}.yml").exists():
        made += new_quiz(root, id)
    course.write_text(listed, encoding="utf-8", newline="\n")
    return made


def new_quiz(root: Path, id: str) -> list[Path]:
    """Make the quiz of a module."""
    quiz = root / f"quizzes/{checked(id)}.yml"
    if quiz.exists():
        raise CannotMake(f"quizzes/{id}.yml is there already")
    if not (root / "modules" / id).is_dir():
        raise CannotMake(f"there is no module {id}; make it first: trellis new module {id}")
    quiz.parent.mkdir(exist_ok=True)
    shutil.copy(COURSE / f"quizzes/{MODULE}.yml", quiz)
    write_schemas(root)
    _name_schema(quiz, root)
    _without_strangers(root, [quiz])
    return [quiz]


def new_tool(root: Path, id: str, kind: str, title: str) -> list[Path]:
    """Make an instrument of one kind, from the example that the kind carries."""
    tool = root / f"course/tools/{checked(id)}.yml"
    if tool.exists():
        raise CannotMake(f"course/tools/{id}.yml is there already; choose another id")
    course = root / "course/course.yml"
    if not course.is_file():
        raise CannotMake("there is no course here; make one first: trellis new course my-course")
    text = (instruments.folder_of(kind) / "example.yml").read_text(encoding="utf-8")
    frame, _ = yaml_text.load(course.read_text(encoding="utf-8-sig", errors="replace"), "")
    grid = frame if isinstance(frame, dict) else {}
    area, level = _one_of(grid, "areas", "awareness"), _one_of(grid, "levels", "self")
    text = re.sub(r"(?m)^title: .*$", lambda _: f"title: {_quoted(title)}", text, count=1)
    text = text.replace("area: awareness, level: self", f"area: {area}, level: {level}")
    tool.parent.mkdir(exist_ok=True)
    tool.write_text(text, encoding="utf-8", newline="\n")
    write_schemas(root)
    _name_schema(tool, root)
    return [tool]


def _without_strangers(root: Path, files: list[Path]) -> None:
    """Take out the starter's source and glossary term where the course does not have them."""
    strangers = []
    if '"phac2018"' not in _text(root / "course/references.json"):
        strangers += [
            (" [@phac2018]", ""),
            ("evidence: consensus-guideline\n    cites: [phac2018]", "evidence: practice-advice"),
            ("\n    cites: [phac2018]", ""),
        ]
    if "id: universal-precautions" not in _text(root / "course/glossary.yml"):
        strangers.append(
            ("[universal precautions](term:universal-precautions)", "universal precautions")
        )
    for file in files:
        text = before = file.read_text(encoding="utf-8")
        for old, new in strangers:
            text = text.replace(old, new)
        if text != before:
            file.write_text(text, encoding="utf-8", newline="\n")


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8-sig", errors="replace") if file.is_file() else ""


def write_schemas(root: Path) -> None:
    """Put the JSON Schemas where the first line of each new file points."""
    folder = root / SCHEMAS
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def checked(id: str) -> str:
    """Give an id back, or say what is wrong with it."""
    if not ID.match(id) or len(id) > MAX_ID:
        raise CannotMake(
            f"“{id}” is not a good id; use small letters, digits and single hyphens: {id_of(id)}"
        )
    if id in WINDOWS_RESERVED:
        raise CannotMake(f"“{id}” is a name that Windows keeps for itself; choose another")
    return id


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _edit(file: Path, changes: dict[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for old, new in changes.items():
        if old not in text:
            raise ValueError(f"the starter's {file.name} has no line “{old}”")
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8", newline="\n")


def _name_schema(file: Path, root: Path) -> None:
    """Put the line on top by which an editor finds the schema of a file."""
    inside = file.relative_to(root).as_posix()
    name = {"modules": "module", "quizzes": "quiz"}.get(inside.split("/")[0], file.stem)
    for folder, kind in (("course/pathways/", "pathway"), ("course/tools/", "tool")):
        if inside.startswith(folder):
            name = kind
    if not (root / SCHEMAS / f"{name}.json").is_file():
        return
    up = "../" * inside.count("/")
    line = f"# yaml-language-server: $schema={up}{SCHEMAS}/{name}.json\n"
    file.write_text(line + file.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")


def _with_module(text: str, id: str) -> str:
    """Add an id to ``modules:`` of ``course.yml``, in a flow list or a block list."""
    flow = re.search(r"(?m)^modules:\s*\[([^\]]*)\]", text)
    block = re.search(r"(?m)^modules:[^\S\n]*(?:#.*)?\n((?:[ ]*- .*\n?|[ ]*#.*\n)+)", text)
    if flow:
        items = [item.strip() for item in flow.group(1).split(",") if item.strip()]
        text = text[: flow.start()] + f"modules: [{', '.join([*items, id])}]" + text[flow.end() :]
    elif block:
        last = block.group(1).rstrip("\n").split("\n")[-1]
        indent = last[: len(last) - len(last.lstrip())]
        text = text[: block.end()].rstrip("\n") + f"\n{indent}- {id}\n" + text[block.end() :]
    else:
        raise CannotMake("course/course.yml has no list “modules:”; add “modules: []” to it first")
    return text


def _listed(text: str, id: str) -> Mapping[str, Any]:
    """Give the data of the changed ``course.yml``; refuse a change that went wrong."""
    data, _ = yaml_text.load(text, "course/course.yml")
    if not isinstance(data, dict) or data.get("modules", [""])[-1] != id:
        raise CannotMake(f"“{id}” could not be listed in course/course.yml; see: trellis check")
    return data


def _one_of(frame: Mapping[str, Any], name: str, preferred: str) -> str:
    """Choose an id that the course's grid has: a course may have areas and levels of its own."""
    parts = frame.get(name) or ()
    ids = [str(part["id"]) for part in parts if isinstance(part, dict) and "id" in part]
    return preferred if preferred in ids or not ids else ids[0]
