"""A new course brings tasks for VS Code, which list findings where an author sees them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from build_tools.checks.report import text
from build_tools.core.diagnostics import Diagnostic, Severity
from build_tools.core.source import Source
from build_tools.starters.new import new_course


@pytest.fixture
def tasks(tmp_path: Path) -> list[dict[str, Any]]:
    """The tasks of a new course."""
    made = new_course(tmp_path / "calm-start", "Calm start")
    file = tmp_path / "calm-start/.vscode/tasks.json"
    assert file in made
    found: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["tasks"]
    return found


def test_the_problem_matcher_reads_a_finding_as_it_is_printed(tasks: list[dict[str, Any]]) -> None:
    matcher = tasks[0]["problemMatcher"]
    pattern = matcher["pattern"]
    finding = Diagnostic(
        "modules/a b/module.yml", 7, 11, Severity.ERROR, "OBJ002", "vague", "begins: “Know”", "say"
    )
    lines = text.render([finding], Source(Path())).split("\n")
    match = re.match(pattern["regexp"], lines[0])
    assert match
    read = {name: match[pattern[name]] for name in ("file", "line", "column", "severity", "code")}
    assert read == {
        "file": "modules/a b/module.yml",
        "line": "7",
        "column": "11",
        "severity": "error",
        "code": "OBJ002",
    }
    assert match[pattern["message"]] == "begins: “Know”"
    assert not any(re.match(pattern["regexp"], line) for line in lines[1:])


def test_every_task_runs_a_command_of_trellis(tasks: list[dict[str, Any]]) -> None:
    from build_tools.cli import main

    for task in tasks:
        assert task["command"] == "trellis"
        command = main.commands[task["args"][0]]
        known = {option for parameter in command.params for option in parameter.opts}
        assert set(task["args"][1:]) <= known
