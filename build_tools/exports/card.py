"""The picture that chat programs show when somebody passes a link to the course on: a PNG.

It is drawn here, at build time, in the host's colours: a plant that climbs a trellis, as on the
home page. Fonts differ from machine to machine and many programs show the title beside the picture,
so there are no words in it. Drawing takes a fraction of a second and needs nothing but zlib; the
same colours give the same bytes.
"""

from __future__ import annotations

import math
import struct
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from build_tools.core.colours import mixed, parts
from build_tools.model.host import Colours
from build_tools.model.palette import LIGHT, accents
from build_tools.pages.catalogue import CARD_SIZE

Point = tuple[float, float]
Polygon = list[Point]
OURS, BLOOM = "#00594f", "#85530f"
# Lines of samples in each row of pixels; across a row, coverage is exact.
SAMPLES = 4
SCALE, LEFT, TOP = 2.55, 332.0, 22.0
STEMS = (
    ((52, 218), (40, 176), (96, 170), (92, 138), (88, 106), (36, 118), (62, 84),
     (88, 50), (132, 92), (128, 58), (124, 24), (96, 40), (112, 16)),
    ((92, 138), (120, 150), (150, 138), (158, 112), (166, 86), (186, 86), (176, 60)),
)  # fmt: skip
LEAF = ((0, 0), (4, -9), (14, -11), (22, -8), (18, 1), (9, 6), (0, 0))
LEAVES = (
    (60, 190, -160), (78, 168, -20), (93, 146, 170), (80, 122, -70), (62, 84, -120),
    (128, 58, 150), (114, 40, -30), (112, 18, -60), (126, 146, 15), (150, 128, -75),
    (164, 98, 10), (178, 76, -160), (176, 60, -80),
)  # fmt: skip
BLOOMS = ((66, 66), (152, 104), (186, 50))


def draw(colours: Colours | None) -> bytes:
    """Give the picture in a host's colours, or in ours."""
    accent = accents(colours).get(LIGHT, OURS) if colours else OURS
    return _drawn(accent)


@lru_cache(maxsize=8)
def _drawn(accent: str) -> bytes:
    width, height = CARD_SIZE
    ground = _rgb(LIGHT.tint(accent))
    rows = [bytearray(ground * width) for _ in range(height)]
    pale = mixed(accent, LIGHT.tint(accent), 0.22)
    _paint(rows, pale, _lattice(width, height))
    _paint(rows, accent, (p for stem in STEMS for p in _stroke(_curve(_placed(stem)), 9)))
    _paint(rows, accent, (_curve(_placed(_turned(*leaf))) for leaf in LEAVES))
    _paint(rows, BLOOM, (p for middle in BLOOMS for p in _bloom(*middle)))
    return _png(rows)


def _rgb(colour: str) -> bytes:
    return bytes(round(part * 255) for part in parts(colour))


def _placed(points: Iterable[tuple[float, float]]) -> Polygon:
    return [(x * SCALE + LEFT, y * SCALE + TOP) for x, y in points]


def _turned(x: float, y: float, degrees: float) -> Polygon:
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    return [(x + a * cosine - b * sine, y + a * sine + b * cosine) for a, b in LEAF]


def _curve(points: Polygon, steps: int = 16) -> Polygon:
    """Follow cubic Bézier curves that begin where the one before ends."""
    found = [points[0]]
    for start in range(0, len(points) - 1, 3):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = points[start : start + 4]
        for step in range(1, steps + 1):
            t = step / steps
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            found.append((a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy))
    return found


def _circle(x: float, y: float, radius: float, corners: int = 20) -> Polygon:
    turns = (2 * math.pi * corner / corners for corner in range(corners))
    return [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]


def _stroke(points: Polygon, width: float) -> Iterator[Polygon]:
    """Give what covers a line of some width, with round ends and joints."""
    half = width / 2
    for x, y in points:
        yield _circle(x, y, half)
    for (ax, ay), (bx, by) in pairwise(points):
        length = math.hypot(bx - ax, by - ay) or 1
        ox, oy = -(by - ay) / length * half, (bx - ax) / length * half
        yield [(ax + ox, ay + oy), (bx + ox, by + oy), (bx - ox, by - oy), (ax - ox, ay - oy)]


def _lattice(width: int, height: int) -> Iterator[Polygon]:
    step, half = 54 * SCALE, 2.5
    for across in range(-2, 12):
        x = LEFT + 30 * SCALE + (across - 2) * 50 * SCALE
        yield [(x - half, 0), (x + half, 0), (x + half, height), (x - half, height)]
    for down in range(5):
        y = TOP + 34 * SCALE + down * step
        yield [(0, y - half), (width, y - half), (width, y + half), (0, y + half)]


def _bloom(x: float, y: float) -> Iterator[Polygon]:
    for petal in range(5):
        turn = 2 * math.pi * petal / 5
        ((cx, cy),) = _placed([(x + 5 * math.cos(turn), y + 5 * math.sin(turn))])
        yield _circle(cx, cy, 4 * SCALE)


def _paint(rows: list[bytearray], colour: str, polygons: Iterable[Polygon]) -> None:
    """Lay a colour over all that any of the polygons covers, with soft edges."""
    width = len(rows[0]) // 3
    crossings: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for polygon in polygons:
        _cross(polygon, crossings, len(rows) * SAMPLES)
    covered: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for line, found in crossings.items():
        row, wound, start = covered[line // SAMPLES], 0, 0.0
        for x, direction in sorted(found):
            if wound == 0:
                start = x
            wound += direction
            if wound == 0:
                _cover(row, max(start, 0.0), min(x, float(width)))
    red, green, blue = _rgb(colour)
    for y, row in covered.items():
        for x, share in row.items():
            share = min(share, 1.0)
            place = 3 * x
            for offset, new in enumerate((red, green, blue)):
                old = rows[y][place + offset]
                rows[y][place + offset] = round(old + (new - old) * share)


def _cross(polygon: Polygon, found: dict[int, list[tuple[float, int]]], lines: int) -> None:
    """Note where a polygon's edges cross each line of samples, all polygons turning one way."""
    edges = list(zip(polygon, [*polygon[1:], polygon[0]], strict=True))
    way = 1 if sum(ax * by - bx * ay for (ax, ay), (bx, by) in edges) > 0 else -1
    for (ax, ay), (bx, by) in edges:
        if ay == by:
            continue
        direction = way if by > ay else -way
        low, high = sorted((ay, by))
        first = max(0, math.ceil(low * SAMPLES - 0.5))
        last = min(lines, math.ceil(high * SAMPLES - 0.5))
        for line in range(first, last):
            y = (line + 0.5) / SAMPLES
            found[line].append((ax + (bx - ax) * (y - ay) / (by - ay), direction))


def _cover(row: dict[int, float], start: float, end: float) -> None:
    for x in range(int(start), math.ceil(end)):
        row[x] += (min(end, x + 1) - max(start, x)) / SAMPLES


def _png(rows: list[bytearray]) -> bytes:
    """Write pixels as PNG: eight bits each of red, green and blue (ISO/IEC 15948)."""

    def chunk(name: bytes, data: bytes) -> bytes:
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", len(rows[0]) // 3, len(rows), 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + bytes(row) for row in rows), 9)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )
