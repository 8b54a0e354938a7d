"""What a page on paper does otherwise: nothing is chosen or typed, and answers wait at the end."""

from __future__ import annotations

import re

from markupsafe import Markup

from build_tools.activities.question import Question
from build_tools.activities.scenario import Scenario
from build_tools.model.module import Module
from build_tools.pages.page import fill
from build_tools.pages.writer import Writer

# Where an element is named, and where another names it.
_ID = re.compile(r'( (?:id|aria-labelledby)="|<a href="#)(?!source-)([^" ]+)"')
_HEADING = re.compile(r"(</?h)([2-5])\b")
_SLOT = re.compile(r"<!--tr:(\d+)-->")


class PaperWriter(Writer):
    """Writes one module of the edition that ``page`` writes, which lists what is cited.

    ``answers`` are the model answers of the reflections met so far.
    """

    def __init__(self, page: Writer, module: Module) -> None:
        super().__init__(page.builder, page.uri, f"{module.folder}/index.md", module)
        self.cited = page.cited
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
