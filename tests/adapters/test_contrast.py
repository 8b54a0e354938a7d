"""Every colour of the style sheet can be told from what it stands on, in both palettes."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from build_tools.activities import FOLDER as ACTIVITIES
from build_tools.core.colours import CONTROL, TEXT, contrast
from build_tools.exports import assets

STYLES = assets.overrides() / "assets/css"
GROUNDS = ("page", "paper", "tint")
AREAS = ("awareness", "competency", "collaboration", "safety")
WORDS = ("ink", "soft", "accent", "attention", *AREAS)
EDGES = ("edge", "focus", *AREAS)
# A line only divides what space divides already.
ORNAMENT = ("line",)
_TOKEN = re.compile(r"--tr-([\w-]+): (#[0-9a-f]{6});")
_RAW = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|color)a?\([^)]*\)")


def palettes() -> dict[str, dict[str, str]]:
    """The colours of the light palette, and of the dark one, by the names of their tokens."""
    text = (STYLES / "1-tokens.css").read_text(encoding="utf-8")
    light, dark = text.split("@media screen", 1)
    found = dict(_TOKEN.findall(light))
    return {"light": found, "dark": found | dict(_TOKEN.findall(dark.split("\n}", 1)[0]))}


PALETTES = palettes()
PAIRS = [
    *((words, ground, TEXT) for words, ground in product(WORDS, GROUNDS)),
    *((edge, ground, CONTROL) for edge, ground in product(EDGES, GROUNDS)),
    ("on-accent", "accent", TEXT),
    # A marked passage in the manual of the checks, and the ring round a filled button.
    ("page", "attention", TEXT),
]


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_what_stands_on_a_ground_can_be_told_from_it(
    front: str, ground: str, least: float, palette: str
) -> None:
    """Text at 4.5 to 1, edges of controls and the ring of the focus at 3 to 1."""
    colours = PALETTES[palette]
    assert contrast(colours[front], colours[ground]) >= least


def test_every_colour_is_judged() -> None:
    """A new one has to say here what it stands on."""
    judged = {name for front, ground, _ in PAIRS for name in (front, ground)}
    for colours in PALETTES.values():
        assert set(colours) == judged | set(ORNAMENT)


def test_colours_are_named_only_once() -> None:
    """A colour written in any other place would escape the dark palette, a host's and these tests.

    White labels under a host's logo, black paper and shadows are meant to stay as they are.
    """
    found = {}
    for path in (*sorted(STYLES.glob("*.css")), *sorted(Path(ACTIVITIES).rglob("*.css"))):
        if path.name != "1-tokens.css":
            raw = set(_RAW.findall(path.read_text(encoding="utf-8")))
            found[path.name] = raw - {"#fff", "#000", "#767676"} - {r for r in raw if "/" in r}
    assert {name: raw for name, raw in found.items() if raw} == {}
