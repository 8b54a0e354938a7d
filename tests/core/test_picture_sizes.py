"""A picture says how large it is, whatever its kind."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from build_tools.core.picture_sizes import size_of

RIFF = b"RIFF\0\0\0\0WEBP"
TABLE = b"\xff\xdb" + struct.pack(">H", 4) + b"\0\0"
SVG = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" {}><rect width="9"/></svg>'
PICTURES = {
    "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 440, 286),
    "gif": b"GIF89a" + struct.pack("<HH", 440, 286),
    "jpeg": b"\xff\xd8" + TABLE + b"\xff\xc2" + struct.pack(">HBHH", 11, 8, 286, 440),
    "webp": RIFF + b"VP8 \0\0\0\0\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 440 | 0x4000, 286),
    "webp without loss": RIFF + b"VP8L\0\0\0\0\x2f" + struct.pack("<I", 439 | 285 << 14),
    "webp with more": RIFF + b"VP8X\x0a\0\0\0\0\0\0\0" + b"\xb7\x01\0" + b"\x1d\x01\0",
    "svg": SVG.format('height="286px" width="440"').encode(),
}


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_says_how_large_it_is(kind: str, tmp_path: Path) -> None:
    picture = tmp_path / "picture"
    picture.write_bytes(PICTURES[kind])
    assert size_of(picture) == (440, 286)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        *(data[:-5] for kind, data in PICTURES.items() if kind != "svg"),
        SVG.format('viewBox="0 0 440 286"').encode(),
        SVG.format('width="100%" height="286"').encode(),
        SVG.format('stroke-width="440" height="286"').encode(),
        b"\xff\xd8" + TABLE,
    ],
)
def test_of_one_that_does_not_say_nothing_is_said(data: bytes, tmp_path: Path) -> None:
    """A drawing without a size of its own is as wide as there is room."""
    picture = tmp_path / "picture"
    picture.write_bytes(data)
    assert size_of(picture) is None
