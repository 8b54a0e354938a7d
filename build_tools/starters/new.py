"""Making a new course, module or quiz from the starter, ready to be filled in."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from build_tools.core.source import ID, MAX_ID, WINDOWS_RESERVED
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
    shutil.copytree(COURSE, folder, dirs_exist_ok=True)
    id = _checked(id_of(folder.name if folder.name else title))
    named = {"id: my-course": f"id: {id}", "title: My course": f"title: {_quoted(title)}"}
    _edit(folder / "course/course.yml", named)
    _edit(folder / "mkdocs.yml", {"site_name: My course": f"site_name: {_quoted(title)}"})
    write_schemas(folder)
    for file in sorted(folder.rglob("*.yml")):
        _name_schema(file, folder)
    return sorted(path for path in folder.rglob("*") if path.is_file())


def new_module(root: Path, id: str, title: str) -> list[Path]:
    """Make a module and its quiz, and list the module in ``course.yml``."""
    folder = root / "modules" / _checked(id)
    if folder.exists():
        raise CannotMake(f"modules/{id} is there already; choose another id")
    if not (root / "course/course.yml").is_file():
        raise CannotMake("there is no course here; make one first: trellis new course my-course")
    shutil.copytree(COURSE / "modules" / MODULE, folder)
    module = folder / "module.yml"
    _edit(module, {"title: A calm first minute": f"title: {_quoted(title)}"})
    write_schemas(root)
    _name_schema(module, root)
    made = sorted(path for path in folder.rglob("*") if path.is_file())
    if not (root / f"quizzes/{id}.yml").exists():
        made += new_quiz(root, id)
    _list_module(root / "course/course.yml", id)
    return made


def new_quiz(root: Path, id: str) -> list[Path]:
    """Make the quiz of a module."""
    quiz = root / f"quizzes/{_checked(id)}.yml"
    if quiz.exists():
        raise CannotMake(f"quizzes/{id}.yml is there already")
    quiz.parent.mkdir(exist_ok=True)
    shutil.copy(COURSE / f"quizzes/{MODULE}.yml", quiz)
    write_schemas(root)
    _name_schema(quiz, root)
    return [quiz]


def write_schemas(root: Path) -> None:
    """Put the JSON Schemas where the first line of each new file points."""
    folder = root / SCHEMAS
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _checked(id: str) -> str:
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
    if inside.startswith("course/pathways/"):
        name = "pathway"
    if not (root / SCHEMAS / f"{name}.json").is_file():
        return
    up = "../" * inside.count("/")
    line = f"# yaml-language-server: $schema={up}{SCHEMAS}/{name}.json\n"
    file.write_text(line + file.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")


def _list_module(file: Path, id: str) -> None:
    """Add an id to ``modules:`` of ``course.yml``, in a flow list or a block list."""
    text = file.read_text(encoding="utf-8")
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
        raise CannotMake(f"add “{id}” to the list “modules:” in course/course.yml yourself")
    file.write_text(text, encoding="utf-8", newline="\n")
