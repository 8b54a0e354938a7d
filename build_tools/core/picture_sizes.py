"""How wide and how high a picture is, so that a page keeps its place free until it is there.

Without it the text below jumps when a picture comes late, under the eyes or the finger of whoever
is reading. What a picture says of itself is enough: the header of PNG, GIF and WebP, the frame of
JPEG, the root element of SVG.
"""

from __future__ import annotations

import re
import struct
from pathlib import Path

Size = tuple[int, int]

_WEBP = re.compile(
    rb"RIFF.{4}WEBP(?:VP8X.{8}(?P<canvas>.{6})|VP8 .{10}(?P<frame>.{4})|VP8L.{5}(?P<packed>.{4}))",
    re.S,
)
_SVG = re.compile(rb"<svg\b[^>]*>")
_LENGTH = rb"""\s%s\s*=\s*["']\s*(\d+(?:\.\d+)?)(?:px)?\s*["']"""
_WIDTH, _HEIGHT = (re.compile(_LENGTH % name) for name in (b"width", b"height"))
# Among the marks of a frame in JPEG these three begin tables.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def size_of(path: Path) -> Size | None:
    """Give width and height in pixels; None where a picture does not say, or is cut short."""
    data = path.read_bytes()
    try:
        found = _size(data)
    except struct.error:
        return None
    return found if found is not None and all(found) else None


def _size(data: bytes) -> Size | None:
    if data.startswith(b"\x89PNG"):
        wide, high = struct.unpack_from(">II", data, 16)
        return wide, high
    if data.startswith(b"GIF8"):
        wide, high = struct.unpack_from("<HH", data, 6)
        return wide, high
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    if header := _WEBP.match(data):
        return _webp(header)
    root = _SVG.search(data)
    lengths = [pattern.search(root[0]) if root else None for pattern in (_WIDTH, _HEIGHT)]
    wide, high = (round(float(length[1])) if length else 0 for length in lengths)
    return wide, high


def _jpeg(data: bytes) -> Size | None:
    """Go from segment to segment up to the one that begins the picture."""
    place = 2
    while place < len(data) and data[place] == 0xFF:
        kind, length = struct.unpack_from(">BH", data, place + 1)
        if kind in _FRAMES:
            high, wide = struct.unpack_from(">HH", data, place + 5)
            return wide, high
        place += 2 + length
    return None


def _webp(header: re.Match[bytes]) -> Size:
    if canvas := header["canvas"]:
        return int.from_bytes(canvas[:3], "little") + 1, int.from_bytes(canvas[3:], "little") + 1
    if packed := header["packed"]:
        (bits,) = struct.unpack("<I", packed)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    wide, high = struct.unpack("<HH", header["frame"])
    # The two highest bits say how a player may enlarge it.
    return wide & 0x3FFF, high & 0x3FFF
