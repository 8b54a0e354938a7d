"""A small course that holds everything a learner's record can be about.

Three modules: ``first-steps`` of the starter, whose second question touches a theme; ``hard-days``
with a part to go round, a story and a critical question; ``small-turns``, whose quiz draws some of
its questions and shuffles, with hints and words after any answer.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from build_tools.adapters.site_build import build
from build_tools.core.source import read
from build_tools.model.load import load
from build_tools.starters import COURSE

ID = "my-course"
PREFIX = f"trellis:{ID}:"
THEME = "violence"
NOTE = "A door is slammed; nobody is hurt."
STORY_NOTE = "Somebody shouts in the hall; nobody is hurt."
# The questions in the order written: prompt, the option that fits, one that does not.
HARD = ("door-slams", "who-to-ring", "after-the-shout")
DRAWN = ("turn-one", "turn-two", "turn-three", "turn-four", "turn-five", "turn-now")

_OBJECTIVES = [
    {"id": "see", "text": "Describe one sign", "taught": ["index.md#calm"], "assessed": "quiz"},
    {"id": "do", "text": "Choose one step", "taught": ["index.md#after"], "assessed": "quiz"},
    {"id": "try", "text": "Rewrite one line", "taught": ["index.md#after"], "assessed": "practice"},
]
_PAGE = """## Calm {#calm}

Somebody sits down.

## A hard moment {#hard-moment}

A door is slammed.

/// support
///

/// pause
///

## After {#after}

Somebody makes tea.

/// quiz
///

/// practice | a-line
    objectives: [try]
    minutes: 3

1. Rewrite one line.
///
"""


def _module(title: str, **more: object) -> dict[str, Any]:
    return {
        "schema": 1,
        "title": title,
        "description": "A module to try things with.",
        "area": "safety",
        "levels": ["self"],
        "minutes": 10,
        "requires": [],
        "content_notes": [],
        "objectives": _OBJECTIVES,
        "key_points": [{"text": "Tea helps", "evidence": "practice-advice"}],
        "review": {"kind": "desk", "by": "course authors", "on": "2026-11-21"},
        **more,
    }


def question(id: str, **more: object) -> dict[str, Any]:
    """A question with three options, of which ``fits`` is the one that fits."""
    return {
        "id": id,
        "rev": 1,
        "type": "choice",
        "objective": "see",
        "prompt": f"What about {id}?",
        "options": [
            {"id": "fits", "text": "This fits", "correct": True, "feedback": "They can rest."},
            {"id": "near", "text": "This is near", "feedback": "They have to wait."},
            {"id": "far", "text": "This is far off", "feedback": "They have to explain."},
        ],
        **more,
    }


_STORY = {
    "schema": 1,
    "id": "in-the-hall",
    "rev": 1,
    "title": "In the hall",
    "people": "Sam and Kim, made up.",
    "content_note": STORY_NOTE,
    "about": THEME,
    "objectives": ["do"],
    "start": "hall",
    "steps": {
        "hall": {
            "text": "Kim shouts. What does Sam do?",
            "responses": [
                {
                    "id": "wait",
                    "text": "Sam waits.",
                    "fit": "best",
                    "goto": "tea",
                    "consequence": "It is quiet.",
                    "feedback": "Kim has time.",
                },
                {
                    "id": "ask",
                    "text": "Sam asks why.",
                    "fit": "not-here",
                    "goto": "tea",
                    "consequence": "It is loud.",
                    "feedback": "Kim has no words yet.",
                },
            ],
        },
        "tea": {"text": "They have tea.", "ending": True},
    },
    "debrief": "Waiting is doing something.",
}


def write(folder: Path) -> None:
    """Write the course into a folder; YAML takes JSON as it is."""
    shutil.copytree(COURSE, folder)
    files: dict[str, dict[str, Any]] = {
        "modules/hard-days/module.yml": _module(
            "Hard days",
            content_notes=[
                {
                    "theme": THEME,
                    "exposure": 2,
                    "note": NOTE,
                    "where": "index.md#hard-moment",
                    "skip_to": "index.md#after",
                }
            ],
        ),
        "modules/hard-days/scenario.yml": _STORY,
        "modules/small-turns/module.yml": _module("Small turns"),
        "quizzes/hard-days.yml": {
            "schema": 1,
            "questions": [
                question(HARD[0], about=THEME),
                question(HARD[1], critical=True, objective="do"),
                question(HARD[2]),
            ],
        },
        "quizzes/small-turns.yml": {
            "schema": 1,
            "draw": 3,
            "questions": [
                question(
                    id,
                    shuffle=True,
                    hints=["Think of the tea.", "It is the first one."],
                    overall="Whatever you chose, tea helps.",
                    **({"critical": True, "objective": "do"} if id == DRAWN[-1] else {}),
                )
                for id in DRAWN
            ],
        },
    }
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data), encoding="utf-8")
    for id in ("hard-days", "small-turns"):
        story = "/// scenario\n///\n" if id == "hard-days" else ""
        (folder / f"modules/{id}/index.md").write_text(_PAGE + story, encoding="utf-8")
    for name in ("course/course.yml", "course/pathways/everyone.yml"):
        path = folder / name
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace("[first-steps]", "[first-steps, hard-days, small-turns]"),
            encoding="utf-8",
        )


def make(folder: Path, *, directory_urls: bool = False) -> Path:
    """Write the course and build its site; gives the site's folder."""
    write(folder)
    course, faults = load(read(folder))
    assert faults == []
    build(folder, folder / "site", course, directory_urls=directory_urls)
    return folder / "site"
