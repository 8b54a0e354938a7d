"""What the templates of an instrument use to write its fields; they know it as ``sheet``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from build_tools.instruments.field import Field, Point
from build_tools.instruments.instrument import Instrument
from build_tools.model.module import Module
from build_tools.pages.writer import Writer


class Drawn(NamedTuple):
    """Where a field's content comes from: a field on the page of an earlier instrument."""

    source: str
    address: str
    title: str
    label: str


class Sheet:
    """One instrument on one page."""

    def __init__(self, page: Writer, tool: Instrument) -> None:
        self.page = page
        self.tool = tool
        self.course = page.builder.course

    def field(self, field: Field, goal: int = 0) -> Markup:
        """Show one field with room to fill it in; ``goal`` is the goal of a plan it belongs to."""
        name = f"goal-{goal}-{field.id}" if goal > 1 else f"field-{field.id}"
        return self.page.builder.render(
            f"instruments/fields/{field.type.replace('-', '_')}.html",
            page=self.page,
            sheet=self,
            tool=self.tool,
            field=field,
            name=name,
            goal=goal,
        )

    def points(self, field: Field) -> tuple[Point, ...]:
        """The points of a scale or a grid: its own, or those that its form shares."""
        own: tuple[Point, ...] = getattr(field, "scale", ()) or getattr(self.tool, "scale", ())
        return own

    def drawn(self, field: Field) -> Iterator[Drawn]:
        """What a field draws on, as far as it is there."""
        for source, _ in field.carried:
            home, _, id = source.partition("/")
            tool = self.course.tools.get(home)
            for other in tool.fields if tool else ():
                if tool and other.id == id:
                    address = self.page.url(f"tools/{home}.md", f"field-{id}")
                    yield Drawn(source, address, tool.title, other.label)

    def answer(self, field: Field, value: str) -> str:
        """The words of an answer that a rule is about."""
        gettext = self.page.builder.translations.gettext
        words = {"yes": gettext("Yes"), "no": gettext("No")} if field.type == "yesno" else {}
        options = (*getattr(field, "options", ()), *self.points(field))
        words |= {option.id: option.text for option in options}
        return words.get(value, value)

    def rules(self, field: Field) -> str:
        """What answers lead to, as JSON for a script."""
        return json.dumps({value: list(to) for value, to in field.if_value.items()})

    def next_steps(self, area: str, level: str) -> list[Module]:
        """The published modules that build one cell of the grid."""
        return [m for m in self.course.published if m.area == area and level in m.levels]
