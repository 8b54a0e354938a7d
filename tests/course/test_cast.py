"""One name is one person everywhere, and nobody's background is only that of the helped."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from build_tools.checks.learners_text import module_passages, quiz_passages, read_by_learners
from build_tools.checks.prose import passages
from build_tools.model.cast import ROLES, Person
from build_tools.model.course import Course
from build_tools.model.module import Module

NAMES = yaml.safe_load((Path(__file__).parent / "names.yml").read_text(encoding="utf-8"))
CAPITALISED = r"[A-ZÀ-Ý][a-zà-ÿ]+(?!\w)"
# In the middle of a sentence only a name, a title or a word of the list has a capital.
WITHIN = re.compile(rf"(?<=[a-zà-ÿ0-9,;] )({CAPITALISED})")
# At its beginning every word has one; these are followed by what only somebody does.
VERBS = (
    "says|said|asks|asked|nods|looks|smiles|laughs|shouts|whispers|thinks|knows|wants|goes|comes|"
    "sits|stands|puts|takes|tells|rings|waits|turns|is|was|has|had"
)
AT_THE_START = re.compile(rf"(?<![\w’'-])({CAPITALISED})(?::|[’']s|,? (?:who|and I|{VERBS}))(?!\w)")
# Few names end like this, and many a sentence begins with such a word.
NO_NAME = re.compile(r"(?:ing|ed|ness|ment|ion|ly)$")
CALLED = re.compile(rf"\b(?:named|called|Mr|Mrs|Ms|Miss|Dr|Aunt|Auntie|Uncle) ({CAPITALISED})")


def texts(course: Course, module: Module) -> Iterator[str]:
    """All that is said in a module, also to facilitators."""
    quiz = course.quiz_of(module)
    found = [*module_passages(module), *(quiz_passages(quiz) if quiz else ())]
    found += passages(module.facilitator) if module.facilitator else ()
    yield from (passage.text for passage in found)
    yield from (note.note for note in module.content_notes)
    yield from (objective.text for objective in module.objectives)
    if module.scenario is not None:
        yield module.scenario.people
        yield module.scenario.content_note or ""


def names(text: str, ordinary: frozenset[str]) -> set[str]:
    """What looks like a person's name; ``ordinary`` are words that are written small elsewhere."""
    first = {name for name in AT_THE_START.findall(text) if not NO_NAME.search(name)}
    first = {name for name in first if name.lower() not in ordinary}
    return first.union(WITHIN.findall(text), CALLED.findall(text))


def known(course: Course) -> frozenset[str]:
    """Names of the cast, words of the sources, and what is listed beside this file."""
    sources = json.dumps([dict(r.fields) for r in course.references.values()], ensure_ascii=False)
    titles = [module.title for module in course.published]
    titles += [programme.title for programme in course.programmes.values()]
    said = " ".join([sources, *titles, *(person.name for person in course.cast.people)])
    return frozenset(re.findall(r"[A-ZÀ-Ý][^\W\d_]*", said)).union(*NAMES.values())


@cache
def ordinary_words(course_text: str) -> frozenset[str]:
    """Every word that is written without a capital somewhere."""
    return frozenset(re.findall(r"(?<!\w)[a-zà-ÿ]+(?!\w)", course_text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("So I asked Kai about it.", ["Kai"]),
        ("“Hello,” he says. Priya nods.", ["Priya"]),
        ("Tess: “In bed, night x”.", ["Tess"]),
        ("Jonah's mother rang.", ["Jonah"]),
        ("A girl called Noor came in.", ["Noor"]),
        ("Mrs Okafor waits.", ["Okafor"]),
        ("Grace is sitting on the stairs.", []),
        ("He thanked Grace for it.", ["Grace"]),
        ("Distinguish signs from causes.", []),
        ("Noticing is enough. Fondness says it.", []),
        ("Ring today. Devices leave traces.", []),
    ],
)
def test_a_name_is_noticed_wherever_it_stands(text: str, found: list[str]) -> None:
    assert names(text, frozenset({"grace"})) == set(found)


