"""A host's colours: computed by WCAG's definitions, and clear to read whatever is picked."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.core.colours import CONTROL, TEXT, contrast, luminance, mixed, nearest
from build_tools.exports.assets import overrides
from build_tools.model.host import Colours
from build_tools.model.palette import DARK, LIGHT, Ground, style

EVERY = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
GROUNDS = pytest.mark.parametrize("ground", [LIGHT, DARK], ids=lambda ground: ground.name)


@cache
def tokens(scheme: str) -> dict[str, str]:
    """The tokens that the style sheet gives to a scheme."""
    text = (overrides() / "assets/css/1-tokens.css").read_text(encoding="utf-8")
    light, dark = re.findall(
        r"\[data-md-color-scheme(?:=slate)?\] \{([^}]*--tr-page: #[^}]*)\}", text
    )
    return dict(re.findall(r"(--tr-[\w-]+): (#\w{6});", dark if scheme == "dark" else light))


def test_contrast_is_that_of_the_guidelines() -> None:
    """The ends of the scale, and the grey that is known as the palest to pass on white."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#123456", "#123456") == 1
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert luminance("#ff0000") == pytest.approx(0.2126)
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"


@GROUNDS
def test_the_rule_judges_by_the_colours_of_the_style_sheet(ground: Ground) -> None:
    ours = tokens(ground.name)
    words = ("ink", "soft", "attention", "awareness", "competency", "collaboration", "safety")
    assert (ground.page, ground.paper) == (ours["--tr-page"], ours["--tr-paper"])
    assert ground.words == tuple(ours[f"--tr-{name}"] for name in words)


@GROUNDS
def test_our_own_palette_can_be_read(ground: Ground) -> None:
    """Every text colour on every ground it stands on, and the edges of controls."""
    ours = tokens(ground.name)
    grounds = [ours[f"--tr-{name}"] for name in ("page", "paper", "tint")]
    for words in (*ground.words, ours["--tr-accent"]):
        assert min(contrast(words, under) for under in grounds) >= TEXT, words
    assert contrast(ours["--tr-on-accent"], ours["--tr-accent"]) >= TEXT
    for edge in ("edge", "focus"):
        assert min(contrast(ours[f"--tr-{edge}"], under) for under in grounds) >= CONTROL, edge


@GROUNDS
@settings(deadline=None, max_examples=40)
@given(colour=EVERY)
def test_what_is_suggested_for_any_colour_can_be_read(ground: Ground, colour: str) -> None:
    """The suggestion passes, and so do the words on it and all words on the tint made of it."""
    accent = ground.passing(colour)
    made = ground.tokens(accent)
    assert ground.least(accent) >= TEXT
    assert contrast(made["--tr-on-accent"], accent) >= TEXT
    for words in ground.words:
        assert contrast(words, made["--tr-tint"]) >= TEXT


@GROUNDS
@settings(deadline=None, max_examples=40)
@given(colour=EVERY)
def test_a_colour_that_passes_is_left_as_it_is(ground: Ground, colour: str) -> None:
    if ground.least(colour) >= TEXT:
        assert contrast(ground.passing(colour), colour) < 1.05


def test_the_nearest_colour_keeps_its_hue() -> None:
    darker = nearest("#2aa198", lambda candidate: contrast(candidate, "#ffffff") >= TEXT)
    assert darker is not None
    assert luminance(darker) < luminance("#2aa198")
    assert nearest("#2aa198", lambda _: False) is None


def test_the_style_names_both_schemes_and_nothing_where_there_is_no_colour() -> None:
    made = style(Colours(main="#00594f"))
    assert "[data-md-color-scheme] {\n  --tr-accent: #00594f;" in made
    assert "@media screen {\n[data-md-color-scheme=slate] {\n  --tr-accent: #" in made
    assert style(None) == style(Colours()) == ""
    assert "=slate" not in style(Colours(dark="#6fd3c3")).split("@media")[0]


@pytest.mark.parametrize("bad", ["teal", "00594f", "#12345", "#1234567", "rgb(0,0,0)", "}#fff"])
def test_what_is_no_colour_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match="a colour is expected here"):
        Colours(main=bad)


def test_a_short_colour_is_written_in_full() -> None:
    assert Colours(main="#0A5").main == "#00aa55"
