"""What the templates of an instrument use to write its fields; they know it as ``sheet``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from build_tools.instruments.field import Field, Point
from build_tools.instruments.form import Suggest
from build_tools.instruments.instrument import Instrument
from build_tools.model.module import Module
from build_tools.pages.writer import Writer


class Drawn(NamedTuple):
    """Where a field's content comes from: a field on the page of an earlier instrument.

    ``sources`` are its names, today's first, ``each`` those of the field for each part of which it
    is asked; ``words`` is JSON of its ids and what they say.
    """

    sources: tuple[str, ...]
    address: str
    title: str
    label: str
    type: str
    each: tuple[str, ...]
    words: str


class Suggested(NamedTuple):
    """Modules that an answer leads to; ``of`` is the field and what was chosen in it."""

    of: str
    title: str
    modules: tuple[Module, ...]


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
        for source in field.sources:
            if found := self._found(source):
                tool, other = found
                address = self.page.url(f"tools/{tool.id}.md", f"field-{other.id}")
                words = self._words(tool, other)
                each = getattr(other, "each", None)
                yield Drawn(
                    self.known(source),
                    address,
                    tool.title,
                    other.label,
                    other.type,
                    self.known(each) if each else (),
                    json.dumps(words, ensure_ascii=False) if words else "",
                )

    def known(self, source: str) -> tuple[str, ...]:
        """Every name under which a field of another instrument may have been kept."""
        found = self._found(source)
        if found is None:
            return (source,)
        tool, field = found
        return tuple(f"{t}/{f}" for t in (tool.id, *tool.was) for f in (field.id, *field.was))

    def before(self) -> tuple[str, ...]:
        """The instruments that this one draws on, and those that they draw on."""
        found: list[str] = []
        queue = [self.tool]
        while queue:
            for field in queue.pop(0).fields:
                for source, _ in field.carried:
                    tool = self.course.tools.get(source.partition("/")[0])
                    if tool and tool.id not in found and tool is not self.tool:
                        found.append(tool.id)
                        queue.append(tool)
        return tuple(found)

    def never(self) -> tuple[str, ...]:
        """The fields of this one and of those before it that no file may hold."""
        tools = (self.tool, *(self.course.tools[id] for id in self.before()))
        return tuple(f"{t.id}/{field.id}" for t in tools for field in t.fields if field.sensitive)

    def first_goal(self) -> tuple[str, ...]:
        """The answers that become a plan's first goal: ``needs-assessment/safety-check=no``."""
        return tuple(
            f"{tool.id}/{field.id}={value}"
            for tool in self.course.tools.values()
            for field in tool.fields
            for value, outcomes in field.if_value.items()
            if "first-goal" in outcomes
        )

    def suggestions(self) -> Iterator[Suggested]:
        """The modules that answers of a form lead to."""
        suggest: Suggest | None = getattr(self.tool, "suggest", None)
        if suggest is None:
            return
        for id, options in suggest.needs.items():
            for option in getattr(self._field(id), "options", ()):
                modules = tuple(
                    m for m in self.course.published if m.id in options.get(option.id, ())
                )
                if modules:
                    yield Suggested(f"{id}/{option.id}", option.text, modules)
        for row in getattr(self._field(suggest.areas), "rows", ()):
            modules = tuple(m for m in self.course.published if m.area == row.id)
            if modules:
                yield Suggested(f"{suggest.areas}/{row.id}", row.text, modules)

    def _field(self, id: str | None) -> Field | None:
        return next((field for field in self.tool.fields if field.id == id), None)

    def _found(self, source: str) -> tuple[Instrument, Field] | None:
        home, _, id = source.partition("/")
        tool = self.course.tools.get(home)
        return next(((tool, f) for f in tool.fields if f.id == id), None) if tool else None

    def _words(self, tool: Instrument, field: Field) -> dict[str, str]:
        """What the ids that may be kept of a field say."""
        points = getattr(field, "scale", ()) or getattr(tool, "scale", ())
        named = (
            *getattr(field, "options", ()),
            *getattr(field, "rows", ()),
            *(points if field.type in ("scale", "grid") else ()),
        )
        words = {id: option.text for option in named for id in (option.id, *option.was)}
        if field.type == "yesno":
            gettext = self.page.builder.translations.gettext
            words |= {"yes": gettext("Yes"), "no": gettext("No")}
        return words

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