def test_nobody_has_a_name_who_is_not_in_the_cast(course: Course) -> None:
    said = {module.id: list(texts(course, module)) for module in course.published}
    everything = [text for found in said.values() for text in found]
    everything += [passage.text for passage in read_by_learners(course)]
    ordinary = ordinary_words("\n".join(everything))
    allowed = known(course)
    strangers = {
        (id, name)
        for id, found in said.items()
        for text in found
        for name in names(text, ordinary)
        if name not in allowed
    }
    assert strangers == set(), "in course/cast.yml or, if it is no name, in names.yml"


def test_each_person_is_met_in_the_modules_listed_for_them_and_in_no_other(
    course: Course,
) -> None:
    said = {module.id: "\n".join(texts(course, module)) for module in course.published}
    for person in course.cast.people:
        named = re.compile(rf"(?<!\w){re.escape(person.name)}(?!\w)")
        met = {id for id, text in said.items() if named.search(text)}
        assert met == set(person.modules), person.name


def test_names_are_told_apart_at_a_glance(course: Course) -> None:
    people = course.cast.people
    assert len({person.name for person in people}) == len(people)
    first = [person.name.split()[-1] for person in people]
    assert [(a, b) for a in first for b in first if a != b and a.startswith(b)] == []


def test_an_age_is_the_same_wherever_it_is_told(course: Course) -> None:
    for person in course.cast.people:
        told = re.compile(
            rf"(?<!\w){re.escape(person.name)},? (?:who is |is |aged )?(\d{{1,2}})\b(?! to)"
        )
        for module in course.published:
            for text in texts(course, module):
                ages = {int(age) for age in told.findall(text)}
                assert ages <= {person.age}, (person.name, module.id, text)


def of_role(course: Course, *roles: str) -> list[Person]:
    return [person for person in course.cast.people if set(roles) & set(person.roles)]


def test_everybody_has_a_part_and_children_are_nothing_but_children(course: Course) -> None:
    for person in course.cast.people:
        assert person.roles, person.name
        assert set(person.roles) <= set(ROLES)
        assert ("child" in person.roles) == (person.age is not None), person.name
        assert "child" not in person.roles or person.roles == ("child",), person.name


def test_no_background_is_only_that_of_the_people_who_are_helped(course: Course) -> None:
    helped = {b for person in of_role(course, "served", "child") for b in person.background}
    helping = of_role(course, "staff", "leader", "carer")
    assert helped
    assert helped - {b for person in helping for b in person.background} == set()


def test_staff_leaders_and_carers_are_of_many_backgrounds(course: Course) -> None:
    """Counted by role, so that a change of the cast that narrows it is seen."""
    counted = {
        role: {b for person in of_role(course, role) for b in person.background} for role in ROLES
    }
    assert len(counted["staff"]) >= 8
    assert len(counted["leader"]) >= 5
    assert len(counted["carer"]) >= 5
    most = Counter(b for person in of_role(course, "leader") for b in person.background)
    assert max(most.values()) <= len(of_role(course, "leader")) / 2


def test_some_are_helped_and_help(course: Course) -> None:
    """Whoever was served leads, mentors or volunteers later, and workers are carers at home."""
    helpers = {"staff", "leader", "carer"}
    assert len([p for p in of_role(course, "served") if helpers & set(p.roles)]) >= 3
    assert len([p for p in of_role(course, "staff") if "carer" in p.roles]) >= 3


def test_a_background_is_told_of_the_person_and_not_of_a_trouble(course: Course) -> None:
    for person in course.cast.people:
        for background in person.background:
            assert len(background.split()) <= 8, background
            assert not re.search(r"victim|survivor|trauma|abuse|addict|poor|crime", background)
