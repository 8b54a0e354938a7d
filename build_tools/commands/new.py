"""``trellis new``: a course, a module, a quiz or an instrument."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from build_tools import instruments
from build_tools.commands._shared import FOLDER, course_option, fail, find_course
from build_tools.starters import new as make


@click.group("new", invoke_without_command=True)
@click.pass_context
def command(context: click.Context) -> None:
    """Make a new course, module, quiz or tool. Without more words, it asks."""
    if context.invoked_subcommand is not None:
        return
    kind = click.prompt(
        "What would you like to make?",
        type=click.Choice(["course", "module", "quiz", "tool"]),
        default="module" if (Path() / "course").is_dir() else "course",
    )
    if kind == "quiz":
        id = click.prompt("Short name of the module it belongs to", value_proc=_checked)
        context.invoke(new_quiz, id=id, folder=None)
        return
    sort = _asked_kind() if kind == "tool" else ""
    title = click.prompt("What is it called?")
    short = "Short name, for folders and links"
    id = click.prompt(short, default=make.id_of(title), value_proc=_checked)
    if kind == "course":
        context.invoke(new_course, folder=Path(id), title=title)
    elif kind == "tool":
        context.invoke(new_tool, kind=sort, id=id, title=title, folder=None)
    else:
        context.invoke(new_module, id=id, title=title, folder=None)


def _asked_kind() -> str:
    kinds = sorted(instruments.kinds())
    return str(click.prompt("Which kind of tool?", type=click.Choice(kinds), default="form"))


def _checked(id: str) -> str:
    """Let a prompt ask again where an id is no good."""
    try:
        return make.checked(id.strip())
    except make.CannotMake as problem:
        raise click.UsageError(str(problem)) from problem


def _made(run: Callable[[], list[Path]], then: str) -> None:
    try:
        paths = run()
    except make.CannotMake as problem:
        fail(str(problem))
    except OSError as problem:
        fail(f"{problem.filename} could not be written: {problem.strerror}")
    for path in paths:
        shown = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
        if ".trellis" not in path.parts:
            click.echo(f"  made {shown.as_posix()}")
    click.echo(then)


@command.command("course")
@click.argument("folder", type=FOLDER)
@click.option("--title", help="The course's name. Without it: made from the folder's name.")
def new_course(folder: Path, title: str | None) -> None:
    """Make a course that works, to be changed into yours."""
    words = title or folder.name.replace("-", " ").replace("_", " ").capitalize()
    _made(
        lambda: make.new_course(folder.resolve(), words),
        f"\nNow:\n  cd {_quoted(folder)}\n  trellis serve",
    )


def _quoted(folder: Path) -> str:
    """Put a path with a space in quotes that every shell understands."""
    return f'"{folder}"' if " " in str(folder) else str(folder)


@command.command("module")
@click.argument("id")
@click.option("--title", help="The module's title. Without it: made from its id.")
@course_option
def new_module(id: str, title: str | None, folder: Path | None) -> None:
    """Make a module and its quiz, and list it in the course."""
    root = find_course(folder)
    words = title or id.replace("-", " ").capitalize()
    _made(
        lambda: make.new_module(root, id, words),
        f"\nIt is listed in course/course.yml. Now change modules/{id}/index.md, and look at it:\n"
        "  trellis serve",
    )


@command.command("quiz")
@click.argument("id")
@course_option
def new_quiz(id: str, folder: Path | None) -> None:
    """Make a quiz for the module of that id."""
    root = find_course(folder)
    _made(lambda: make.new_quiz(root, id), f"\nNow change the questions in quizzes/{id}.yml")


@command.command("tool")
@click.argument("kind", type=click.Choice(sorted(instruments.kinds())))
@click.argument("id")
@click.option("--title", help="The tool's title. Without it: made from its id.")
@course_option
def new_tool(kind: str, id: str, title: str | None, folder: Path | None) -> None:
    """Make a tool: a form, a plan, a rating or a map of roles."""
    root = find_course(folder)
    words = title or id.replace("-", " ").capitalize()
    _made(
        lambda: make.new_tool(root, id, kind, words),
        f"\nNow change course/tools/{id}.yml. To show it to learners, write its name\n"
        "under “tools:” of a pathway, or into a page:\n"
        f"  /// tool | {id}\n  ///",
    )
