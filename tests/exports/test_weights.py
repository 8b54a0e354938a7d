"""Our own scripts and styles stay small, since some pay for every byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.weights import LIMITS, activities_on, weights


@pytest.mark.parametrize("bundle", LIMITS)
def test_a_bundle_keeps_to_its_limit(bundle: str) -> None:
    assert weights()[bundle] <= LIMITS[bundle]


@pytest.mark.parametrize(
    ("page", "has_activities"),
    [
        ("index.html", False),
        ("contents/index.html", False),
        ("support/index.html", False),
        ("review/index.html", False),
        ("my-learning/index.html", False),
        ("quizzes/co-regulation/index.html", True),
    ],
)
def test_a_page_without_an_activity_loads_no_byte_of_them(
    page: str, has_activities: bool, web_site: Path
) -> None:
    assert bool(activities_on(web_site / page)) is has_activities
