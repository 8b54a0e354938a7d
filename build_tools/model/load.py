"""From files to a course: every record made, every fault of shape told, nothing raised."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any, TypeVar

from build_tools import activities, instruments
from build_tools.activities.question import Question
from build_tools.activities.scenario import Scenario
from build_tools.core import document, yaml_text
from build_tools.core.diagnostics import Diagnostic, Place, Severity, TextPlace, YamlPlace
from build_tools.core.document import Document
from build_tools.core.faults import Fault, Reported, report
from build_tools.core.fields import kind_of
from build_tools.core.memory import no_collecting
from build_tools.core.positions import position
from build_tools.core.record import FileRecord
from build_tools.core.source import Source
from build_tools.core.suggest import did_you_mean
from build_tools.core.validation import validate
from build_tools.core.yaml_text import Table
from build_tools.instruments.instrument import PHASES, Instrument
from build_tools.model import lock, names
from build_tools.model.cast import Cast
from build_tools.model.course import Area, Course, CourseFile, Level
from build_tools.model.glossary import Glossary
from build_tools.model.host import Host
from build_tools.model.lock import Lock
from build_tools.model.module import Module, Parts, PlacedTask, Task, declared_ids
from build_tools.model.pathway import Pathway
from build_tools.model.programme import Programme
from build_tools.model.quiz import Quiz, QuizFile
from build_tools.model.reference import Reference
from build_tools.model.support import Support

Tell = Callable[[Reported], None]
F = TypeVar("F", bound=FileRecord)
N = TypeVar("N", Pathway, Programme)


@no_collecting()
def load(source: Source) -> tuple[Course, list[Diagnostic]]:
    """Make a course of what was read, with a diagnostic for every fault met on the way.

    Always gives a course: what could not be understood is left out, so that the rest can still be
    checked and shown.
    """
    faults: list[Reported] = []
    tell = faults.append
    faults.extend(names.faults(source))
    pages = _pages(source)
    modules = {id: _module(source, id, pages.get(id, ()), tell) for id in names.modules(source)}
    quizzes = {_stem(file): _quiz(source, file, tell) for file in source.files(names.QUIZZES)}
    course_file = _file(source, "course/course.yml", CourseFile, tell, needed=True) or _no_course()
    order = {id: number for number, id in enumerate(course_file.modules)}
    course = Course(
        file=course_file,
        source=source,
        host=_file(source, "course/host.yml", Host, tell) or Host(),
        support=_file(source, "course/support.yml", Support, tell) or Support(),
        glossary=_file(source, "course/glossary.yml", Glossary, tell) or Glossary(),
        cast=_file(source, "course/cast.yml", Cast, tell) or Cast(),
        references=_references(source, tell),
        modules=_sorted({k: v for k, v in modules.items() if v is not None}, order),
        quizzes=_sorted({k: v for k, v in quizzes.items() if v is not None}, order),
        pathways=_named(source, names.PATHWAYS, Pathway, tell),
        programmes=_named(source, names.PROGRAMMES, Programme, tell),
        tools=_tools(source, tell),
        pages={
            file: document.scan(source.texts[file], file)
            for file in source.files(r"course/(?!images/).*\.md")
        },
        known={
            "module": frozenset(modules),
            "quiz": frozenset(quizzes),
            "pathway": frozenset(map(_stem, source.files(names.PATHWAYS))),
            "tool": frozenset(map(_stem, source.files(names.TOOLS))),
        },
        lock=_lock(source),
    )
    diagnostics = [
        source.diagnostic(
            fault.finding.place,
            fault.finding.severity or Severity.ERROR,
            fault.fault.code,
            fault.fault.title,
            fault.finding.message,
            fault.finding.hint,
        )
        for fault in (*source.faults, *faults)
    ]
    return course, sorted(set(diagnostics))


V = TypeVar("V")


def _sorted(things: Mapping[str, V], order: Mapping[str, int]) -> dict[str, V]:
    return dict(sorted(things.items(), key=lambda item: (order.get(item[0], len(order)), item[0])))


def _stem(file: str) -> str:
    return PurePosixPath(file).stem


def _file(
    source: Source, file: str, model: type[F], tell: Tell, *, needed: bool = False
) -> F | None:
    if file not in source.texts:
        if needed and file not in source.broken:
            tell(
                report(
                    Fault.MISSING_FILE,
                    TextPlace(file),
                    f"the file {file} is missing",
                    f"{other} is there; call it {PurePosixPath(file).name}"
                    if (other := f"{file.removesuffix('.yml')}.yaml") in source.texts
                    else "make it, or begin with: trellis new",
                )
            )
        return None
    data = source.yaml(file)
    return None if data is None else validate(model, data, file, tell)


def _no_course() -> CourseFile:
    """Stand in for a course file that is missing or unreadable, so that the rest is still read."""
    return CourseFile(
        id="course",
        title="Course",
        version="0",
        areas=(Area(id="area", title="Area", summary="Area"),),
        levels=(Level(id="level", title="Level"),),
    )


def _pages(source: Source) -> dict[str, list[str]]:
    """Give the Markdown files of each module's folder, sorted."""
    pages: dict[str, list[str]] = {}
    for file in source.files(r"modules/[^/]+/[^/]+\.md"):
        pages.setdefault(file.split("/")[1], []).append(file)
    return pages


