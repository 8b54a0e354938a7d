"""The story is a kind of activity that no quiz holds; its examples prove it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from build_tools import activities
from build_tools.activities.scenario import Activity, Scenario
from build_tools.adapters.site_build import build
from build_tools.checks import judge
from build_tools.core.source import read
from build_tools.model.load import load
from build_tools.starters import COURSE
from tests.activities.examples import plain_json
from tests.activities.stories import Told, stories

ALL = list(stories())
RULES_OF_A_STORY = {f"SCN0{number}" for number in range(20, 30)}


def tell(told: Told, folder: Path) -> Path:
    """Make a course whose one module tells a story."""
    shutil.copytree(COURSE, folder)
    text = json.dumps(plain_json(told.data), ensure_ascii=False)
    (folder / "modules/first-steps/scenario.yml").write_text(text, encoding="utf-8")
    index = folder / "modules/first-steps/index.md"
    index.write_text(index.read_text(encoding="utf-8") + "\n/// scenario\n///\n", encoding="utf-8")
    return folder


def test_a_story_is_a_kind_that_no_quiz_holds() -> None:
    assert activities.kinds()["scenario"] is Activity is Scenario
    assert "scenario" not in activities.questions()
    assert set(activities.kinds()) - set(activities.questions()) == {"scenario"}
    assert (Activity.cmi, Activity.qti, Activity.scored) == ("performance", "", False)
    assert Activity.minutes > 0


def test_a_story_in_a_quiz_is_told_where_stories_live(starter: Path) -> None:
    file = starter / "quizzes/first-steps.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("type: choice", "type: scenario", 1), encoding="utf-8")
    found = [str(fault) for fault in load(read(starter))[1]]
    assert len(found) == 1
    assert "a story is not a question of a quiz" in found[0]
    assert "modules/<id>/scenario.yml" in found[0]


@pytest.mark.parametrize("told", ALL, ids=lambda told: told.story.id)
def test_the_ways_of_an_example_lead_through_it(told: Told) -> None:
    for way in (told.best, told.other):
        step = told.story.start
        for number, (id, taken) in enumerate(way):
            assert id == step
            moment = told.story.steps[id]
            if number == len(way) - 1:
                assert moment.ending
                continue
            response = next(r for r in moment.responses if r.id == taken)
            assert way is told.other or response.fit == "best"
            step = response.goto


@pytest.mark.parametrize("told", ALL, ids=lambda told: told.story.id)
def test_an_example_loads_and_no_rule_on_stories_has_a_finding(told: Told, tmp_path: Path) -> None:
    course, faults = load(read(tell(told, tmp_path / "course")))
    assert faults == []
    codes = {finding.code for finding in judge(course, faults)}
    assert not codes & RULES_OF_A_STORY


@pytest.mark.parametrize("told", ALL, ids=lambda told: told.story.id)
def test_an_example_is_on_its_page_whole_and_nothing_in_it_can_run(
    told: Told, tmp_path: Path
) -> None:
    """Every moment, response, consequence and reason stands in the page without a script."""
    folder = tell(told, tmp_path / "course")
    course, _ = load(read(folder))
    build(folder, tmp_path / "site", course)
    page = (tmp_path / "site/modules/first-steps/index.html").read_text(encoding="utf-8")
    start = page.index("<tr-scenario")
    html = page[start : page.index("</tr-scenario>")]
    responses = [r for step in told.story.steps.values() for r in step.responses]
    assert html.count("data-step=") == len(told.story.steps)
    assert html.count("data-response=") == len(responses)
    assert html.count("tr-story__consequence") == len(responses)
    assert html.count("tr-verdict--") == len(responses)
    for harmful in ("<script", "<img", "<textarea", "<em>it"):
        assert harmful not in html
    assert "activities." in page


def test_the_second_example_names_its_earlier_ids(tmp_path: Path) -> None:
    told = ALL[1]
    folder = tell(told, tmp_path / "course")
    course, _ = load(read(folder))
    build(folder, tmp_path / "site", course)
    page = (tmp_path / "site/modules/first-steps/index.html").read_text(encoding="utf-8")
    for was in ("old-story", "first-words", "wait stay"):
        assert f'data-was="{was}"' in page


def test_a_story_that_lost_a_part_is_spared_the_rules_that_would_misjudge_it(
    tmp_path: Path,
) -> None:
    """With the one response that does not fit unreadable, nobody is told that none is there."""
    folder = tell(ALL[0], tmp_path / "course")
    file = folder / "modules/first-steps/scenario.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"not-here"', '"nothere"'), encoding="utf-8")
    course, faults = load(read(folder))
    assert {fault.code for fault in faults} == {"SRC007"}
    assert not {finding.code for finding in judge(course, faults)} & RULES_OF_A_STORY
