"""Every rule is proved by the examples in its own manual."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.checks.examples import Example, examples, lay_over

from build_tools.checks import judge, rules
from build_tools.core.diagnostics import Diagnostic
from build_tools.core.source import read
from build_tools.model.load import load
from build_tools.starters import COURSE

TODAY = date(2026, 11, 21)
CASES = [
    pytest.param(code, example, id=f"{code}-{'bad' if example.bad else 'good'}-{number}")
    for code, rule in rules().items()
    for number, example in enumerate(examples(rule.manual), 1)
]


def diagnostics(folder: Path) -> list[Diagnostic]:
    course, faults = load(read(folder))
    return judge(course, faults, today=TODAY)


@pytest.mark.parametrize(("code", "example"), CASES)
def test_an_example_is_found_or_passed_as_its_manual_says(
    code: str, example: Example, tmp_path: Path
) -> None:
    before = lay_over(example, tmp_path / "course")
    places = [
        (d.file, d.line - before, d.column)
        for d in diagnostics(tmp_path / "course")
        if d.code == code
    ]
    if example.bad:
        assert (example.file, example.line, example.column) in places
    else:
        assert not places


@pytest.mark.parametrize("code", rules())
def test_a_rule_has_a_manual_with_bad_and_good_examples(code: str) -> None:
    rule = rules()[code]
    found = examples(rule.manual)
    assert {example.bad for example in found} == {True, False}
    assert rule.manual.split("\n")[0].endswith(".")
    assert "Mend it:" in rule.manual


def test_the_starter_course_has_no_findings() -> None:
    assert diagnostics(COURSE) == []
