"""What the answers to a capacity self-assessment come to: a map in words, and never a sum.

The rule is the course's own and a plain-sense one, not a statistic (`scoring:` in the instrument's
file has its numbers):

- A cell is shown if enough of its statements were answered, two of three as a rule; in the short
  form its one statement is enough. It is worded by the point of the scale that is nearest to the
  mean; halfway between two, by the lower one, which claims less.
- An area or a level is the mean of its shown cells, and shown if there are at least two.
- Two waves are compared on the statements that were answered in both, in the same edition. A cell
  is called changed only if the mean of these moves by 0.6 or more: two one-step moves among three
  statements. Where one wave is a short form, one full step of its one statement is needed.
- The next steps lead to the two lowest cells that are shown; of equal ones, to those that come
  first in the course.

A statement, or the whole instrument, that got another id is found under its earlier ones too; of
several answers the last counts.

All arithmetic is exact (`Fraction`), so that a browser, which counts in whole numbers, comes to the
same. A wave counts as a short form if nothing but statements of the short form was answered in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from build_tools.learning.events import Event
from build_tools.learning.fold import fold

Cell = tuple[str, str]


class Change(Enum):
    """How a cell moved between two waves."""

    MORE = "more"
    LESS = "less"
    NO_CLEAR_CHANGE = "no-clear-change"
    NOT_COMPARABLE = "not-comparable"


@dataclass(frozen=True)
class Rule:
    """An instrument as far as results need it.

    ``items`` maps each statement to its area and level; ``cells`` are all cells in the course's
    order; ``points`` maps the numbers of the scale to their words. ``was`` maps statements to their
    earlier ids, ``earlier`` are those of the instrument. The rest is ``scoring:``.
    """

    tool: str
    items: Mapping[str, Cell]
    cells: tuple[Cell, ...]
    points: Mapping[int, str]
    short_form: frozenset[str] = frozenset()
    cell: int = 2
    line: int = 2
    change: Fraction = Fraction(3, 5)
    short_change: Fraction = Fraction(1)
    lowest: int = 2
    was: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    earlier: tuple[str, ...] = ()


class Answer(NamedTuple):
    """A number of the scale, and the edition of the statement it was given for."""

    value: int
    rev: int


@dataclass(frozen=True)
class Wave:
    """One wave's results. Cells, areas and levels that are not shown are not there."""

    rule: Rule
    answers: Mapping[str, Answer] = field(default_factory=dict)

    @property
    def short(self) -> bool:
        """Whether nothing but the short form was answered."""
        return bool(self.answers) and self.answers.keys() <= self.rule.short_form

    @property
    def cells(self) -> dict[Cell, Fraction]:
        """The mean of each cell that is shown."""
        needed = 1 if self.short else self.rule.cell
        return {
            cell: _mean(values)
            for cell in self.rule.cells
            if len(values := [self.answers[id].value for id in self.answered(cell)]) >= needed
        }

    @property
    def lines(self) -> dict[str, Fraction]:
        """The mean of each area and each level that is shown."""
        cells = self.cells
        found: dict[str, list[Fraction]] = {}
        for cell, mean in cells.items():
            for name in cell:
                found.setdefault(name, []).append(mean)
        return {
            name: sum(means, Fraction(0)) / len(means)
            for name, means in found.items()
            if len(means) >= self.rule.line
        }

    @property
    def lowest(self) -> tuple[Cell, ...]:
        """The lowest cells that are shown, the lowest first."""
        cells = self.cells
        return tuple(sorted(cells, key=lambda cell: cells[cell])[: self.rule.lowest])

    def answered(self, cell: Cell) -> tuple[str, ...]:
        """The statements of a cell that were answered with a number."""
        return tuple(
            id for id, home in self.rule.items.items() if home == cell and id in self.answers
        )

    def words(self, mean: Fraction) -> str:
        """The words of the point that is nearest to a mean."""
        return self.rule.points[min(self.rule.points, key=lambda value: (abs(value - mean), value))]


def wave(events: Iterable[Event], rule: Rule, name: str) -> Wave:
    """Read one wave out of a record; the last answer to each statement counts."""
    ratings = fold(events)["ratings"]
    answers = {}
    for item in rule.items:
        names = [
            f"{tool}/{name}/{id}"
            for tool in (rule.tool, *rule.earlier)
            for id in (item, *rule.was.get(item, ()))
        ]
        found = [ratings[key] for key in names if key in ratings]
        # Of two in the same millisecond, the one under today's name.
        last = max(found, key=lambda rating: rating["at"], default=None)
        # What is no point of the scale, “don't know” above all, is left out of every mean.
        if last is not None and last["value"] in rule.points:
            answers[item] = Answer(last["value"], last["rev"])
    return Wave(rule, answers)


def changes(before: Wave, after: Wave) -> dict[Cell, Change]:
    """Say of every cell how it moved from one wave to another."""
    return {cell: _change(before, after, cell) for cell in before.rule.cells}


def _change(before: Wave, after: Wave, cell: Cell) -> Change:
    rule = before.rule
    short = before.short or after.short
    both = [
        id
        for id in before.answered(cell)
        if id in after.answers and before.answers[id].rev == after.answers[id].rev
    ]
    if len(both) < (1 if short else rule.cell):
        return Change.NOT_COMPARABLE
    moved = _mean([after.answers[id].value - before.answers[id].value for id in both])
    if abs(moved) < (rule.short_change if short else rule.change):
        return Change.NO_CLEAR_CHANGE
    return Change.MORE if moved > 0 else Change.LESS


def _mean(values: list[int]) -> Fraction:
    return Fraction(sum(values), len(values))
