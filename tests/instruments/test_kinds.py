"""Every kind of instrument and every type of field is whole, and reads what a trainer writes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_tools.core import yaml_text
from build_tools.core.faults import Reported
from build_tools.core.validation import validate
from build_tools.instruments import field, folder_of, kinds
from build_tools.instruments.instrument import Instrument
from build_tools.instruments.offset import Span
from build_tools.instruments.texts import texts

FIELDS = Path(field.__file__).parent / "fields"
START = "schema: 1\nkind: form\ntitle: A form\ndescription: A form.\nlimits: [No test.]\n"


def read(text: str, kind: str = "form") -> tuple[Instrument | None, list[Reported]]:
    """Read an instrument of some kind, with the faults met."""
    data, told = yaml_text.load(text, "course/tools/a-form.yml")
    return validate(kinds()[kind], data, "course/tools/a-form.yml", told.append), told


def faults(fields: str) -> list[tuple[str, tuple[int, int], str]]:
    """Give code, place and hint of every fault in the fields of a form."""
    text = f"{START}fields:\n{fields}"
    return [
        (one.fault.code, yaml_text.locate(text, one.finding.place), one.finding.hint)  # type: ignore[arg-type]
        for one in read(text)[1]
    ]


@pytest.mark.parametrize("kind", kinds())
def test_a_kind_has_a_manual_an_example_a_template_and_checks(kind: str) -> None:
    """A folder that lacks one of them is not a whole kind."""
    for name in ("template.html", "checks.py", "example.yml"):
        assert (folder_of(kind) / name).is_file()
    example = (folder_of(kind) / "example.yml").read_text(encoding="utf-8")
    found, told = read(example, kind)
    assert told == []
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize("type", field.types())
def test_a_type_of_field_has_a_template_of_its_name(type: str) -> None:
    assert (FIELDS / f"{type.replace('-', '_')}.html").is_file()


def test_the_types_are_those_that_the_programmes_need() -> None:
    assert set(field.types()) >= {
        *("text", "choice", "checklist", "rank", "grid", "grid-text", "if-then"),
        *("date", "list", "scale", "yesno", "link", "cell", "quiz"),
    }


@pytest.mark.parametrize("type", field.types())
def test_a_field_does_not_ask_for_anything_that_is_required(type: str) -> None:
    """Nothing on a worksheet is required, so no template may say so to a browser."""
    template = (FIELDS / f"{type.replace('-', '_')}.html").read_text(encoding="utf-8")
    assert "required" not in template


def test_a_fault_in_one_field_leaves_the_others() -> None:
    text = f"{START}fields:\n  - {{id: a, type: text}}\n  - {{id: b, type: text, label: B}}\n"
    found, told = read(text)
    assert found is not None
    assert [field.id for field in found.fields] == ["b"]
    assert found.incomplete
    assert len(told) == 1


@pytest.mark.parametrize(
    ("written", "code", "place", "hint"),
    [
        ("{id: a, type: chioce, label: A}", "SRC007", (7, 19), "did you mean “choice”?"),
        ("{id: a, label: A}", "SRC005", (7, 5), "add “type: text”"),
        ("{id: a, type: text}", "SRC005", (7, 5), "add a line “label: …”"),
        ("{id: a, type: date, label: A, default: soon}", "SRC006", (7, 44), "+6 weeks"),
        ("{id: a, type: text, label: A, from: [plan]}", "SRC006", (7, 42), "needs-assessment/"),
        (
            "{id: a, type: choice, label: A, options: [{text: B}]}",
            "SRC005",
            (7, 47),
            "add a line “id: …”",
        ),
        ("{id: a, type: list, label: A, maxi: 2}", "SRC004", (7, 35), "did you mean “max”?"),
        ("{id: A b, type: text, label: A}", "SRC009", (7, 10), "a-b"),
        ("just words", "SRC006", (7, 5), "begin with"),
        ("{id: a, type: text, label: A, lines: 99999999}", "SRC007", (7, 42), "from 1 to 40"),
        ("{id: a, type: list, label: A, max: 0}", "SRC007", (7, 40), "from 1 to 20"),
        ("{id: a, type: if-then, label: A, max: -3}", "SRC007", (7, 43), "from 1 to 9"),
        ("{id: a, type: quiz, label: A, count: 0}", "SRC007", (7, 42), "from 1 to 20"),
    ],
)
def test_a_fault_of_shape_is_told_where_it_stands(
    written: str, code: str, place: tuple[int, int], hint: str
) -> None:
    ((found, where, said),) = faults(f"  - {written}\n")
    assert (found, where) == (code, place)
    assert hint in said


@pytest.mark.parametrize(
    ("line", "code", "hint"),
    [
        ("rev: 0", "SRC007", "write a number from 1 to 999999"),
        ("minutes: -5", "SRC007", "write a number from 1 to 600"),
        ("scoring: {change: 0}", "SRC007", "for example 0.6"),
    ],
)
def test_a_number_that_would_break_the_page_or_a_record_is_told(
    line: str, code: str, hint: str
) -> None:
    text = (folder_of("rating") / "example.yml").read_text(encoding="utf-8")
    text = re.sub(r"(?m)^minutes: .*\n", "", text) + f"\n{line}\n"
    (told,) = read(text, "rating")[1]
    place = yaml_text.locate(text, told.finding.place)  # type: ignore[arg-type]
    assert (told.fault.code, place[0]) == (code, text.count("\n"))
    assert hint in told.finding.hint


@pytest.mark.parametrize(
    ("written", "span"),
    [("+6 weeks", (6, "week")), ("+1 day", (1, "day")), ("+3 months", (3, "month"))],
)
def test_a_span_of_time_is_read_as_it_is_spoken(written: str, span: tuple[int, str]) -> None:
    text = f"{START}fields: [{{id: a, type: date, label: A, default: {written}}}]\n"
    found, told = read(text)
    assert told == []
    assert found is not None
    assert found.fields[0].default == Span(*span)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "written", ["6 weeks", "+0 weeks", "+6", "weeks", "+6 years", "2026-11-21"]
)
def test_a_span_that_nobody_can_read_is_refused(written: str) -> None:
    ((code, _, _),) = faults(f"  - {{id: a, type: date, label: A, default: {written}}}\n")
    assert code == "SRC006"


def test_words_that_yaml_1_1_would_change_stay_answers() -> None:
    text = f"{START}fields: [{{id: a, type: yesno, label: A, if_value: {{no: first-goal}}}}]\n"
    found, told = read(text)
    assert told == []
    assert found is not None
    assert found.fields[0].if_value == {"no": ("first-goal",)}


def test_every_text_of_an_instrument_is_seen_by_the_rules_about_words() -> None:
    text = START + (
        "fields:\n"
        "  - {id: a, type: choice, label: A label, hint: A hint,\n"
        "     options: [{id: b, text: An option}]}\n"
        "  - {id: c, type: checklist, label: Another, options: [{id: d, text: One more}],\n"
        "     require_any: [{of: [d], say: A kind word}]}\n"
        "parts:\n"
        "  - {id: p, title: A part, about: About it, fields: [{id: e, type: text, label: E}]}\n"
    )
    found, told = read(text)
    assert told == []
    assert found is not None
    assert {part.text for part in texts(found)} == {
        *("A form", "A form.", "No test.", "A label", "A hint", "An option", "Another", "One more"),
        *("A kind word", "A part", "About it", "E"),
    }


def test_ids_and_names_are_not_taken_for_words() -> None:
    example = (folder_of("role-map") / "example.yml").read_text(encoding="utf-8")
    found, _ = read(example, "role-map")
    assert found is not None
    words = {part.text for part in texts(found)}
    assert not words & {"role-map", "key-worker", "childs-view", "plan"}
    assert {"Key worker", "Spends time with the child", "leads", "Your own roles"} <= words
