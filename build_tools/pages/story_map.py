"""The branches of a story as a picture, laid out when the site is built.

Steps stand in layers, each below all that lead to it; ways back up are turned round for the layout
and get their arrowhead at the other end. Every arrow has a place of its own in the layer between
two layers of steps, for its label, and one in each layer it passes, so that it meets no box and no
label hides another. The method is that of Sugiyama (1981): layers, order by the middle of the
neighbours, then places as near to the neighbours as there is room. The same story gives the same
picture, byte by byte.
"""

from __future__ import annotations

import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from build_tools.activities.scenario import Scenario

BOX, LINE, LETTERS = 160, 18, 18  # width of a box, height of a line, letters in it
LABEL, BEND, GAP, BETWEEN, MARGIN, HEAD = 88, 8, 10, 84, 8, 8
SWEEPS = 12


@dataclass(frozen=True)
class Box:
    """A step: its place, its number in the file, and its id in lines that fit."""

    id: str
    number: int
    left: float
    top: float
    height: float
    lines: tuple[str, ...]
    ending: bool
    width: int = BOX


@dataclass(frozen=True)
class Arrow:
    """The responses of one fit that lead from one step to another, with the place of its label."""

    fit: str
    count: int
    line: str
    head: str
    x: float
    y: float


@dataclass(frozen=True)
class Picture:
    """All there is to draw."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


@dataclass(eq=False)
class _Spot:
    """A place in a layer: a step, or where an arrow goes through; ``x`` is its middle."""

    layer: int
    width: float
    above: list[_Spot] = field(default_factory=list)
    below: list[_Spot] = field(default_factory=list)
    x: float = 0.0


@dataclass(frozen=True)
class _Way:
    """An arrow: its ends, and the spots from the upper one to the lower one; none for a loop."""

    source: str
    target: str
    fit: str
    count: int
    spots: tuple[_Spot, ...]
    upward: bool


def draw(story: Scenario) -> Picture:
    """Lay out a story; ways to steps that are not there are left out."""
    counted = Counter(
        (id, response.goto, response.fit)
        for id, step in story.steps.items()
        for response in step.responses
        if response.goto in story.steps
    )
    ahead: dict[str, list[str]] = {id: [] for id in story.steps}
    for source, target, _ in counted:
        if target not in ahead[source]:
            ahead[source].append(target)
    order = [story.start, *story.steps] if story.start in story.steps else list(story.steps)
    back = _ways_back(ahead, order)
    depth = _depths(ahead, back)
    loops = Counter(source for source, target, _ in counted if source == target)
    steps = {
        id: _Spot(2 * depth[id], BOX + (2 * (LABEL + 24) if loops[id] else 0)) for id in story.steps
    }
    ways = [_way(steps, ends, count, ends[:2] in back) for ends, count in counted.items()]
    layers = _ordered([*steps.values(), *(s for way in ways for s in way.spots[1:-1])])
    _placed(layers)
    return _drawn(story, steps, ways, layers)


def _ways_back(ahead: Mapping[str, Sequence[str]], order: Iterable[str]) -> set[tuple[str, str]]:
    """Find the ways that lead back to a step one has come through, walking from the start."""
    back: set[tuple[str, str]] = set()
    done: set[str] = set()
    for first in order:
        path: dict[str, int] = {}
        stack = [] if first in done else [first]
        while stack:
            step = stack[-1]
            tried = path.setdefault(step, 0)
            if tried == len(ahead[step]):
                done.add(stack.pop())
                del path[step]
                continue
            path[step] += 1
            target = ahead[step][tried]
            if target in path:
                back.add((step, target))
            elif target not in done:
                stack.append(target)
    return back


def _depths(ahead: Mapping[str, Sequence[str]], back: set[tuple[str, str]]) -> dict[str, int]:
    """Put each step one layer below the deepest that leads to it."""
    waiting = Counter(t for s, ts in ahead.items() for t in ts if (s, t) not in back)
    depth = dict.fromkeys(ahead, 0)
    free = [step for step in ahead if not waiting[step]]
    for step in free:
        for target in ahead[step]:
            if (step, target) in back:
                continue
            depth[target] = max(depth[target], depth[step] + 1)
            waiting[target] -= 1
            if not waiting[target]:
                free.append(target)
    return depth


def _way(steps: Mapping[str, _Spot], ends: tuple[str, str, str], count: int, upward: bool) -> _Way:
    source, target, fit = ends
    if source == target:
        return _Way(source, target, fit, count, (), upward)
    upper, lower = (steps[target], steps[source]) if upward else (steps[source], steps[target])
    label = lower.layer - 1 if upward else upper.layer + 1
    between = [
        _Spot(layer, LABEL if layer == label else BEND)
        for layer in range(upper.layer + 1, lower.layer)
    ]
    spots = (upper, *between, lower)
    for above, below in pairwise(spots):
        above.below.append(below)
        below.above.append(above)
    return _Way(source, target, fit, count, spots, upward)


def _ordered(spots: Iterable[_Spot]) -> list[list[_Spot]]:
    """Order each layer so that few arrows cross, keeping the best order met."""
    found: dict[int, list[_Spot]] = defaultdict(list)
    for spot in spots:
        found[spot.layer].append(spot)
    layers = [found[number] for number in range(max(found, default=-1) + 1)]
    best, fewest = layers, _crossings(layers)
    for sweep in range(SWEEPS):
        layers = [list(layer) for layer in layers]
        down = sweep % 2 == 0
        for layer in layers if down else layers[::-1]:
            place = {s: n for other in layers for n, s in enumerate(other)}
            layer.sort(key=lambda s: _middle(s.above if down else s.below, place, place[s]))
        crossed = _crossings(layers)
        if crossed < fewest:
            best, fewest = layers, crossed
    return best


def _middle(spots: Sequence[_Spot], place: Mapping[_Spot, float], otherwise: float) -> float:
    return sum(place[spot] for spot in spots) / len(spots) if spots else otherwise


def _crossings(layers: Sequence[Sequence[_Spot]]) -> int:
    """Count how often arrows cross between neighbouring layers."""
    total = 0
    for upper, lower in pairwise(layers):
        place = {spot: number for number, spot in enumerate(lower)}
        ends = [place[s] for spot in upper for s in sorted(spot.below, key=place.__getitem__)]
        total += sum(earlier > later for n, later in enumerate(ends) for earlier in ends[:n])
    return total


def _placed(layers: Sequence[Sequence[_Spot]]) -> None:
    """Give every spot its ``x``, as near to its neighbours as the others in its layer allow."""
    for layer in layers:
        _apart(layer, [0.0] * len(layer))
    for sweep in range(SWEEPS):
        for layer in layers if sweep % 2 == 0 else layers[::-1]:
            wanted = []
            for spot in layer:
                near = (spot.above if sweep % 2 == 0 else spot.below) or [spot]
                if sweep >= SWEEPS - 2:
                    near = [*spot.above, *spot.below] or [spot]
                wanted.append(sum(other.x for other in near) / len(near))
            _apart(layer, wanted)
    left = min((s.x - s.width / 2 for layer in layers for s in layer), default=0.0)
    for layer in layers:
        for spot in layer:
            spot.x += MARGIN - left


def _apart(layer: Sequence[_Spot], wanted: Sequence[float]) -> None:
    """Place a layer's spots next to each other, least far from where each is wanted.

    With the room that must lie between them taken out, this is isotonic regression, which pooling
    neighbours that are out of order solves exactly.
    """
    rooms = [0.0]
    for left, right in pairwise(layer):
        rooms.append(rooms[-1] + (left.width + right.width) / 2 + GAP)
    pools: list[tuple[float, int]] = []
    for want, room in zip(wanted, rooms, strict=False):
        total, count = want - room, 1
        while pools and pools[-1][0] / pools[-1][1] >= total / count:
            before, many = pools.pop()
            total, count = total + before, count + many
        pools.append((total, count))
    places = [total / count for total, count in pools for _ in range(count)]
    for spot, place, room in zip(layer, places, rooms, strict=False):
        spot.x = place + room


def _drawn(
    story: Scenario,
    steps: Mapping[str, _Spot],
    ways: Sequence[_Way],
    layers: Sequence[Sequence[_Spot]],
) -> Picture:
    names = {id: tuple(textwrap.wrap(id, LETTERS)) for id in steps}
    tall = {id: 16 + LINE * (len(lines) + 1) for id, lines in names.items()}
    tops, heights, y = [], [], float(MARGIN)
    for number in range(len(layers)):
        in_layer = [tall[id] for id, spot in steps.items() if spot.layer == number]
        tops.append(y)
        heights.append(float(max(in_layer, default=BETWEEN)))
        y += heights[-1]
    boxes = {
        id: Box(
            id, number, spot.x - BOX / 2, tops[spot.layer], tall[id], names[id],
            story.steps[id].ending,
        )
        for number, (id, spot) in enumerate(steps.items(), 1)
    }  # fmt: skip
    ports = _ports(steps, ways)
    arrows = []
    loops = Counter[str]()
    for number, way in enumerate(ways):
        if not way.spots:
            arrows.append(_loop(way, boxes[way.source], loops[way.source]))
            loops[way.source] += 1
            continue
        lower = boxes[way.source if way.upward else way.target]
        upper = boxes[way.target if way.upward else way.source]
        points = [(ports[number, "below"], upper.top + upper.height)]
        for spot in way.spots[1:-1]:
            # Upright past a box or a label; elsewhere a point in the middle is enough.
            top, height = tops[spot.layer], heights[spot.layer]
            if spot.layer % 2:
                top, height = top + height / 2 - 14, 28.0 if spot.width == LABEL else 0.0
                top += 0 if height else 14
            points += [(spot.x, top), (spot.x, top + height)][: 2 if height else 1]
        points.append((ports[number, "above"], lower.top))
        label = next(s for s in way.spots[1:-1] if s.width == LABEL)
        middle = tops[label.layer] + heights[label.layer] / 2
        arrows.append(_arrow(way, points, label.x, middle))
    width = max((s.x + s.width / 2 for layer in layers for s in layer), default=0.0)
    return Picture(round(width + MARGIN), round(y + MARGIN), tuple(boxes.values()), tuple(arrows))


def _ports(steps: Mapping[str, _Spot], ways: Sequence[_Way]) -> dict[tuple[int, str], float]:
    """Spread the ends of arrows along the upper and the lower edge of each box."""
    ends: dict[tuple[_Spot, str], list[tuple[float, int]]] = defaultdict(list)
    for number, way in enumerate(ways):
        if way.spots:
            ends[way.spots[0], "below"].append((way.spots[1].x, number))
            ends[way.spots[-1], "above"].append((way.spots[-2].x, number))
    return {
        (number, side): spot.x - BOX / 2 + BOX * (place + 1) / (len(there) + 1)
        for (spot, side), there in ends.items()
        for place, (_, number) in enumerate(sorted(there))
    }


def _arrow(way: _Way, points: list[tuple[float, float]], x: float, y: float) -> Arrow:
    """Join points by curves that leave and arrive upright."""
    (tip_x, tip_y), step = (points[0], 1) if way.upward else (points[-1], -1)
    points[0 if way.upward else -1] = (tip_x, tip_y + step * HEAD)
    line = f"M{_n(points[0][0])} {_n(points[0][1])}"
    for (x0, y0), (x1, y1) in pairwise(points):
        half = (y0 + y1) / 2
        line += (
            f"V{_n(y1)}"
            if x0 == x1
            else f"C{_n(x0)} {_n(half)} {_n(x1)} {_n(half)} {_n(x1)} {_n(y1)}"
        )
    base = tip_y + step * (HEAD + 2)
    head = f"M{_n(tip_x)} {_n(tip_y)}L{_n(tip_x - 5)} {_n(base)}H{_n(tip_x + 5)}Z"
    return Arrow(way.fit, way.count, line, head, round(x, 1), round(y, 1))


def _loop(way: _Way, box: Box, number: int) -> Arrow:
    """Draw a response that leads back to its own step, at the right of its box."""
    right, y = box.left + BOX, box.top + 12 + 20 * number
    line = f"M{_n(right)} {_n(y)}h12a6 6 0 0 1 0 12h{_n(-12 + HEAD)}"
    head = f"M{_n(right)} {_n(y + 12)}l{HEAD + 2} -5v10Z"
    return Arrow(way.fit, way.count, line, head, round(right + 24 + LABEL / 2, 1), round(y + 6, 1))


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
