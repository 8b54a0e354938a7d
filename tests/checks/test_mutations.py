"""For every rule the shipped course is broken in one way: the rule finds it, no other misfires."""

from __future__ import annotations

import base64
import copy
from collections import Counter
from pathlib import Path

import pytest

from build_tools.checks import judge, known_rules
from build_tools.core.diagnostics import Diagnostic
from build_tools.core.source import Source, read
from build_tools.model.load import load
from build_tools.model.lock import FILE as LOCK
from tests.checks.mutating import Case, cases, known
from tests.conftest import ROOT
from tests.first_modules import first_modules

SEEN = Counter[str]()


def _id(case: Case) -> str:
    SEEN[case.code] += 1
    return f"{case.code}-{SEEN[case.code]}"


CASES = [pytest.param(case, id=_id(case)) for case in cases()]


@pytest.fixture(scope="module")
def shipped() -> Source:
    """The files of the shipped course, read once; of its modules the first that were written."""
    source = read(ROOT)
    first_modules(source)
    return source


# The smallest picture there is: one transparent point.
POINT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


def broken(shipped: Source, case: Case, folder: Path) -> Source:
    """Give a copy in memory of the shipped course, broken in one way, with pictures in folder."""
    source = copy.copy(shipped)
    for picture in case.pictures:
        (folder / picture).parent.mkdir(parents=True, exist_ok=True)
        (folder / picture).write_bytes(POINT)
    if case.pictures:
        for picture in shipped.images:
            (folder / picture).parent.mkdir(parents=True, exist_ok=True)
            (folder / picture).write_bytes((shipped.root / picture).read_bytes())
        source.root = folder
    source.texts = case.applied(shipped.texts)
    if not case.code.startswith("REC"):
        # Nearly every way of breaking a question is a change of what was locked.
        source.texts.pop(LOCK, None)
    source.images = shipped.images.union(case.pictures)
    source.broken, source.faults, source._data = set(), [], {}
    return source


def findings(source: Source, case: Case) -> list[Diagnostic]:
    """Judge a course as a case says."""
    course, faults = load(source)
    return judge(course, faults, today=case.today, publish=case.publish)


@pytest.mark.parametrize("case", CASES)
def test_a_fault_in_the_shipped_course_is_found_and_no_other_rule_misfires(
    case: Case, shipped: Source, tmp_path: Path
) -> None:
    source = broken(shipped, case, tmp_path)
    found = findings(source, case)
    places = {(d.file, d.line) for d in found if d.code == case.code}
    assert (case.found, case.number(source.texts)) in places
    others = {d.code for d in found} - {case.code}
    assert others <= set(case.also), [str(d) for d in found if d.code not in case.also]


def test_every_rule_has_a_mutation_or_a_reason_why_not() -> None:
    mutated = {case.code for case in cases()}
    elsewhere = known()["elsewhere"]
    assert mutated | elsewhere.keys() == known_rules().keys()
    assert not mutated & elsewhere.keys()
    assert all(elsewhere.values())


def test_the_course_that_is_broken_has_no_findings_before(shipped: Source, tmp_path: Path) -> None:
    nothing = Case(code="", found="", changes=())
    assert findings(broken(shipped, nothing, tmp_path), nothing) == []
