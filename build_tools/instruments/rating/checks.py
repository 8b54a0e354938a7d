"""Faults that only a rating can have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.core.suggest import did_you_mean
from build_tools.instruments.rating import Item, Kind

FEWEST = 2


def too020_unknown_statement_in_short_form(tool: Kind) -> Iterator[Finding]:
    """The short form is made of statements that the instrument has.

    A name that is not there leaves a cell of the short form empty, and its result too.

    Mend it: correct the id.

        # bad course/tools/our-rating.yml 11:14
        schema: 1
        kind: rating
        title: Our rating
        description: Where we stand.
        limits: [It is not validated.]
        scale: [{id: not-yet, value: 1, text: Not yet}, {id: fully, value: 2, text: Fully}]
        waves: [{id: now, title: Now}]
        items:
          - {id: aw-1, area: awareness, level: self, text: I notice when I am tired.}
          - {id: aw-2, area: awareness, level: self, text: I notice when others are.}
        short_form: [aw-3]

        # good course/tools/our-rating.yml
        schema: 1
        kind: rating
        title: Our rating
        description: Where we stand.
        limits: [It is not validated.]
        scale: [{id: not-yet, value: 1, text: Not yet}, {id: fully, value: 2, text: Fully}]
        waves: [{id: now, title: Now}]
        items:
          - {id: aw-1, area: awareness, level: self, text: I notice when I am tired.}
          - {id: aw-2, area: awareness, level: self, text: I notice when others are.}
        short_form: [aw-1]
    """
    known = {item.id for item in tool.items}
    for index, id in enumerate(tool.short_form):
        if id not in known:
            yield Finding(
                tool.place("short_form", index),
                f"there is no statement “{id}”",
                did_you_mean(id, known) or "look under items: for the ids that there are",
            )


def too021_thin_cell(tool: Kind) -> Iterator[Finding]:
    """A cell of a rating has at least two statements.

    One answer is an accident as often as an opinion, and one that was left open empties the cell.

    Mend it: write another statement for that area and level, or leave the cell out.

        # bad course/tools/our-rating.yml 9:5
        schema: 1
        kind: rating
        title: Our rating
        description: Where we stand.
        limits: [It is not validated.]
        scale: [{id: not-yet, value: 1, text: Not yet}, {id: fully, value: 2, text: Fully}]
        waves: [{id: now, title: Now}]
        items:
          - {id: aw-1, area: awareness, level: self, text: I notice when I am tired.}

        # good course/tools/our-rating.yml
        schema: 1
        kind: rating
        title: Our rating
        description: Where we stand.
        limits: [It is not validated.]
        scale: [{id: not-yet, value: 1, text: Not yet}, {id: fully, value: 2, text: Fully}]
        waves: [{id: now, title: Now}]
        items:
          - {id: aw-1, area: awareness, level: self, text: I notice when I am tired.}
          - {id: aw-2, area: awareness, level: self, text: I notice when others are.}
    """
    cells: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in tool.items:
        cells[item.area, item.level].append(item)
    for (area, level), items in cells.items():
        if len(items) < FEWEST:
            yield Finding(
                items[0].place(),
                f"this is the only statement on {area} at the level {level}",
                f"write at least {FEWEST} for each cell, or none",
            )


def too022_unknown_wave(tool: Kind) -> Iterator[Finding]:
    """What names a wave names one that the instrument has.

    An open question of a wave that is not there is never asked.

    Mend it: correct the id, or add the wave under `waves:`.

        # bad course/tools/our-rating.yml 11:56
        schema: 1
        kind: rating
        title: Our rating
        description: Where we stand.
        limits: [It is not validated.]
        scale: [{id: not-yet, value: 1, text: Not yet}, {id: fully, value: 2, text: Fully}]
        waves: [{id: now, title: Now}, {id: later, title: Later}]
        items:
          - {id: aw-1, area: awareness, level: self, text: I notice when I am tired.}
          - {id: aw-2, area: awareness, level: self, text: I notice when others are.}
        prompts: [{id: changed, text: "What changed?", waves: [latter]}]

        # bad course/tools/our-rating.yml 7:84
        schema: 1
        kind: rating
        title: Our rating
        description: Where we stand.
        limits: [It is not validated.]
        scale: [{id: not-yet, value: 1, text: Not yet}, {id: fully, value: 2, text: Fully}]
        waves: [{id: now, title: Now}, {id: then, title: Looking back, apart: true, after: nov}]
        items:
          - {id: aw-1, area: awareness, level: self, text: I notice when I am tired.}
          - {id: aw-2, area: awareness, level: self, text: I notice when others are.}

        # good course/tools/our-rating.yml
        schema: 1
        kind: rating
        title: Our rating
        description: Where we stand.
        limits: [It is not validated.]
        scale: [{id: not-yet, value: 1, text: Not yet}, {id: fully, value: 2, text: Fully}]
        waves: [{id: now, title: Now}, {id: then, title: Looking back, apart: true, after: now}]
        items:
          - {id: aw-1, area: awareness, level: self, text: I notice when I am tired.}
          - {id: aw-2, area: awareness, level: self, text: I notice when others are.}
        prompts: [{id: changed, text: "What changed?", waves: [then]}]
    """
    known = [wave.id for wave in tool.waves]
    for prompt in tool.prompts:
        for index, id in enumerate(prompt.waves):
            if id not in known:
                yield Finding(
                    prompt.place("waves", index),
                    f"there is no wave “{id}”",
                    did_you_mean(id, known),
                )
    for number, wave in enumerate(tool.waves):
        if wave.after is not None and wave.after not in known[:number]:
            yield Finding(
                wave.place("after"),
                f"there is no earlier wave “{wave.after}”",
                did_you_mean(wave.after, known[:number]) or "name a wave that comes before",
            )


def too023_scale_out_of_order(tool: Kind) -> Iterator[Finding]:
    """The points of a scale have numbers that go up, one by one.

    Results are worded by the nearest point. Where two points have one number, or a step is twice
    as wide as the next, the words no longer say what people answered.

    Mend it: number the points 1, 2, 3 and so on. “Don't know” has no number.

        # bad course/tools/our-rating.yml 8:24
        schema: 1
        kind: rating
        title: Our rating
        description: Where we stand.
        limits: [It is not validated.]
        scale:
          - {id: not-yet, value: 1, text: Not yet}
          - {id: fully, value: 1, text: Fully}
        waves: [{id: now, title: Now}]
        items:
          - {id: aw-1, area: awareness, level: self, text: I notice when I am tired.}
          - {id: aw-2, area: awareness, level: self, text: I notice when others are.}

        # good course/tools/our-rating.yml
        schema: 1
        kind: rating
        title: Our rating
        description: Where we stand.
        limits: [It is not validated.]
        scale:
          - {id: not-yet, value: 1, text: Not yet}
          - {id: fully, value: 2, text: Fully}
          - {id: not-known, text: Don't know}
        waves: [{id: now, title: Now}]
        items:
          - {id: aw-1, area: awareness, level: self, text: I notice when I am tired.}
          - {id: aw-2, area: awareness, level: self, text: I notice when others are.}
    """
    before: int | None = None
    for point in tool.scale:
        if point.value is None:
            continue
        if before is not None and point.value != before + 1:
            yield Finding(
                point.place("value"),
                f"this point has the number {point.value}, and the one before it has {before}",
                f"write {before + 1}",
            )
        before = point.value
