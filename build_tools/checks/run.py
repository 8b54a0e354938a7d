"""Finding the rules, running each over what it judges, and honouring ``allow:``.

A rule is a module in ``rules/``, or a function in the ``checks.py`` of a kind of question or
instrument. Its code and name
come from its own name (``obj002_vague_objective`` is OBJ002, *vague-objective*), its manual is
its docstring, and what it judges is the type of the one argument that its ``check`` takes.
"""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, get_type_hints

from build_tools import activities, instruments
from build_tools.core.diagnostics import Diagnostic, Finding, Severity
from build_tools.core.discovery import modules_in
from build_tools.core.memory import no_collecting
from build_tools.core.record import Record
from build_tools.instruments.instrument import Instrument
from build_tools.model.course import Course
from build_tools.model.module import Module
from build_tools.model.quiz import Quiz

NAME = re.compile(r"([a-z]{3})(\d{3})_([a-z0-9_]+)\Z")
UNUSED_ALLOW = "SRC017"


@dataclass(frozen=True)
class Rule:
    """One rule. ``check`` is None where the fault is found while files are read.

    ``languages`` are those a rule about words knows; a rule without any knows all. ``asks`` are the
    keyword arguments that it takes. A rule for ``publishing`` is run only before a course is
    published.
    """

    code: str
    name: str
    severity: Severity
    manual: str
    check: Callable[..., Iterator[Finding]] | None
    judges: type | None
    languages: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    publishing: bool = False


@cache
def known_rules() -> dict[str, Rule]:
    """Give all rules by code, sorted."""
    found: dict[str, Rule] = {}
    for module in modules_in("build_tools.checks.rules"):
        name = module.__name__.rsplit(".", 1)[1]
        check = getattr(module, "check", None)
        severity = getattr(module, "SEVERITY", Severity.ERROR)
        languages = getattr(module, "LANGUAGES", ())
        publishing = getattr(module, "PUBLISHING", False)
        _add(
            found,
            name,
            severity,
            module.__doc__ or "",
            check,
            languages=languages,
            publishing=publishing,
        )
    models: tuple[type[Record], ...] = (
        *activities.kinds().values(),
        *instruments.kinds().values(),
    )
    for model in models:
        checks = importlib.import_module(f"{model.__module__}.checks")
        for name, function in inspect.getmembers(checks, inspect.isfunction):
            if NAME.match(name) and function.__module__ == checks.__name__:
                severity = getattr(checks, "SEVERITIES", {}).get(name, Severity.ERROR)
                _add(found, name, severity, inspect.getdoc(function) or "", function, judges=model)
    return dict(sorted(found.items()))


def _add(
    found: dict[str, Rule],
    name: str,
    severity: Severity,
    manual: str,
    check: Callable[..., Iterator[Finding]] | None,
    *,
    judges: type | None = None,
    languages: tuple[str, ...] = (),
    publishing: bool = False,
) -> None:
    match = NAME.match(name)
    if match is None:
        raise ValueError(f"the name of a rule is like obj002_vague_objective, not {name}")
    code = match.group(1).upper() + match.group(2)
    if code in found:
        raise ValueError(f"two rules have the code {code}")
    if check is not None and judges is None:
        hints = [hint for key, hint in get_type_hints(check).items() if key != "return"]
        judges = hints[0]
    name = match.group(3).replace("_", "-")
    manual = inspect.cleandoc(manual)
    asks = tuple(inspect.signature(check).parameters)[1:] if check is not None else ()
    found[code] = Rule(code, name, severity, manual, check, judges, languages, asks, publishing)


@no_collecting()
def judge(
    course: Course,
    faults: list[Diagnostic],
    *,
    today: date | None = None,
    publish: bool = False,
) -> list[Diagnostic]:
    """Run every rule; give its findings together with the faults of reading, in order.

    ``today`` is the day against which contacts and reviews are aged; ``publish`` asks for what a
    course must have before learners meet it. A rule takes either as a keyword argument.
    """
    given = {"today": today or date.today(), "publish": publish}
    rules = [
        rule
        for rule in known_rules().values()
        if not _foreign(rule, course) and (publish or not rule.publishing)
    ]
    judged: dict[type, list[Rule]] = {}
    found: list[Diagnostic] = []
    for subject in _subjects(course):
        kind = type(subject)
        if kind not in judged:
            judged[kind] = [rule for rule in rules if rule.judges and issubclass(kind, rule.judges)]
        for rule in judged[kind]:
            if rule.check is None or _half_known(rule, subject):
                continue
            asked = {name: given[name] for name in rule.asks}
            for finding in rule.check(subject, **asked):
                found.append(
                    course.source.diagnostic(
                        finding.place,
                        finding.severity or rule.severity,
                        rule.code,
                        rule.name,
                        finding.message,
                        finding.hint,
                    )
                )
    return sorted({*faults, *_allowed(course, found)})


def _foreign(rule: Rule, course: Course) -> bool:
    return bool(rule.languages) and course.file.language.split("-")[0] not in rule.languages


def unchecked(course: Course) -> str:
    """Say in one line that rules about words were left out for the course's language, if any."""
    foreign = sum(_foreign(rule, course) for rule in known_rules().values())
    language = course.file.language
    return f"Not checked in {language}: {foreign} rules about words." if foreign else ""


def _half_known(rule: Rule, subject: object) -> bool:
    """Spare an activity that lost a faulty part from its kind's rules: they would misjudge it."""
    return (
        isinstance(subject, Record)
        and subject.incomplete
        and getattr(rule.check, "__module__", "") == f"{type(subject).__module__}.checks"
    )


def _subjects(course: Course) -> Iterator[object]:
    yield course
    for module in course.modules.values():
        yield module
        yield from module.documents.values()
        if module.facilitator is not None:
            yield module.facilitator
        if module.scenario is not None:
            yield module.scenario
    for quiz in course.quizzes.values():
        yield quiz
        yield from quiz.questions
    yield from course.pathways.values()
    yield from course.tools.values()
    yield from course.pages.values()


def _allowed(course: Course, found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Leave out what a module, a quiz or a tool allows, and report what it allows for nothing."""
    allows: dict[tuple[str, str], Any] = {}
    holders: tuple[Module | Quiz | Instrument, ...] = (
        *course.modules.values(),
        *course.quizzes.values(),
        *course.tools.values(),
    )
    for holder in holders:
        prefix = f"{holder.folder}/" if isinstance(holder, Module) else holder.file
        for code in holder.allow:
            allows[prefix, code] = holder.place("allow", code, key=True)
    used = set()
    for diagnostic in found:
        match = next(
            (
                (prefix, code)
                for prefix, code in allows
                if code == diagnostic.code and diagnostic.file.startswith(prefix)
            ),
            None,
        )
        if match is None:
            yield diagnostic
        else:
            used.add(match)
    for (prefix, code), place in allows.items():
        if (prefix, code) not in used:
            yield course.source.diagnostic(
                place,
                Severity.WARNING,
                UNUSED_ALLOW,
                "unused-allow",
                f"{code} is allowed here but nothing needs it",
                "delete this line",
            )