def _module(source: Source, id: str, pages: Iterable[str], tell: Tell) -> Module | None:
    folder = f"modules/{id}"
    module = _file(source, f"{folder}/module.yml", Module, tell, needed=True)
    scanned = {PurePosixPath(file).name: document.scan(source.texts[file], file) for file in pages}
    tasks = [task for doc in scanned.values() for task in _tasks(doc, tell)]
    if module is None:
        return None
    facilitator = scanned.pop("facilitator.md", None)
    names = sorted(scanned, key=lambda name: (name != "index.md", name))
    if "index.md" not in scanned and f"{folder}/index.md" not in source.broken:
        tell(
            report(
                Fault.MISSING_FILE,
                TextPlace(f"{folder}/index.md"),
                f"the module “{id}” has no text: {folder}/index.md is missing",
                "write it; it is the page that learners read",
            )
        )
    module._parts = Parts(
        id=id,
        documents={name: scanned[name] for name in names},
        facilitator=facilitator,
        scenario=_file(source, f"{folder}/scenario.yml", Scenario, tell),
        tasks=tuple(tasks),
        declared=declared_ids(source.yaml(f"{folder}/module.yml"), "objectives"),
    )
    return module


def _tasks(doc: Document, tell: Tell) -> list[PlacedTask]:
    tasks = []
    for block in doc.blocks:
        if block.name not in ("reflect", "practice"):
            continue
        place = TextPlace(doc.file, block.line, block.column)
        task = Task()
        if block.options.strip():
            # Padding keeps line numbers: the options are read as if they stood alone in the file.
            padded = "\n" * (block.options_line - 1) + block.options
            data, faults = yaml_text.load(padded, doc.file)
            found: list[Reported] = list(faults)
            if isinstance(data, Table):
                task = validate(Task, data, doc.file, found.append) or task
            elif data is not None:
                message = f"options are “name: value” lines, not {kind_of(data)}"
                found.append(report(Fault.SYNTAX, place, message))
            for fault in found:
                tell(_in_document(fault, padded))
        tasks.append(PlacedTask(block.name, block.argument, task, place))
    return tasks


def _in_document(fault: Reported, padded: str) -> Reported:
    where = fault.finding.place
    if isinstance(where, YamlPlace):
        line, column = yaml_text.locate(padded, where)
        where = TextPlace(where.file, line, column)
    finding = fault.finding
    return Reported(
        fault.fault, type(finding)(where, finding.message, finding.hint, finding.severity)
    )


def _quiz(source: Source, file: str, tell: Tell) -> Quiz | None:
    frame = _file(source, file, QuizFile, tell)
    if frame is None:
        return None
    questions = [
        question
        for index, data in enumerate(frame.questions)
        if (question := _question(data, ("questions", index), file, tell)) is not None
    ]
    quiz = Quiz(allow=frame.allow, draw=frame.draw, questions=tuple(questions))
    quiz._file, quiz._id = file, _stem(file)
    quiz._declared = declared_ids(source.yaml(file), "questions")
    return quiz


