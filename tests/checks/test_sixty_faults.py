"""Sixty faults at once in a copy of the shipped course, and ``trellis check`` names each."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools.cli import main
from build_tools.core.source import read
from build_tools.model.lock import FILE as LOCK
from tests.checks.mutating import TODAY, Case, cases
from tests.conftest import ROOT

# Of the mutations, sixty that leave each other alone: no two are found on one line.
_CODES = """
    ACC001 ACC002 ACC004 ACC006 ACC007 ACC008
    BLK001 BLK003 BLK008 BLK009 BLK011 BLK013
    EVI001 EVI002 EVI004 EVI007
    LNK001 LNK003 LNK004 LNK005 LNK006 LNK008
    OBJ002 OBJ008
    PLN001 PLN002 PLN004
    QUI001 QUI002 QUI004 QUI007 QUI009 QUI014 QUI015 QUI017 QUI019 QUI023
    SAF001 SAF007 SAF008 SAF009 SAF011 SAF016
    SCN001 SCN007 SCN011 SCN012 SCN014
    SRC003 SRC004 SRC007 SRC009 SRC014
    STR003 STR004 STR007 STR009 STR012 STR022 STR024
    """
CODES = _CODES.split()
PARTS = ("course", "modules", "quizzes")
Place = tuple[str, str, int]


@pytest.fixture(scope="module")
def chosen() -> list[Case]:
    """The first mutation of each of the sixty codes."""
    first: dict[str, Case] = {}
    for case in cases():
        first.setdefault(case.code, case)
    return [first[code] for code in CODES]


@pytest.fixture(scope="module")
def broken(chosen: list[Case], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped course on disk, with all sixty faults."""
    folder = tmp_path_factory.mktemp("sixty") / "course"
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part)
    # Nearly every way of breaking a question is a change of what was locked.
    (folder / LOCK).unlink()
    texts = read(folder).texts
    # As long as it is a draft, a module that is not listed makes no other faults.
    name = "course/course.yml"
    texts[name] = texts[name].replace("status: complete", "status: draft")
    for case in chosen:
        texts = case.applied(texts)
        for picture in case.pictures:
            (folder / picture).parent.mkdir(exist_ok=True)
            (folder / picture).write_bytes(b"\x89PNG\r\n\x1a\n")
    for file, text in texts.items():
        (folder / file).write_text(text, encoding="utf-8", newline="\n")
    return folder


@pytest.fixture(scope="module")
def places(chosen: list[Case], broken: Path) -> set[Place]:
    """Where each of the sixty faults stands."""
    texts = read(broken).texts
    return {(case.code, case.found, case.number(texts)) for case in chosen}


def found(folder: Path, *options: str) -> tuple[int, set[Place]]:
    """Run ``trellis check``; give its exit code and what it found."""
    command = ["check", str(folder), "--format", "json", "--today", TODAY.isoformat(), *options]
    result = CliRunner().invoke(main, command)
    told = json.loads(result.stdout)["diagnostics"]
    return result.exit_code, {(d["code"], d["file"], d["line"]) for d in told}


def test_the_sixty_faults_have_sixty_codes_and_sixty_places(places: set[Place]) -> None:
    assert len(CODES) == len(set(CODES)) == 60
    assert len({(file, line) for _, file, line in places}) == 60


def test_check_reports_each_of_sixty_faults_with_code_file_and_line_and_nothing_else(
    broken: Path, places: set[Place]
) -> None:
    assert found(broken) == (1, places)


def test_a_copy_without_faults_has_no_findings(tmp_path: Path) -> None:
    for part in PARTS:
        shutil.copytree(ROOT / part, tmp_path / part)
    assert found(tmp_path, "--strict") == (0, set())
