"""A gap gets its list of words wherever a trainer put it, and nothing else is let in."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from build_tools.activities.gap import Activity
from build_tools.markdown.context import NoCourse
from build_tools.markdown.renderer import Renderer
from tests.hostile import ATTACK, Reader


def gap(*ids: str, text: str) -> Activity:
    options = [{"id": "a", "text": "a", "feedback": "One."}]
    return Activity.model_validate(
        {
            "id": "first",
            "type": "gap",
            "objective": "choose",
            "prompt": "What fits?",
            "text": text,
            "gaps": [{"id": id, "options": options} for id in ids],
        }
    )


def filled(question: Activity) -> str:
    given = {part.id: Markup("<select>{}</select>").format(part.id) for part in question.gaps}
    return question.filled(Renderer().text(question.marked, NoCourse()), given)


@pytest.mark.parametrize(
    "text",
    [
        "First [[one]], then [[two]].",
        "**[[one]]** and *[[two]]*, __[[three]]__",
        "`[[one]]` and ``a [[two]] b``",
        "- [[one]]\n- [[two]]",
        "    [[one]]\n\n[[two]]",
        "[a [[one]] b](https://example.org) [[two]]",
        '[a](https://example.org "[[one]]") [[two]]',
        "![[[one]]](picture.png) [[two]]",
        "[a](https://example.org/[[one]]) [[two]]",
        "<b>[[one]]</b> <i title='[[two]]'>",
        "<https://example.org/[[one]]> [[two]]",
        "[one]: https://example.org '[[one]]'\n\n[[two]]",
        "[[one]] [[two]] [[one]] [[two]]",
        "\\[[one]] [[two]]",
        "[[one]][[two]]",
        "\ue000one\ue001 [[one]] [[two]]",
        "# [[one]]\n\n> [[two]]",
        "nothing at all",
    ],
)
def test_each_gap_is_there_once_and_outside_links_and_tags(text: str) -> None:
    html = filled(gap("one", "two", text=text))
    for id in ("one", "two"):
        assert html.count(f"<select>{id}</select>") == 1, html
    bare = re.sub(r"<select>\w+</select>", "", html)
    assert "select" not in bare
    assert "\ue000" not in html
    for link in re.findall(r"<a\b[^>]*>.*?</a>", html, re.S):
        assert "<select" not in link
    for tag in re.findall(r"<[^>]*>", bare):
        assert "select" not in tag


@pytest.mark.parametrize("around", ["{}", "`{}`", "[{}](https://example.org)", "**{}**"])
def test_a_hostile_text_round_a_gap_is_shown_as_it_was_typed(around: str) -> None:
    text = around.format(f"[[one]]{ATTACK}[[two]]") + f' [a](javascript:alert(1) "[[one]]{ATTACK}")'
    assert Reader(filled(gap("one", "two", text=text))).live == []


def test_a_marker_without_a_gap_stays_as_it_was_typed() -> None:
    assert "[[tow]]" in filled(gap("one", text="[[one]] [[tow]] [[ONE]] [[ one ]]"))


def test_hostile_words_are_shown_as_they_were_typed() -> None:
    question = Activity.model_validate(
        gap("one", text="[[one]]").model_dump()
        | {"gaps": [{"id": "one", "options": [
            {"id": "a", "text": ATTACK, "correct": True, "feedback": "One."}
        ]}]}
    )  # fmt: skip
    html = question.filled(Renderer().text(question.marked, NoCourse()), question.solved)
    assert Reader(html).live == []
    assert Reader(html).words.strip() == ATTACK
