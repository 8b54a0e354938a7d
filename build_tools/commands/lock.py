"""``trellis lock``."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from build_tools.checks.locking import refusal
from build_tools.checks.report import formats
from build_tools.commands._shared import count, course_option, fail, find_course, waiting
from build_tools.core.diagnostics import Diagnostic, Finding, Severity
from build_tools.core.source import read
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course
from build_tools.model.load import load
from build_tools.model.lock import FILE, written
from build_tools.model.locking import Act, Plan, plan


@click.command("lock")
@course_option
@click.option(
    "--wording",
    multiple=True,
    metavar="ID",
    help="This one was only worded better and still means the same.",
)
@click.option("--dry-run", is_flag=True, help="Say what would happen, and write nothing.")
def command(folder: Path | None, wording: tuple[str, ...], dry_run: bool) -> None:
    """Note down each question, so that answers stay with what was asked.

    Learners' answers are kept in their own browsers, under the ids of your
    questions, stories and statements to rate. This command writes down what each of them says
    now, in course/items.lock.json. If one says something else later, you are
    told, and an earlier answer is never shown as given to another question.

    If you are told that a question has changed, there are two ways. It means
    something else now: raise its rev by one. It means the same and is only
    worded better:

        trellis lock --wording co-regulation/when-to-talk

    Run it each time before you publish, and keep the file with the course.
    While you write, nothing needs it.
    """
    root = find_course(folder)
    with waiting("Reading the course"):
        course, faults = load(read(root))
    _stop_at_faults(course, faults)
    accepted = frozenset(_key(course, id) for id in wording)
    planned = plan(course, accepted)
    text = written(planned.entries)
    new = bool(planned.entries) and text != course.source.texts.get(FILE)
    if new and not dry_run:
        _write(root / FILE, text)
    for line in _report(planned):
        click.echo(line)
    for key in sorted(accepted - {item.key for item in planned.did[Act.WORDED]}):
        if key not in {standing.item.key for standing in planned.refused}:
            click.echo(f"--wording was not needed for {key}.")
    _refuse(course, [refusal(standing) for standing in planned.refused])
    if dry_run:
        click.echo("Nothing was written, since this was a dry run.")
    elif new:
        click.echo(f"Wrote {FILE}; keep it with the course.")
    sys.exit(1 if planned.refused else 0)


def _stop_at_faults(course: Course, faults: Iterable[Diagnostic]) -> None:
    """Lock nothing that cannot be read whole, or that cannot be told from something else."""
    if (problem := course.lock.problem) is not None:
        line, _ = course.source.position(problem.place)
        fail(f"{FILE}:{line}: {problem.message}\n{problem.hint}")
    found = [fault for fault in faults if fault.severity is Severity.ERROR]
    found += _diagnostics(
        course,
        [
            Finding(
                double.place("id"),
                f"another {double.noun} has the id “{double.id}” already",
                "give this one an id of its own",
            )
            for double in course.locked.doubles
        ],
    )
    if found:
        click.echo(formats()["text"](sorted(found), course.source))
        click.echo(f"\nNothing was locked: mend {count(len(found), 'fault')} first.")
        sys.exit(1)


def _key(course: Course, given: str) -> str:
    """Find the one item that an id or a key given by hand means."""
    items = [standing.item for standing in course.locked.standings]
    keys = [item.key for item in items if given in (item.key, item.id)]
    if not keys:
        whole = "/" in given or ":" in given
        near = did_you_mean(given, [item.key if whole else item.id for item in items])
        fail(f"there is no question, story or statement “{given}”. {near}")
    if len(keys) > 1:
        fail(f"“{given}” is the id of several. Write which one: {', '.join(keys)}")
    return keys[0]


def _report(planned: Plan) -> list[str]:
    """Say what was done, in one line, and what it was done to where that is worth a look."""
    parts = []
    for act, items in planned.did.items():
        if items:
            nouns = {item.noun for item in items}
            named = [
                _count(sum(item.noun == noun for item in items), noun)
                for noun in ("question", "story", "statement")
                if noun in nouns
            ]
            parts.append(f"{_listed(named)} {act.value}")
    if planned.retired:
        parts.append(f"{len(planned.retired)} retired")
    lines = [f"{', '.join(parts)}." if parts else "There is nothing to lock yet."]
    told = (Act.RAISED, Act.WORDED, Act.MOVED, Act.BACK)
    lines += [f"  {item.key}: {act.value}" for act in told for item in planned.did[act]]
    lines += [f"  {entry.key}: retired, since it is gone" for entry in planned.retired]
    if planned.drafts:
        them = _count(len(planned.drafts), "question or story", "questions or stories")
        lines.append(f"Left alone: {them} of modules that course.yml does not list yet.")
    return lines


def _listed(words: list[str]) -> str:
    return " and ".join([*([", ".join(words[:-1])] if words[:-1] else []), words[-1]])


def _count(number: int, one: str, many: str = "") -> str:
    plural = many or {"story": "stories"}.get(one, f"{one}s")
    return f"{number} {one if number == 1 else plural}"


def _refuse(course: Course, findings: list[Finding]) -> None:
    if findings:
        click.echo(f"\nNot locked, until you decide ({len(findings)}):\n")
        for found in sorted(_diagnostics(course, findings)):
            click.echo(f"{found.file}:{found.line}:{found.column}: {found.message}")
            click.echo(f"    {found.hint}")


def _diagnostics(course: Course, findings: Iterable[Finding]) -> list[Diagnostic]:
    return [
        course.source.diagnostic(f.place, Severity.ERROR, "REC000", "lock", f.message, f.hint)
        for f in findings
    ]


def _write(path: Path, text: str) -> None:
    """Replace the file in one step, so that nobody ever meets half of it."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError as problem:
        beside.unlink(missing_ok=True)
        fail(f"{FILE} could not be written: {problem.strerror}")
