"""A branching story as a map: which step leads where, and whether it can come to an end.

The map is drawn from the file itself as well as from the record, so that a response or a step with
some other fault still counts as a way, and nobody is told of a dead end that is only a misspelt
field.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from build_tools.activities.scenario import Scenario
from build_tools.core.yaml_text import Table
from build_tools.model.course import Course
from build_tools.model.module import Module


@dataclass(frozen=True)
class Story:
    """A module's story. ``ways`` maps each step to the steps that its responses name, in order."""

    module: Module
    scenario: Scenario
    ways: dict[str, tuple[str, ...]]

    def faulty(self, step: str) -> bool:
        """Say whether a step, or a response of it, could not be read and is told of elsewhere."""
        record = self.scenario.steps.get(step)
        return record is None or len(record.responses) != len(self.ways[step])

    def reached(self) -> frozenset[str]:
        """Give the steps that can be reached from the start."""
        return self._after((self.scenario.start,))

    def _after(self, steps: Iterable[str]) -> frozenset[str]:
        """Give these steps and all that come after them."""
        found: set[str] = set()
        ahead = list(steps)
        while ahead:
            step = ahead.pop()
            if step in self.ways and step not in found:
                found.add(step)
                ahead += self.ways[step]
        return frozenset(found)

    def breaks_off(self, steps: Collection[str]) -> bool:
        """Say whether one of these steps leads to none that is there, and is no ending."""
        return any(
            set(self.ways[id]) - self.ways.keys()
            or (
                id in self.scenario.steps
                and not self.ways[id]
                and not self.scenario.steps[id].ending
            )
            for id in steps
        )

    def caught(self) -> tuple[str, ...]:
        """Give the steps that lead on for ever: no way from them comes to a stop.

        A step with no responses is a stop, even where it ought to lead on, and so is one that is
        missing or cannot be read: both are told of by themselves.
        """
        free: set[str] = {
            step
            for step, ways in self.ways.items()
            if not ways or self.faulty(step) or self.scenario.steps[step].ending
        } | {way for ways in self.ways.values() for way in ways if way not in self.ways}
        growing = True
        while growing:
            more = {s for s, ways in self.ways.items() if s not in free and free & set(ways)}
            free |= more
            growing = bool(more)
        return tuple(step for step in self.ways if step not in free)

    def rounds(self) -> list[tuple[str, ...]]:
        """Give each round that no way leads out of, its steps in the order of the file.

        Steps that only lead into a round are in none: they end well once the round has a way out.
        """
        after = {step: self._after(self.ways[step]) for step in self.caught()}
        closed = {steps for steps in after.values() if all(after[id] == steps for id in steps)}
        found = [tuple(step for step in after if step in steps) for steps in closed]
        return sorted(found, key=lambda steps: list(after).index(steps[0]))


def stories(course: Course) -> Iterator[Story]:
    """Draw the map of every story of a course."""
    for module in course.modules.values():
        if module.scenario is not None:
            data = course.source.yaml(f"{module.folder}/scenario.yml")
            steps = data.get("steps") if isinstance(data, Table) else None
            ways = (
                {id: _ways(step) for id, step in steps.items()} if isinstance(steps, Table) else {}
            )
            yield Story(module, module.scenario, ways)


def _ways(step: object) -> tuple[str, ...]:
    responses = step.get("responses") if isinstance(step, Table) else None
    if not isinstance(responses, list):
        return ()
    return tuple(str(part.get("goto", "")) if isinstance(part, Table) else "" for part in responses)
