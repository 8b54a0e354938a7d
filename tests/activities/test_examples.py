"""Every kind of question is proved by its examples."""

from __future__ import annotations

import pytest

from build_tools import activities
from tests.activities.examples import Example, examples

ALL = list(examples())


@pytest.mark.parametrize("kind", activities.questions())
def test_a_kind_has_examples_a_template_an_element_and_a_manual(kind: str) -> None:
    """A folder that lacks one of them is not a whole kind."""
    assert any(example.kind == kind for example in ALL)
    folder = activities.folder_of(kind)
    for name in ("template.html", "element.js", "checks.py"):
        assert (folder / name).is_file()
    model = activities.questions()[kind]
    assert model.qti
    assert model.cmi
    assert model.minutes > 0


@pytest.mark.parametrize("example", ALL, ids=lambda example: example.question.id)
def test_answers_score_as_the_examples_say(example: Example) -> None:
    """Points, their maximum and the verdict that follows."""
    for response in example.responses:
        score = example.question.score(response.chosen)
        assert (score.points, score.maximum) == (response.points, response.maximum)
        assert score.verdict == response.verdict


@pytest.mark.parametrize("example", ALL, ids=lambda example: example.question.id)
def test_the_examples_show_a_best_and_a_poor_answer(example: Example) -> None:
    """Both ends of the scale are tried; where nothing is scored, no answer gets a verdict."""
    verdicts = {response.verdict for response in example.responses}
    if example.question.scored:
        assert {"best", "not-here"} <= verdicts
    else:
        assert verdicts == {""}


def test_words_that_yaml_1_1_would_change_stay_text() -> None:
    """``No`` is not false and ``12:30`` is not 750."""
    question = next(e.question for e in ALL if e.question.id == "choice-marked")
    assert [answer.text for answer in question.answers][:2] == ["No", "12:30"]
