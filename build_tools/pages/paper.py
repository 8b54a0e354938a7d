"""What a page on paper does otherwise: nothing is chosen or typed, and answers wait at the end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from build_tools.activities.question import Question
from build_tools.activities.scenario import Scenario
from build_tools.model.module import Module
from build_tools.pages.page import fill
from build_tools.pages.writer import Writer

if TYPE_CHECKING:
    from build_tools.pages.builder import Builder

# Where an element is named, and where another names it.
_ID = re.compile(r'( (?:id|aria-labelledby)="|<a href="#)(?!source-)([^" ]+)"')
_HEADING = re.compile(r"(</?h)([2-5])\b")
_SLOT = re.compile(r"<!--tr:(\d+)-->")


@dataclass(frozen=True)
class Part:
    """A module as an edition holds it: its text, its answers, and the sources that both cite."""

    module: Module
    text: Markup
    answers: Markup
    cited: dict[str, None]


def part_of(builder: Builder, uri: str, module: Module, level: int) -> Part:
    """Write a module for the edition at an address; ``level`` is by how much headings go down."""
    writer = PaperWriter(builder, uri, module)
    text, answers = (
        writer.whole(builder.render(template, page=writer, module=module), level)
        for template in ("paper_module.html", "paper_answers.html")
    )
    return Part(module, text, answers, writer.cited)


class PaperWriter(Writer):
    """Writes one module of an edition, at the address from which its links lead.

    ``answers`` are the model answers of the reflections met so far.
    """

    def __init__(self, builder: Builder, uri: str, module: Module) -> None:
        super().__init__(builder, uri, f"{module.folder}/index.md", module)
        self.answers: list[str] = []

    def question(
        self, question: Question, quiz: str, number: int, total: int, heading: int = 3
    ) -> Markup:
        """Show what is asked, with room to answer by pen."""
        return self._part("question", question, number, total, heading)

    def answer(self, question: Question, number: int, total: int, heading: int = 3) -> Markup:
        """Show what fits, and why."""
        return self._part("answer", question, number, total, heading)

    def _part(self, part: str, question: Question, number: int, total: int, heading: int) -> Markup:
        return self.builder.render(
            f"{question.type.replace('-', '_')}/template.html",
            page=self,
            paper=part,
            question=question,
            number=number,
            total=total,
            heading=heading,
            name=f"q-{question.id}",
        )

    def story(self, story: Scenario) -> Markup:
        """Show all of a story."""
        return self.builder.render("scenario/template.html", page=self, story=story, paper=True)

    def block(self, name: str, argument: str) -> Markup:
        """Leave questions to the end of the module."""
        self.placed.add(name)
        return Markup("") if name == "quiz" else super().block(name, argument)

    def task(self, name: str, argument: str) -> tuple[Markup, Markup]:
        """Give lines to write on; a model answer comes with the other answers."""
        above, _ = super().task(name, argument)
        if name != "reflect":
            return above, Markup("")
        assert self.module is not None
        self.answers += [
            placed.task.answer
            for placed in self.module.tasks
            if placed.kind == name and placed.id == argument and placed.task.answer
        ]
        return above, self.slot(self.builder.render("paper_lines.html"))

    def whole(self, html: str, level: int) -> Markup:
        """Fill the slots, and make headings and ids fit into a page of several modules.

        ``level`` is by how much headings go down; where it is 0 the page has this module alone.
        """
        html = fill(html, tuple(self.slots))
        while _SLOT.search(html):
            html = fill(html, tuple(self.slots))
        if level:
            assert self.module is not None
            html = _ID.sub(rf'\1{self.module.id}--\2"', html)
            html = _HEADING.sub(lambda m: f"{m[1]}{min(int(m[2]) + level, 6)}", html)
        return Markup(html)
