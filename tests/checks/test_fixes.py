"""What ``trellis check --fix`` mends, and what it leaves as it was."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from build_tools.checks import fixes as package
from build_tools.checks import known_rules
from build_tools.checks.fixes import Edit, fixes
from build_tools.checks.fixes.src004_unknown_field import READ_AS
from build_tools.checks.mending import Draft, mend
from build_tools.cli import main
from build_tools.core.record import FileRecord
from build_tools.instruments.instrument import Instrument
from build_tools.model.quiz import Quiz
from tests.checks.examples import Example, lay_over

TODAY = date(2026, 11, 21)
BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Case:
    """A text laid over the starter's, and what is to stand there afterwards."""

    code: str
    says: str
    file: str
    text: str
    becomes: str | None = None

    @property
    def expected(self) -> str:
        return self.text if self.becomes is None else self.becomes


CASES = [
    Case(**case)
    for case in yaml.safe_load(Path(__file__).with_name("fix_cases.yml").read_text("utf-8"))
]
each_case = pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.code}: {c.says}")


def lay(case: Case, folder: Path) -> tuple[Path, str]:
    """Put a case into a copy of the starter; give its file and what stands above the case."""
    lay_over(Example(True, case.file, case.text, 0, 0), folder)
    path = folder / case.file
    above = path.read_text(encoding="utf-8").removesuffix(case.text)
    return path, above


def run(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["check", str(folder), "--today", str(TODAY), *options])


@each_case
def test_a_fix_mends_what_it_should_and_leaves_the_rest(case: Case, tmp_path: Path) -> None:
    path, above = lay(case, tmp_path / "course")
    mending = mend(tmp_path / "course", lambda d: d.code == case.code, today=TODAY)
    assert any(d.code == case.code for d in mending.found)
    assert not mending.write()
    assert path.read_bytes().decode() == above + case.expected
    changed = [] if case.becomes is None else [case.file]
    assert mending.changed == changed


@each_case
def test_mending_again_changes_nothing(case: Case, tmp_path: Path) -> None:
    lay(case, tmp_path / "course")
    mend(tmp_path / "course", today=TODAY).write()
    again = mend(tmp_path / "course", today=TODAY)
    assert again.changed == []
    assert again.mended == []


@each_case
@pytest.mark.parametrize("start", [b"", BOM], ids=["plain", "marked"])
@pytest.mark.parametrize("ending", ["\r\n", "\r"], ids=["crlf", "cr"])
def test_line_ends_and_the_mark_at_the_start_stay(
    case: Case, start: bytes, ending: str, tmp_path: Path
) -> None:
    path, above = lay(case, tmp_path / "course")
    path.write_bytes(start + (above + case.text).replace("\n", ending).encode())
    mend(tmp_path / "course", lambda d: d.code == case.code, today=TODAY).write()
    assert path.read_bytes() == start + (above + case.expected).replace("\n", ending).encode()


@each_case
def test_what_was_mended_is_found_no_more_and_nothing_new_breaks(
    case: Case, tmp_path: Path
) -> None:
    lay(case, tmp_path / "course")
    mending = mend(tmp_path / "course", lambda d: d.code == case.code, today=TODAY)
    left = {d.message for d in mending.left if d.code == case.code}
    if case.becomes is not None:
        assert mending.mended
    assert not {d.message for d in mending.mended} & left - {d.message for d in mending.found}
    assert not [d for d in mending.left if d.code in ("SRC002", "SRC003")]


@pytest.mark.parametrize("code", fixes())
def test_a_fix_is_named_after_its_rule_documented_and_proved(code: str) -> None:
    module = inspect.getmodule(fixes()[code].run)
    assert module is not None
    rule = known_rules()[code]
    name = f"{code.lower()}_{rule.name.replace('-', '_')}"
    assert module.__name__.endswith(f".{name}")
    assert fixes()[code].about.endswith(".")
    assert f"- {code}: " in (package.__doc__ or "")
    assert {case.becomes is None for case in CASES if case.code == code} >= {False}


def test_every_kind_of_data_file_has_its_misspelt_fields_renamed() -> None:
    # An instrument is read by its kind, and a quiz as a file of questions.
    read_as = {*FileRecord.__subclasses__()} - {Quiz, Instrument}
    assert {model for _, model in READ_AS} == read_as


