"""The picture for chat programs is a PNG that any program opens, in the host's colours."""

from __future__ import annotations

import struct
import zlib

from build_tools.core.colours import parts
from build_tools.exports.card import draw
from build_tools.model.host import Colours
from build_tools.model.palette import LIGHT


def pixels(picture: bytes) -> tuple[int, int, bytes]:
    """Read a PNG of our own making: width, height, and the rows with a byte before each."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    place, found = 8, {}
    while place < len(picture):
        length, name = struct.unpack_from(">I4s", picture, place)
        body = picture[place + 8 : place + 8 + length]
        (check,) = struct.unpack_from(">I", picture, place + 8 + length)
        assert check == zlib.crc32(name + body)
        found[name] = body
        place += 12 + length
    assert list(found) == [b"IHDR", b"IDAT", b"IEND"]
    width, height = struct.unpack_from(">II", found[b"IHDR"])
    return width, height, zlib.decompress(found[b"IDAT"])


def test_the_picture_is_whole_small_and_in_the_colours_of_the_host() -> None:
    picture = draw(Colours(main="#7a1f5c"))
    width, height, rows = pixels(picture)
    assert (width, height, len(rows)) == (1200, 630, 630 * (1200 * 3 + 1))
    assert len(picture) < 60_000
    seen = {rows[place : place + 3] for place in range(1, 3601 * 630, 3601 * 7 + 3)}
    seen |= {rows[y * 3601 + 1 + 3 * x :][:3] for y in range(0, 630, 5) for x in range(0, 1200, 5)}
    for colour in ("#7a1f5c", LIGHT.tint("#7a1f5c")):
        assert bytes(round(part * 255) for part in parts(colour)) in seen


def test_the_same_colours_give_the_same_bytes() -> None:
    assert draw(None) == draw(Colours(main="#00594f"))
