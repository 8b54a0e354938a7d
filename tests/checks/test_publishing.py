"""What a course must have before learners meet it is asked for only when it is published."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from build_tools.checks.run import judge
from build_tools.core.source import read
from build_tools.model.load import load
from build_tools.starters import COURSE

TODAY = date(2026, 11, 21)
OLD_PAGE = """schema: 1
countries:
  - code: ZA
    name: South Africa
    contacts:
      - {kind: emergency, name: Police, how: "10111", ways: [voice],
         checked: "2026-11-01", how_checked: old page}
"""
REASONS = """    missing: {crisis: No answer., violence: No answer., not-voice: None was found.}
"""


def found(folder: Path, *, publish: bool) -> list[tuple[str, str, int]]:
    course, faults = load(read(folder))
    return [
        (d.code, str(d.severity), d.line)
        for d in judge(course, faults, today=TODAY, publish=publish)
        if d.code in ("SAF013", "SAF014", "SAF015")
    ]


def with_support(folder: Path, text: str) -> Path:
    shutil.copytree(COURSE, folder)
    (folder / "course/support.yml").write_text(text, encoding="utf-8")
    return folder


def test_a_host_that_is_not_filled_in_stops_publishing_and_nothing_else() -> None:
    assert found(COURSE, publish=False) == []
    assert [line for code, _, line in found(COURSE, publish=True) if code == "SAF015"] == [
        4, 5, 9, 10, 12, 13, 14, 15,
    ]  # fmt: skip


def test_an_old_page_and_a_gap_without_a_reason_stop_publishing(tmp_path: Path) -> None:
    folder = with_support(tmp_path / "course", OLD_PAGE)

    assert found(folder, publish=False) == []
    assert [one for one in found(folder, publish=True) if one[0] != "SAF015"] == [
        ("SAF014", "error", 3),
        ("SAF014", "error", 3),
        ("SAF014", "error", 3),
        ("SAF013", "error", 7),
    ]


def test_a_gap_with_a_reason_does_not_stop_publishing(tmp_path: Path) -> None:
    folder = with_support(
        tmp_path / "course", OLD_PAGE.replace("    contacts:", REASONS + "    contacts:")
    )

    assert "SAF014" not in {code for code, _, _ in found(folder, publish=True)}
