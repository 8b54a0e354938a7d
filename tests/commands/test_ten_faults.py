"""Ten faults in ten files of the real course are all named, each in its place, in one run."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.cli import main
from tests.conftest import ROOT

# File, what stands there, what is typed instead, where in that the caret belongs, the code.
FAULTS = [
    ("course/course.yml", "language: en", "langauge: en", "langauge", "SRC004"),
    ("course/host.yml", "  url: null", "  url: our site", "our site", "SRC006"),
    ("course/glossary.yml", "schema: 1\n", "schema: 1\nschema: 1\n", "schema: 1\nt", "SRC003"),
    ("course/support.yml", "kind: emergency", "kind: emergancy", "emergancy", "SRC007"),
    ("course/about.md", "(evidence.md)", "(evidnce.md)", "evidnce.md", "LNK001"),
    ("course/pathways/core.yml", "- co-regulation", "- co-regulaton", "co-regulaton", "STR009"),
    ("modules/trauma-basics/module.yml", "area: awareness", "area: awarness", "awarness", "STR003"),
    ("modules/co-regulation/index.md", "/// key-idea", "/// kee-idea", "/// kee", "BLK001"),
    ("modules/team-around-the-child/index.md", "[@true-site]", "[@tru-site]", "@tru-", "EVI001"),
    ("quizzes/trauma-basics.yml", "correct: true", "correct: yes", "yes", "SRC006"),
]


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A copy of the shipped course with all ten, and ``file:line:column: error CODE`` for each."""
    folder = tmp_path_factory.mktemp("faulty")
    for part in ("course", "modules", "quizzes"):
        shutil.copytree(ROOT / part, folder / part)
    expected = []
    for file, old, new, mark, code in FAULTS:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text, f"{file} has changed: {old}"
        before, after = text.split(old, 1)
        text = before + new + after
        (folder / file).write_text(text, encoding="utf-8")
        start = text.index(mark, len(before))
        line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
        expected.append(f"{file}:{line}:{column}: error {code}")
    return folder, expected


def check(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["check", str(folder), "--today", "2026-11-21", *options])


def test_all_ten_are_named_in_their_places_and_the_exit_code_says_so(
    faulty: tuple[Path, list[str]],
) -> None:
    folder, expected = faulty
    result = check(folder)
    assert result.exit_code == 1
    missing = [place for place in expected if f"{place} " not in result.output]
    assert missing == [], result.output
    assert len({place.split(":")[0] for place in expected}) == 10


def test_each_of_the_ten_says_how_to_mend_it(faulty: tuple[Path, list[str]]) -> None:
    folder, expected = faulty
    found = json.loads(check(folder, "--format", "json").output)["diagnostics"]
    hints = {
        f"{d['file']}:{d['line']}:{d['column']}: {d['severity']} {d['code']}": d["hint"]
        for d in found
    }
    assert [place for place in expected if not hints[place]] == []


def test_a_fault_causes_no_crowd_of_others(faulty: tuple[Path, list[str]]) -> None:
    """Whoever mends ten things should not have to tell them from a hundred that follow."""
    folder, expected = faulty
    found = json.loads(check(folder, "--format", "json").output)["summary"]
    assert found["errors"] <= len(expected) + 5
