"""What a machine or a course lacks is said in plain words, with what to do."""

from __future__ import annotations

import sys
from datetime import date
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from build_tools.checks import judge
from build_tools.cli import main
from build_tools.core.source import read
from build_tools.doctor import course as of_course
from build_tools.doctor import machine
from build_tools.model.load import load

TODAY = date(2026, 11, 21)


class Installed:
    """A package that is installed."""

    def __init__(self, name: str, version: str) -> None:
        self.metadata, self.version = {"Name": name}, version


def told(*installed: Any, wanted: tuple[str, ...], pinned: dict[str, str]) -> str:
    return "\n".join(map(str, machine.packages(installed, list(wanted), pinned)))


def test_packages_are_compared_with_what_is_asked_for_and_what_was_tested() -> None:
    jinja = Installed("Jinja2", "3.0")
    assert told(jinja, wanted=("jinja2>=3.0",), pinned={"jinja2": "3.0"}) == ""
    assert "! jinja2 is version 3.0, and >=3.1.6 is needed" in told(
        jinja, wanted=("jinja2>=3.1.6",), pinned={}
    )
    assert "! the package click is missing" in told(wanted=("click>=8.4",), pinned={})
    assert "- jinja2 is version 3.0; it was tested with 3.1.6" in told(
        jinja, wanted=("jinja2>=3.0",), pinned={"jinja2": "3.1.6"}
    )
    assert told(wanted=('pytest>=8; extra == "test"',), pinned={}) == ""


def test_this_machine_has_what_it_needs(tmp_path: Path) -> None:
    """The tests run on it, so nothing serious can be missing."""
    assert [a for a in machine.packages(metadata.distributions(), [], {}) if a.serious] == []
    assert [a for a in machine.place(tmp_path) if a.serious] == []


def test_an_old_python_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "OLDEST", (sys.version_info[0] + 1, 0))
    assert any("Trellis needs Python" in a.why for a in machine.examine(tmp_path))


def test_a_folder_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(machine.tempfile, "TemporaryDirectory", refuse)
    (advice,) = machine.place(tmp_path)
    assert advice.where == f"{tmp_path} cannot be written: Permission denied"


def test_a_long_path_a_synced_folder_and_a_full_disk_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "OneDrive" / ("a" * 100) / ("b" * 100)
    folder.mkdir(parents=True)
    monkeypatch.setattr(machine, "FREE", 10**18)
    found = "\n".join(map(str, machine.place(folder)))
    assert "! the path of the folder has" in found
    assert "- " in found
    assert "kept in step with a cloud" in found
    assert "MB are free" in found


def advice(folder: Path, *, locked: bool = True) -> str:
    course, faults = load(read(folder))
    found = judge(course, faults, today=TODAY, publish=True)
    return "\n".join(map(str, of_course.examine(course, found, TODAY, locked)))


def test_what_a_course_still_lacks_is_told(starter: Path) -> None:
    found = advice(starter, locked=False)
    assert "! course/host.yml: 8 lines to fill in or check" in found
    assert "- there is no course/items.lock.json" in found


def test_old_contacts_faults_and_heavy_pictures_are_told(starter: Path) -> None:
    support = (starter / "course/support.yml").read_text("utf-8")
    (starter / "course/support.yml").write_text(
        support.replace('checked: "2026', 'checked: "2020', 1), "utf-8"
    )
    with (starter / "course/host.yml").open("a", encoding="utf-8") as file:
        file.write('colours: {main: "#ffffff"}\n')
    (starter / "course/images").mkdir(exist_ok=True)
    (starter / "course/images/big.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(400_000))
    found = advice(starter)
    assert "was last checked" in found
    assert "faults in the course: course/" in found
    assert "- course/images/big.png is 400 kB" in found


def test_the_command_says_what_to_do_and_how_it_ended(starter: Path, tmp_path: Path) -> None:
    run = CliRunner().invoke
    result = run(main, ["doctor", "--course", str(starter), "--today", "2026-11-21"])
    assert result.exit_code == 1
    assert "    do:  trellis check --publish  lists them" in result.output
    assert "things to mend" in result.output or "thing to mend" in result.output
    assert run(main, ["doctor", "--course", str(tmp_path / "none")]).exit_code == 2
    assert run(main, ["doctor", "--built", str(tmp_path)]).exit_code == 2
    empty = tmp_path / "empty"
    empty.mkdir()
    result = run(main, ["doctor", "--course", str(empty)])
    assert "only the machine was looked at" in result.output
    assert result.exit_code == 0, result.output
