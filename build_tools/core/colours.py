"""Colours as ``#rrggbb``, and how well one is read on another.

Luminance and contrast are those of WCAG 2.2 (the definitions of “relative luminance” and “contrast
ratio”): from 1, which is no difference at all, to 21, which is black on white.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Annotated

from build_tools.core.faults import Fault
from build_tools.core.fields import Reads, complain, kind_of

# What WCAG 2.2 asks at level AA: of text (1.4.3), and of the edges of controls (1.4.11).
TEXT, CONTROL = 4.5, 3.0
_SHORT_OR_LONG = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
STEPS = 128


def _colour(value: object) -> str:
    text = value.strip() if isinstance(value, str) else ""
    if not _SHORT_OR_LONG.fullmatch(text):
        better = f"#{text}" if _SHORT_OR_LONG.fullmatch(f"#{text}") else "#00594f"
        raise complain(
            Fault.WRONG_TYPE,
            f"a colour is expected here, not {kind_of(value)}",
            f'write # and six digits in quotes: "{better.lower()}"',
        )
    digits = text[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


_PATTERN = f"^{_SHORT_OR_LONG.pattern}$"
Colour = Annotated[str, Reads(_colour, {"type": "string", "pattern": _PATTERN})]


def parts(colour: str) -> tuple[float, float, float]:
    """Give red, green and blue, each from 0 to 1."""
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def written(red: float, green: float, blue: float) -> str:
    """Write red, green and blue, each from 0 to 1, as a colour."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in (red, green, blue))


@lru_cache(maxsize=1024)
def luminance(colour: str) -> float:
    """Give the relative luminance, from 0 for black to 1 for white."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, ground: str, share: float) -> str:
    """Mix a share of a colour, from 0 to 1, into a ground."""
    both = zip(parts(colour), parts(ground), strict=True)
    red, green, blue = (a * share + b * (1 - share) for a, b in both)
    return written(red, green, blue)


def nearest(colour: str, passes: Callable[[str], bool]) -> str | None:
    """Find the colour of the same hue, a little lighter or darker, that passes; None if none."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*parts(colour))
    for step in range(STEPS + 1):
        for direction in (-1, 1):
            tried = lightness + direction * step / STEPS
            if 0 <= tried <= 1:
                candidate = written(*colorsys.hls_to_rgb(hue, tried, saturation))
                if passes(candidate):
                    return candidate
    return None
