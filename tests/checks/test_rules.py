"""Every rule is proved by the examples in its own manual."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from build_tools.checks import judge, known_rules
from build_tools.checks.run import UNUSED_ALLOW
from build_tools.core.diagnostics import Diagnostic
from build_tools.core.faults import Fault
from build_tools.core.source import read
from build_tools.model.load import load
from build_tools.starters import COURSE
from tests.checks.examples import Example, examples, lay_over

TESTS = Path(__file__).parent.parent
TODAY = date(2026, 11, 21)
CASES = [
    pytest.param(code, example, id=f"{code}-{'bad' if example.bad else 'good'}-{number}")
    for code, rule in known_rules().items()
    for number, example in enumerate(examples(rule.manual), 1)
]


def diagnostics(folder: Path, *, publish: bool = False) -> list[Diagnostic]:
    course, faults = load(read(folder))
    return judge(course, faults, today=TODAY, publish=publish)


@cache
def names_of_tests() -> str:
    """The names of all test functions, one a line."""
    return "\n".join(
        name
        for file in sorted(TESTS.rglob("test_*.py"))
        for name in re.findall(r"^def (test_\w+)", file.read_text(encoding="utf-8"), re.M)
    )


@pytest.mark.parametrize(("code", "example"), CASES)
def test_an_example_is_found_or_passed_as_its_manual_says(
    code: str, example: Example, tmp_path: Path
) -> None:
    before = lay_over(example, tmp_path / "course")
    places = [
        (d.file, d.line - before, d.column)
        for d in diagnostics(tmp_path / "course", publish=known_rules()[code].publishing)
        if d.code == code
    ]
    if example.bad:
        assert (example.file, example.line, example.column) in places
    else:
        assert not places


@pytest.mark.parametrize("code", known_rules())
def test_a_rule_has_a_manual_with_bad_and_good_examples(code: str) -> None:
    rule = known_rules()[code]
    found = examples(rule.manual)
    assert rule.manual.split("\n")[0].endswith(".")
    assert "Mend it:" in rule.manual
    if rule.check is None and not found:
        # Some faults of reading no text file can show: a test of its own makes the real file.
        assert re.search(rf"_{code.lower()}_", names_of_tests()), f"no test is named for {code}"
    else:
        assert {example.bad for example in found} == {True, False}


@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.code)
def test_every_fault_of_reading_has_a_manual_under_its_code_and_name(fault: Fault) -> None:
    rule = known_rules()[fault.code]
    assert rule.name == fault.title
    assert rule.check is None


def test_only_faults_of_reading_and_the_unused_allow_have_a_manual_without_a_check() -> None:
    without = {code for code, rule in known_rules().items() if rule.check is None}
    assert without == {fault.code for fault in Fault} | {UNUSED_ALLOW}


def test_the_starter_course_has_no_findings() -> None:
    assert diagnostics(COURSE) == []
