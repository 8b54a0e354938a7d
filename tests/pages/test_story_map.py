"""The branches of a story as a picture and as a list."""

from __future__ import annotations

import random
import re
import time
from itertools import combinations
from typing import Any
from xml.etree import ElementTree

import pytest

from build_tools.activities.scenario import Scenario
from build_tools.model.course import Course
from build_tools.pages.builder import templates
from build_tools.pages.story_map import LABEL, Picture, draw
from tests.activities.stories import stories

FITS = ("best", "partly", "not-here")


def story(ways: dict[str, list[tuple[str, str]]], **fields: str) -> Scenario:
    """Make a story of steps with (fit, goto) for each response; a step without any is an end."""
    steps: dict[str, Any] = {
        id: {
            "text": "Then?",
            "ending": not there,
            "responses": [
                {
                    "id": f"r{number}",
                    "text": fields.get("text", "This."),
                    "fit": fit,
                    "goto": goto,
                    "consequence": "That.",
                    "feedback": "So.",
                }
                for number, (fit, goto) in enumerate(there)
            ],
        }
        for id, there in ways.items()
    }
    texts = {"id": "s", "title": fields.get("title", "S"), "people": "P", "debrief": "D"}
    return Scenario.model_validate({**texts, "start": next(iter(ways)), "steps": steps})


def long(steps: int, seed: int) -> Scenario:
    """Make a story with a way ahead, ways past steps, and now and then one back."""
    chance = random.Random(seed)
    ways: dict[str, list[tuple[str, str]]] = {}
    for number in range(steps):
        near = [min(steps - 1, number + chance.choice([1, 1, 2, 3])) for _ in range(3)]
        if chance.random() < 0.2:
            near[-1] = max(0, number - chance.randint(0, 4))
        last = number >= steps - 3
        ways[f"a-step-of-the-story-{number}"] = (
            [] if last else [(chance.choice(FITS), f"a-step-of-the-story-{goto}") for goto in near]
        )
    return story(ways)


def shown(told: Scenario) -> str:
    made = templates("en").get_template("story_map.html")
    return str(made.render(story=told, picture=draw(told)))


def overlapping(picture: Picture) -> list[tuple[int, int]]:
    """Pairs of boxes and labels that lie on each other."""
    areas = [(b.left, b.top, b.left + b.width, b.top + b.height) for b in picture.boxes]
    half = LABEL / 2
    areas += [(a.x - half, a.y - 8, a.x + half, a.y + 8) for a in picture.arrows]
    return [
        (one, two)
        for (one, a), (two, b) in combinations(enumerate(areas), 2)
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


def all_stories(course: Course) -> list[Scenario]:
    written = [m.scenario for m in course.modules.values() if m.scenario is not None]
    return [*written, *(told.story for told in stories()), *(long(40, seed) for seed in range(5))]


def test_a_picture_holds_every_step_and_every_way(course: Course) -> None:
    for told in all_stories(course):
        picture = draw(told)
        assert [box.id for box in picture.boxes] == list(told.steps)
        ways = [(id, r.goto, r.fit) for id, step in told.steps.items() for r in step.responses]
        assert len(picture.arrows) == len(set(ways))
        assert sum(arrow.count for arrow in picture.arrows) == len(ways)


def test_nothing_lies_on_anything_else_and_all_is_inside(course: Course) -> None:
    for told in all_stories(course):
        picture = draw(told)
        assert overlapping(picture) == []
        for box in picture.boxes:
            assert box.left >= 0
            assert box.left + box.width <= picture.width
            assert box.top + box.height <= picture.height
        for arrow in picture.arrows:
            assert LABEL / 2 <= arrow.x <= picture.width - LABEL / 2


def test_a_step_stands_below_all_that_lead_to_it_except_on_a_way_back() -> None:
    told = story(
        {
            "one": [("best", "two"), ("partly", "three")],
            "two": [("best", "three"), ("not-here", "one")],
            "three": [],
        }
    )
    top = {box.id: box.top for box in draw(told).boxes}
    assert top["one"] < top["two"] < top["three"]


def test_the_same_story_gives_the_same_picture_again() -> None:
    assert draw(long(40, 3)) == draw(long(40, 3))
    assert shown(long(40, 3)) == shown(long(40, 3))


def test_a_story_of_forty_steps_is_drawn_at_once() -> None:
    began = time.perf_counter()
    draw(long(40, 1))
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize(
    "ways",
    [
        {"only": []},
        {"round": [("partly", "round"), ("not-here", "round"), ("best", "end")], "end": []},
        {"lost": [("best", "nowhere")], "never-reached": [], "alone": [("best", "lost")]},
    ],
)
def test_an_odd_story_is_drawn_too(ways: dict[str, list[tuple[str, str]]]) -> None:
    """One step, a step that leads to itself, ways to nowhere: a preview shows them all."""
    told = story(ways)
    assert len(draw(told).boxes) == len(ways)
    assert overlapping(draw(told)) == []
    ElementTree.fromstring(re.search(r"<svg.*</svg>", shown(told), re.S)[0])  # type: ignore[index]


def test_the_list_says_what_the_picture_shows() -> None:
    told = story({"door": [("best", "in"), ("not-here", "out")], "in": [], "out": []})
    words = " ".join(re.sub(r"<[^>]+>", " ", shown(told).split("</svg>")[1]).split())
    assert "From moment 1 (door): This. (fits best) → goes to moment 2 (in)" in words
    assert "This. (not here) → goes to moment 3 (out)" in words
    assert "Moment 2 (in) is an end." in words


def test_what_a_trainer_wrote_cannot_run_in_the_picture() -> None:
    attack = "<script>alert(1)</script>\" onload='alert(1)'"
    html = shown(story({"a": [("best", "b")], "b": []}, title=attack, text=attack))
    assert "<script" not in html
    assert "onload='" not in html


def test_a_line_is_told_apart_without_its_colour() -> None:
    """Each arrow has its words beside it."""
    told = story(
        {"a": [("best", "b"), ("best", "b"), ("partly", "b"), ("not-here", "c")], "b": [], "c": []}
    )
    labels = re.findall(r"tr-way__label[^>]*>([^<]+)<", shown(told))
    assert sorted(labels) == ["→ not here", "◐ partly", "✓ fits best ×2"]
