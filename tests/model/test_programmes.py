"""The shipped programmes lose no element, and whatever says it covers one names a real one."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.checks.prose import field
from build_tools.checks.rules import src018_clashing_item_id, str024_unknown_element
from build_tools.checks.rules.evi006_model_worded_as_proven import DENIED, PROVEN
from build_tools.checks.rules.saf008_graphic_word import GRAPHIC
from build_tools.checks.rules.saf009_stigmatising_word import STIGMATISING
from build_tools.checks.wording import uses
from build_tools.core.source import read
from build_tools.model.course import Course
from build_tools.model.load import load

PROGRAMMES = {
    "tutor-of-resilience": ("S0", 27),
    "parent-mentoring": ("S1", 52),
    "community-services": ("S2", 18),
    "true-model": ("S3", 40),
    "childrens-homes": ("S4", 17),
}
# What the programmes' own accounts claim to achieve: worded as theirs, and marked.
CLAIMS = {
    *("S0.18", "S0.19", "S0.20", "S0.21", "S0.22", "S2.16"),
    *("S3.1", "S3.13", "S3.15", "S3.19", "S3.20"),
}
A_PROGRAMME = """\
schema: 1
code: P1
title: Kind arrivals
description: How people are met at the door.
elements:
  - {id: P1.1, text: People are greeted by name.}
"""


def test_the_five_programmes_are_there(course: Course) -> None:
    assert set(course.programmes) == set(PROGRAMMES)


@pytest.mark.parametrize("id", PROGRAMMES)
def test_a_programme_has_every_element_once_and_in_order(id: str, course: Course) -> None:
    code, number = PROGRAMMES[id]
    programme = course.programmes[id]
    assert programme.code == code
    assert [element.id for element in programme.elements] == [
        f"{code}.{n}" for n in range(1, number + 1)
    ]
    assert len({element.text for element in programme.elements}) == number


@pytest.mark.parametrize("id", PROGRAMMES)
def test_a_programme_names_its_source_and_what_to_keep_in_mind(id: str, course: Course) -> None:
    programme = course.programmes[id]
    assert programme.cautions
    assert programme.source in course.references
    assert {key for key, _ in programme.citations()} <= set(course.references)


def test_claims_are_marked_and_worded_as_somebodys_report(course: Course) -> None:
    elements = {e.id: e for programme in course.programmes.values() for e in programme.elements}
    assert {id for id, element in elements.items() if element.claim} == CLAIMS
    for id in CLAIMS:
        words = elements[id].text
        assert any(w in words for w in ("report", "suggest", "agency speaks")), words


def test_metaphors_are_called_so(course: Course) -> None:
    elements = {e.id: e.text for e in course.programmes["parent-mentoring"].elements}
    assert elements["S1.36"].startswith("Metaphor:")
    assert elements["S1.37"].startswith("Metaphor:")


def test_the_words_of_the_programmes_are_as_careful_as_the_courses(course: Course) -> None:
    elements = [e for programme in course.programmes.values() for e in programme.elements]
    said = [field(element, "text") for element in elements]
    assert [use.words for use in uses(said, (*GRAPHIC, *STIGMATISING))] == []
    for element in elements:
        for match in PROVEN.finditer(element.text):
            assert DENIED.search(element.text[: match.start()]), element.text


def test_all_that_modules_cover_exists(course: Course) -> None:
    known = {e.id for programme in course.programmes.values() for e in programme.elements}
    covered = {element for element, _ in course.covered()}
    assert covered
    assert covered <= known


def test_a_bad_id_of_an_element_is_told_at_its_place(starter: Path) -> None:
    file = starter / "course/programmes/arrivals.yml"
    file.parent.mkdir()
    file.write_text(A_PROGRAMME + "  - {id: 1.2, text: No reason is asked.}\n", encoding="utf-8")
    course, faults = load(read(starter))
    assert [(f.code, f.file, f.line) for f in faults] == [
        ("SRC009", "course/programmes/arrivals.yml", 7)
    ]
    assert [element.id for element in course.programmes["arrivals"].elements] == ["P1.1"]


def test_two_programmes_cannot_share_an_element(starter: Path) -> None:
    folder = starter / "course/programmes"
    folder.mkdir()
    for name in ("arrivals", "returns"):
        (folder / f"{name}.yml").write_text(A_PROGRAMME, encoding="utf-8")
    course, _ = load(read(starter))
    found = list(src018_clashing_item_id.check(course))
    assert [finding.place.file for finding in found] == ["course/programmes/returns.yml"]


def test_a_programme_that_cannot_be_read_blames_no_module(starter: Path) -> None:
    (starter / "course/programmes").mkdir()
    (starter / "course/programmes/arrivals.yml").write_text("code: [P1\n", encoding="utf-8")
    module = starter / "modules/first-steps/module.yml"
    module.write_text(module.read_text(encoding="utf-8") + "covers: [P1.1]\n", encoding="utf-8")
    course, faults = load(read(starter))
    assert {fault.file for fault in faults} == {"course/programmes/arrivals.yml"}
    assert list(str024_unknown_element.check(course)) == []