def _question(data: Any, path: tuple[str | int, ...], file: str, tell: Tell) -> Question | None:
    if not isinstance(data, Table):
        tell(
            report(
                Fault.WRONG_TYPE,
                YamlPlace(file, path),
                f"a question is expected here, not {kind_of(data)}",
                "begin with “- id: …” and put its other fields below, in the same column as id",
            )
        )
        return None
    kinds = activities.questions()
    kind = data.get("type")
    if kind is None:
        tell(
            report(
                Fault.MISSING_FIELD,
                YamlPlace(file, data.origin),
                "the field “type” is missing",
                "add a line “type: choice”; kinds: " + ", ".join(sorted(kinds)),
            )
        )
        return None
    if isinstance(kind, str) and kind in activities.kinds() and kind not in kinds:
        tell(
            report(
                Fault.UNKNOWN_VALUE,
                YamlPlace(file, (*data.origin, "type")),
                "a story is not a question of a quiz",
                "write it into modules/<id>/scenario.yml; kinds: " + ", ".join(sorted(kinds)),
            )
        )
        return None
    if not isinstance(kind, str) or kind not in kinds:
        tell(
            report(
                Fault.UNKNOWN_VALUE,
                YamlPlace(file, (*data.origin, "type")),
                f"there is no kind of question called {kind_of(kind)}",
                did_you_mean(str(kind), kinds),
            )
        )
        return None
    return validate(kinds[kind], data, file, tell)


def _named(source: Source, pattern: str, model: type[N], tell: Tell) -> dict[str, N]:
    """Read all files of a kind that are known by their names."""
    found = {}
    for file in source.files(pattern):
        record = _file(source, file, model, tell)
        if record is not None:
            record._id = _stem(file)
            found[record.id] = record
    return found


def _tools(source: Source, tell: Tell) -> dict[str, Instrument]:
    """Read the instruments, in the order of the phases that they belong to."""
    read = (_tool(source, file, tell) for file in source.files(names.TOOLS))
    found = [tool for tool in read if tool is not None]
    order = {phase: number for number, phase in enumerate(PHASES)}
    found.sort(key=lambda tool: (min((order[p] for p in tool.phases), default=len(order)), tool.id))
    return {tool.id: tool for tool in found}


def _tool(source: Source, file: str, tell: Tell) -> Instrument | None:
    data = source.yaml(file)
    if data is None:
        return None
    kinds = instruments.kinds()
    kind = data.get("kind") if isinstance(data, Table) else None
    listed = "kinds: " + ", ".join(sorted(kinds))
    if not isinstance(data, Table):
        message = f"a group of fields is expected here, not {kind_of(data)}"
        tell(report(Fault.WRONG_TYPE, YamlPlace(file, ()), message, "begin with “schema: 1”"))
        return None
    if kind is None:
        message = "the field “kind” is missing"
        hint = f"add a line “kind: form”; {listed}"
        tell(report(Fault.MISSING_FIELD, YamlPlace(file, ()), message, hint))
        return None
    if not isinstance(kind, str) or kind not in kinds:
        message = f"there is no kind of instrument called {kind_of(kind)}"
        hint = did_you_mean(str(kind), kinds) or listed
        tell(report(Fault.UNKNOWN_VALUE, YamlPlace(file, ("kind",)), message, hint))
        return None
    tool = validate(kinds[kind], data, file, tell)
    if tool is not None:
        tool._id = _stem(file)
    return tool


def _lock(source: Source) -> Lock:
    """Read what is locked; a file that could not even be opened is told of elsewhere."""
    text = source.texts.get(lock.FILE)
    return Lock(there=lock.FILE in source.broken) if text is None else lock.read(text)


def _references(source: Source, tell: Tell) -> dict[str, Reference]:
    file = "course/references.json"
    data = source.json(file)
    if data is None:
        return {}

    def fault(place: Place, message: str, hint: str) -> None:
        tell(report(Fault.WRONG_TYPE, place, message, hint))

    if not isinstance(data, list):
        fault(TextPlace(file), "a list of sources is expected", "export as CSL JSON")
        return {}
    references: dict[str, Reference] = {}
    for number, item in enumerate(data, 1):
        key = item.get("id") if isinstance(item, dict) else None
        if not isinstance(key, str) or not key:
            fault(TextPlace(file), f"source number {number} has no id", "export as CSL JSON")
            continue
        place = _json_place(source.texts[file], file, key)
        if key in references:
            tell(
                report(
                    Fault.CLASHING_ID,
                    place,
                    f"the source “{key}” is there twice",
                    "delete one of them",
                )
            )
        references[key] = Reference(key, item, place)
    return references


def _json_place(text: str, file: str, key: str) -> TextPlace:
    match = re.search(rf'"id"\s*:\s*("{re.escape(key)}")', text)
    if match is None:
        return TextPlace(file)
    line, column = position(text, match.start(1))
    return TextPlace(file, line, column)
