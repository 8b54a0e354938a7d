"""The command ``trellis``: plain words for trainers, exit codes for programs.

Exit 0: all well. Exit 1: the course has findings. Exit 2: the command could not run.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn

from build_tools import __version__
from build_tools.checks import judge, known_rules
from build_tools.checks.report import formats
from build_tools.core.diagnostics import Diagnostic, Severity
from build_tools.core.source import read
from build_tools.core.suggest import did_you_mean
from build_tools.exports import docs_tree
from build_tools.exports.pack import pack as pack_sources
from build_tools.model.course import Course
from build_tools.model.load import load
from build_tools.starters import new as make

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 80}
FOLDER = click.Path(file_okay=False, path_type=Path)
# A bar that comes and goes at once is only a flicker.
PATIENCE = 1.0


def fail(message: str) -> NoReturn:
    """Say why the command could not run, and stop with 2."""
    click.echo(f"trellis: {message}", err=True)
    sys.exit(2)


def find_course(given: Path | None) -> Path:
    """Find the folder of the course: the one given, or this one or one above it."""
    start = (given or Path()).resolve()
    if given is not None and not start.is_dir():
        fail(f"there is no folder {given}")
    for folder in (start,) if given else (start, *start.parents):
        if (folder / "course").is_dir() or (folder / "modules").is_dir():
            return folder
    fail(
        f"there is no course in {start}.\n"
        "Go to the folder of your course (it has course/, modules/ and quizzes/ in it),\n"
        "or make a new one:  trellis new course my-course"
    )


course_option = click.option(
    "--course",
    "folder",
    type=FOLDER,
    help="The folder of the course. Without it: this folder, or one above it.",
)


def loaded(
    root: Path, today: date | None = None, publish: bool = False
) -> tuple[Course, list[Diagnostic]]:
    """Read and judge a course."""
    course, faults = load(read(root))
    return course, judge(course, faults, today=today, publish=publish)


@click.group(context_settings=SETTINGS)
@click.version_option(__version__, prog_name="trellis")
def main() -> None:
    """Make a training course from plain text files.

    Begin with:  trellis new

    Then look at it while you write:  trellis serve
    """


@main.command()
@click.argument("folder", type=FOLDER, required=False)
@click.option(
    "--format",
    "shape",
    type=click.Choice(sorted(formats())),
    default="text",
    help="How to print findings.",
)
@click.option("--strict", is_flag=True, help="Count warnings as faults too.")
@click.option("--publish", is_flag=True, help="Also ask for what learners need before you publish.")
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="Pretend it is this day (2026-11-21)."
)
@click.option(
    "--select", multiple=True, metavar="CODE", help="Only these rules; OBJ means all of them."
)
@click.option("--ignore", multiple=True, metavar="CODE", help="Not these rules.")
def check(
    folder: Path | None,
    shape: str,
    strict: bool,
    publish: bool,
    today: datetime | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
) -> None:
    """Look for faults in the course, and say how to mend them.

    Every finding names the file, line and column, what is wrong and what to
    do. To read more about one:  trellis explain OBJ002
    """
    for code in (*select, *ignore):
        if not any(known.startswith(code.upper()) for known in known_rules()):
            fail(f"there is no rule {code}. {did_you_mean(code, known_rules())}")
    course, found = loaded(find_course(folder), today.date() if today else None, publish)
    if select:
        found = [d for d in found if d.code.startswith(tuple(c.upper() for c in select))]
    found = [d for d in found if not d.code.startswith(tuple(c.upper() for c in ignore) or ("-",))]
    printed = formats()[shape](found, course.source)
    if printed:
        click.echo(printed)
    errors = sum(d.severity is Severity.ERROR for d in found)
    if shape == "text":
        click.echo(("\n" if found else "") + _summary(course, errors, len(found) - errors))
    sys.exit(1 if errors or (strict and found) else 0)


def _summary(course: Course, errors: int, warnings: int) -> str:
    questions = sum(len(quiz.questions) for quiz in course.quizzes.values())
    size = f"{_count(len(course.modules), 'module')} and {_count(questions, 'question')}"
    if not errors and not warnings:
        return f"No faults found in {size}."
    return f"{_count(errors, 'error')} and {_count(warnings, 'warning')} in {size}."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


@main.command()
@course_option
@click.option("--site", type=FOLDER, help="Where to put the site. Without it: site/ in the course.")
@click.option("--plain-urls", is_flag=True, help="Pages end in .html, for opening from a folder.")
def build(folder: Path | None, site: Path | None, plain_urls: bool) -> None:
    """Build the site that learners see.

    It is put into the folder site/. If the course has faults, nothing is
    built, and the site you had stays as it was.
    """
    from build_tools.adapters.site_build import BuildFailed
    from build_tools.adapters.site_build import build as build_site

    root = find_course(folder)
    target = (site or root / "site").resolve()
    if target in (root, *root.parents):
        fail(f"the site cannot be put into {target}, since your course is in there")
    if target.exists() and any(target.iterdir()) and not (target / "index.html").exists():
        fail(f"{target} holds something that is not a site; choose another folder with --site")
    course, found = loaded(root)
    errors = [d for d in found if d.severity is Severity.ERROR]
    if errors:
        click.echo(formats()["text"](errors, course.source))
        click.echo(
            f"\n{_count(len(errors), 'error')}: nothing was built, {target.name}/ is as it was."
        )
        sys.exit(1)
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        console=Console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    ) as progress:
        task = progress.add_task("Writing pages", total=None, visible=False)
        try:
            build_site(
                root, target, course, directory_urls=not plain_urls, tell=_teller(progress, task)
            )
        except BuildFailed as problem:
            fail(str(problem))
        except OSError as problem:
            fail(f"the site could not be written: {problem.strerror}: {problem.filename}")
    click.echo(f"Built {target}")
    if found:
        click.echo(f"{_count(len(found), 'warning')}; to read them: trellis check")


def _teller(progress: Progress, task: TaskID) -> Callable[[int, int], None]:
    def tell(done: int, total: int) -> None:
        started = progress.tasks[task].start_time or 0.0
        late = progress.get_time() - started > PATIENCE
        progress.update(task, completed=done, total=total, visible=late)

    return tell


@main.command()
@course_option
@click.option("--port", type=click.IntRange(1024, 65535), default=8000, show_default=True)
@click.option("--open", "open_browser", is_flag=True, help="Open a browser window.")
def serve(folder: Path | None, port: int, open_browser: bool) -> None:
    """Show the course while you write it.

    Open the address it prints. The page follows every change you save; a
    fault is shown on the page it concerns. Stop with Ctrl+C.
    """
    from build_tools.adapters.site_build import BuildFailed
    from build_tools.adapters.site_build import serve as serve_site

    root = find_course(folder)
    try:
        serve_site(root, f"127.0.0.1:{port}", open_browser=open_browser)
    except BuildFailed as problem:
        fail(str(problem))
    except OSError as problem:
        fail(f"port {port} cannot be used ({problem.strerror}); try --port {port + 1}")


@main.group(invoke_without_command=True)
@click.pass_context
def new(context: click.Context) -> None:
    """Make a new course, module or quiz. Without more words, it asks."""
    if context.invoked_subcommand is not None:
        return
    kind = click.prompt(
        "What would you like to make?",
        type=click.Choice(["course", "module", "quiz"]),
        default="module" if (Path() / "course").is_dir() else "course",
    )
    title = click.prompt("What is it called?")
    id = click.prompt("Short name, for folders and links", default=make.id_of(title))
    if kind == "course":
        context.invoke(new_course, folder=Path(id), title=title)
    elif kind == "module":
        context.invoke(new_module, id=id, title=title, folder=None)
    else:
        context.invoke(new_quiz, id=id, folder=None)


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


@new.command("course")
@click.argument("folder", type=FOLDER)
@click.option("--title", help="The course's name. Without it: made from the folder's name.")
def new_course(folder: Path, title: str | None) -> None:
    """Make a course that works, to be changed into yours."""
    words = title or folder.name.replace("-", " ").replace("_", " ").capitalize()
    _made(
        lambda: make.new_course(folder.resolve(), words),
        f"\nNow:\n  cd {folder}\n  trellis serve",
    )


@new.command("module")
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


@new.command("quiz")
@click.argument("id")
@course_option
def new_quiz(id: str, folder: Path | None) -> None:
    """Make a quiz for the module of that id."""
    root = find_course(folder)
    _made(lambda: make.new_quiz(root, id), f"\nNow change the questions in quizzes/{id}.yml")


@main.command()
@click.argument("code")
def explain(code: str) -> None:
    """Explain a finding: what it means, why, and how to mend it."""
    rule = known_rules().get(code.upper())
    if rule is None:
        fail(f"there is no rule {code}. {did_you_mean(code.upper(), known_rules())}")
    click.echo(f"{rule.code} {rule.name} ({rule.severity})\n\n{rule.manual}")


@main.command()
@course_option
def schema(folder: Path | None) -> None:
    """Write files that let an editor help you while you type.

    They go into .trellis/schemas/. Editors that know YAML then suggest
    fields and show what each one is for.
    """
    root = find_course(folder)
    make.write_schemas(root)
    click.echo(f"Written to {root / make.SCHEMAS}")


@main.group()
def export() -> None:
    """Hand the course on in another form."""


@export.command("docs-tree")
@click.argument("out", type=FOLDER)
@course_option
def export_docs_tree(out: Path, folder: Path | None) -> None:
    """Write the pages as Markdown, for other site generators."""
    if out.exists() and any(out.iterdir()):
        fail(f"{out} is not empty; choose a new folder")
    course, found = loaded(find_course(folder))
    errors = [d for d in found if d.severity is Severity.ERROR]
    if errors:
        click.echo(formats()["text"](errors, course.source))
        sys.exit(1)
    click.echo(f"Wrote {_count(len(docs_tree.export(course, out)), 'page')} to {out}")


@main.command()
@course_option
@click.option("--to", "target", type=click.Path(dir_okay=False, path_type=Path), help="The zip.")
def pack(folder: Path | None, target: Path | None) -> None:
    """Put the sources into one zip, to send to a colleague."""
    root = find_course(folder)
    course, _ = load(read(root))
    target = target or Path(f"{course.file.id}-{course.file.version}.zip")
    try:
        names = pack_sources(root, target)
    except OSError as problem:
        fail(f"{target} could not be written: {problem.strerror}")
    click.echo(f"Packed {_count(len(names), 'file')} into {target}")


if __name__ == "__main__":
    main()