def test_a_misspelt_field_of_a_step_gets_the_name_that_was_meant(tmp_path: Path) -> None:
    case = next(case for case in CASES if "of a story, of its steps" in case.says)
    lay(case, tmp_path / "course")
    found = mend(tmp_path / "course", lambda _: False, today=TODAY).found
    hints = [d.hint for d in found if d.code == "SRC004"]
    meant = ("feedback", "consequence", "ending", "debrief")
    assert hints == [f"did you mean “{name}”?" for name in meant]


def test_a_dry_run_prints_a_diff_and_writes_nothing(tmp_path: Path) -> None:
    path, _ = lay(CASES[0], tmp_path / "course")
    before = path.read_bytes()
    result = run(tmp_path / "course", "--fix", "--dry-run")
    assert result.exit_code == 1
    assert "--- a/modules/first-steps/module.yml" in result.stdout
    assert "-covres: []" in result.stdout
    assert "+covers: []" in result.stdout
    assert "nothing was changed" in result.stderr
    assert path.read_bytes() == before


def test_fix_says_what_was_mended_and_what_is_left(tmp_path: Path) -> None:
    folder = tmp_path / "course"
    lay(CASES[0], folder)
    text = "# At the door\n\n[this page](http://example.org)\n"
    (folder / "course/other.md").write_text(text, encoding="utf-8")
    result = run(folder, "--fix")
    assert "module.yml:" in result.stdout
    assert "mended SRC004 there is no field “covres” here" in result.stdout
    assert "Mended 1 fault in 1 file." in result.stdout
    assert "course/other.md:3:13: warning LNK006" in result.stdout
    assert result.exit_code == 0
    assert run(folder, "--fix", "--strict").exit_code == 1


def test_fix_keeps_to_what_is_selected(tmp_path: Path) -> None:
    path, _ = lay(CASES[0], tmp_path / "course")
    assert run(tmp_path / "course", "--fix", "--select", "LNK").exit_code == 0
    assert "covres" in path.read_text(encoding="utf-8")
    assert run(tmp_path / "course", "--fix", "--ignore", "SRC004").exit_code == 0
    assert "covres" in path.read_text(encoding="utf-8")


def test_fix_leaves_other_formats_clean(tmp_path: Path) -> None:
    lay(CASES[0], tmp_path / "course")
    result = run(tmp_path / "course", "--fix", "--format", "json")
    assert result.stdout.startswith("{")
    assert "mended SRC004" in result.stderr


def test_a_dry_run_alone_is_refused(starter: Path) -> None:
    result = run(starter, "--dry-run")
    assert result.exit_code == 2
    assert "--fix" in result.stderr


def test_a_file_changed_by_somebody_else_meanwhile_is_not_written(tmp_path: Path) -> None:
    path, _ = lay(CASES[0], tmp_path / "course")
    mending = mend(tmp_path / "course", today=TODAY)
    path.write_text("title: Mine\n", encoding="utf-8")
    assert mending.write() == [CASES[0].file]
    assert path.read_text(encoding="utf-8") == "title: Mine\n"


def test_a_sound_course_is_not_touched(starter: Path) -> None:
    before = {path: path.read_bytes() for path in starter.rglob("*") if path.is_file()}
    assert run(starter, "--fix").exit_code == 0
    assert {path: path.read_bytes() for path in starter.rglob("*") if path.is_file()} == before


def test_explain_says_what_the_fix_does() -> None:
    printed = CliRunner().invoke(main, ["explain", "LNK006"]).stdout
    assert "What “trellis check --fix” does:" in printed
    assert fixes()["LNK006"].about in printed


@given(
    st.lists(st.sampled_from(["a", "é", "😀", "\n", "\r\n", "\r", "\u2028", " "]), max_size=30),
    st.data(),
)
def test_an_edit_changes_its_own_span_and_no_other_byte(
    pieces: list[str], data: st.DataObject
) -> None:
    # “\r” before “\n” would be one line end: joined pieces are read as a file would be.
    text = "".join(pieces)
    draft = Draft(b"", text)
    normal = draft.normal
    start = data.draw(st.integers(0, len(normal)))
    end = data.draw(st.integers(start, len(normal)))
    draft.apply([Edit(start, end, "X")])
    assert draft.normal == normal[:start] + "X" + normal[end:]
    before, after = draft.text.split("X")
    assert text.startswith(before)
    assert text.endswith(after)
