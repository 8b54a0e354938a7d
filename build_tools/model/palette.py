"""The colours of the pages, and what a host's own colours make of them.

A host chooses one colour. It becomes the colour of links and buttons on light pages; the words on
a button, the tint of boxes and the colours of dark pages follow from it. ``course/host.yml`` may
name the colour for dark pages as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from build_tools.core.colours import TEXT, contrast, mixed, nearest
from build_tools.model.host import Colours


@dataclass(frozen=True)
class Ground:
    """What the pages of one scheme are made of; a test holds that the style sheet says the same.

    ``words`` are the other colours of text, which stand on the tint as well. ``share`` is how much
    of the accent there is in the tint.
    """

    name: str
    page: str
    paper: str
    words: tuple[str, ...]
    share: float

    def tint(self, accent: str) -> str:
        """Give the ground of quiet boxes: a breath of the accent, so that all text stays clear."""
        share = self.share
        tint = mixed(accent, self.page, share)
        while share > 0.01 and any(contrast(word, tint) < TEXT for word in (*self.words, accent)):
            share -= 0.01
            tint = mixed(accent, self.page, share)
        return tint

    def least(self, accent: str) -> float:
        """Give the lowest contrast that the accent has as text, on any ground it stands on."""
        return min(
            contrast(accent, ground) for ground in (self.page, self.paper, self.tint(accent))
        )

    def clear(self, accent: str) -> bool:
        """Say whether the accent can be read as text wherever it stands."""
        plain = (self.page, self.paper)
        return (
            all(contrast(accent, under) >= TEXT for under in plain) and self.least(accent) >= TEXT
        )

    def passing(self, accent: str) -> str:
        """Give the accent, or the nearest colour that is clear enough to read here."""
        found = nearest(accent, self.clear)
        # Black or white always passes.
        return found if found is not None else self.words[0]

    def tokens(self, accent: str) -> dict[str, str]:
        """Give the custom properties that follow from an accent."""
        on = max("#ffffff", "#0d1513", key=lambda words: contrast(words, accent))
        return {"--tr-accent": accent, "--tr-on-accent": on, "--tr-tint": self.tint(accent)}


LIGHT = Ground(
    "light", "#fbfaf6", "#ffffff",
    ("#21302d", "#4d5d58", "#8a4a00", "#2b5a8c", "#00594f", "#78456f", "#85530f"), 0.09,
)  # fmt: skip
DARK = Ground(
    "dark", "#141d1b", "#1b2624",
    ("#e4ebe8", "#aebdb8", "#f0b070", "#93bfec", "#6fd3c3", "#dcaed4", "#e3bb7c"), 0.12,
)  # fmt: skip


def accents(colours: Colours) -> dict[Ground, str]:
    """Give the accent of each scheme; the dark one is derived where the host names none."""
    if colours.main is None:
        return {} if colours.dark is None else {DARK: colours.dark}
    # Strong colours glare on dark pages: half-way to white is kinder.
    softer = DARK.passing(mixed(colours.main, "#ffffff", 0.5))
    return {LIGHT: colours.main, DARK: colours.dark or softer}


def style(colours: Colours | None) -> str:
    """Write the style rules that put a host's colours in place of ours, to stand after ours."""
    if colours is None:
        return ""
    found = accents(colours)
    light = _rule("[data-md-color-scheme]", LIGHT.tokens(found[LIGHT])) if LIGHT in found else ""
    # Dark colours are for screens: paper is white.
    dark = _rule("[data-md-color-scheme=slate]", DARK.tokens(found[DARK])) if DARK in found else ""
    return light + (f"@media screen {{\n{dark}}}\n" if dark else "")


def _rule(selector: str, tokens: Mapping[str, str]) -> str:
    return f"{selector} {{\n" + "".join(f"  {n}: {v};\n" for n, v in tokens.items()) + "}\n"
