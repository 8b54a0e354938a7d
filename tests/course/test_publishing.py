"""A host who fills in host.yml and keeps their own country can publish the course as it is."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.cli import main

HOST = Path(__file__).parent / "sample_host.yml"
TODAY = "2026-11-22"


def check(folder: Path, *options: str) -> Result:
    words = ["check", str(folder), "--strict", "--today", TODAY, *options]
    return CliRunner().invoke(main, words)


def countries_kept(text: str, *codes: str) -> str:
    """What is left of support.yml when a host keeps the countries where learners live."""
    start, *countries = re.split(r"(?m)^(?=  - code: )", text)
    kept = [country for country in countries if country.split()[2] in codes]
    assert len(kept) == len(codes)
    return start + "".join(kept)


@pytest.fixture(scope="module")
def hosted(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped course, filled in by a host in the United Kingdom."""
    folder = tmp_path_factory.mktemp("hosted")
    for name in ("course", "modules", "quizzes"):
        shutil.copytree(root / name, folder / name)
    shutil.copy(HOST, folder / "course/host.yml")
    support = folder / "course/support.yml"
    text = countries_kept(support.read_text(encoding="utf-8"), "GB")
    support.write_text(text, encoding="utf-8")
    return folder


def test_the_course_of_a_host_is_fit_to_publish(hosted: Path) -> None:
    """Also for whoever counts warnings as faults; and every question is locked as it stands."""
    result = check(hosted, "--publish")
    assert result.exit_code == 0, result.output
    assert re.fullmatch(r"No faults found in 24 modules and \d+ questions\.\n", result.output)


def test_without_a_host_only_the_host_is_missing(root: Path) -> None:
    """What an authors' own check leaves open is for hosts to fill in and to ring."""
    assert check(root).exit_code == 0
    result = check(root, "--publish", "--format", "github")
    assert result.exit_code == 1
    found = re.findall(r"file=([^,]+),.*?title=(\w{6})", result.output)
    assert {file for file, _ in found} == {"course/host.yml", "course/support.yml"}


def test_every_question_and_story_is_locked_as_it_stands(root: Path, tmp_path: Path) -> None:
    """Whoever changes one runs ``trellis lock`` before others get the course."""
    for name in ("course", "modules", "quizzes"):
        shutil.copytree(root / name, tmp_path / name)
    before = (tmp_path / "course/items.lock.json").read_bytes()
    result = CliRunner().invoke(main, ["lock", "--course", str(tmp_path)])
    assert result.exit_code == 0, result.output
    assert (tmp_path / "course/items.lock.json").read_bytes() == before, result.output


def test_the_sample_names_nobody_real() -> None:
    text = HOST.read_text(encoding="utf-8")
    addresses = re.findall(r"[\w.-]+@[\w.-]+|https?://[\w.-]+", text)
    assert addresses
    assert all(re.search(r"\bexample\.(?:org|net)$", address) for address in addresses)
    # Numbers that Ofcom keeps for stories.
    numbers = re.findall(r"\b0\d[\d ]{7,}\d\b", text)
    assert numbers
    assert all(number.startswith("01632 960") for number in numbers)
