"""What a template uses to write one page; it is also the context of that page's Markdown."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from markupsafe import Markup

from build_tools.activities.question import Question
from build_tools.activities.scenario import Scenario
from build_tools.core.document import Document
from build_tools.model.items import STORY
from build_tools.model.module import Module, Task

if TYPE_CHECKING:
    from build_tools.pages.builder import Builder


class Writer:
    """Collects what a page cites and hides, and answers the Markdown of that page.

    Templates know it as ``page``. ``file`` is the file on disk whose links are being followed.
    """

    def __init__(self, builder: Builder, uri: str, file: str, module: Module | None = None) -> None:
        self.builder = builder
        self.uri = uri
        self.file = file
        self.module = module
        self.slots: list[Markup] = []
        self.search: list[tuple[str, str, str]] = []
        self.cited: dict[str, None] = {}
        self.has_activities = False
        self.placed: set[str] = set()

    # -- for templates ---------------------------------------------------------------------

    def slot(self, html: str) -> Markup:
        """Hide finished HTML from the site generator; templates call it as a filter."""
        self.slots.append(Markup(html))
        return Markup(f"<!--tr:{len(self.slots) - 1}-->")

    def url(self, uri: str, anchor: str = "") -> str:
        """Link to another page."""
        return self.builder.site.url(self.uri, uri, anchor)

    def has(self, uri: str) -> bool:
        """Say whether the site has a page."""
        return uri in self.builder.site.uris

    def place_url(self, where: str) -> str:
        """Link to a ``page#heading`` of this module."""
        assert self.module is not None
        return self.link_from(f"{self.module.folder}/module.yml", where)

    def document(self, document: Document) -> Markup:
        """Render a Markdown file of the course."""
        before, self.file = self.file, document.file
        html = self.builder.renderer.page(document.text, self)
        self.file = before
        return html

    def sections(self, document: Document) -> Markup:
        """Render a page of this module, with a way to mark each of its parts as done."""
        assert self.module is not None
        html = self.document(document)
        page = posixpath.basename(document.file)
        parts = [part for part in self.module.sections if part.page == page]
        starts = [html.find(f'<h2 id="{part.anchor}"') for part in parts]
        for start, part in reversed(list(zip([*starts[1:], len(html)], parts, strict=False))):
            end = self.slot(
                self.builder.render("section_end.html", page=self, part=part, module=self.module)
            )
            if start >= 0:
                html = Markup(html[:start] + end + html[start:])
        return html

    def md(self, text: str) -> Markup:
        """Render a text of a YAML file as paragraphs and lists."""
        return self.builder.renderer.text(text, self)

    def inline(self, text: str) -> Markup:
        """Render a text of a YAML file that is one paragraph."""
        return self.builder.renderer.inline(text, self)

    def led(self, start: str, text: str) -> Markup:
        """Render a text of a YAML file with other words at the start of its first paragraph."""
        html = self.md(text)
        if html.startswith("<p>"):
            return Markup("<p>{} {}").format(start, html[3:])
        return Markup("<p>{}</p>{}").format(start, html)

    def known_as(self, question: Question, quiz: str) -> tuple[str, ...]:
        """Earlier names under which a record may hold a question, each as ``old-quiz/old-id``."""
        return self.builder.course.locked.known_as(f"{quiz}/{question.id}")

    def question(
        self, question: Question, quiz: str, number: int, total: int, heading: int = 2
    ) -> Markup:
        """Show one question of a quiz, complete without JavaScript."""
        self.has_activities = True
        kind = question.type.replace("-", "_")
        return self.builder.render(
            f"{kind}/template.html",
            page=self,
            paper="",
            question=question,
            quiz=quiz,
            known_as=self.known_as(question, quiz),
            number=number,
            total=total,
            heading=heading,
            name=f"q-{question.id}",
        )

    def story(self, story: Scenario) -> Markup:
        """Show a branching story, complete without JavaScript."""
        self.has_activities = True
        start = f"{STORY}:"
        keys = self.builder.course.locked.known_as(start + story.id)
        known_as = [key.removeprefix(start) for key in keys]
        return self.builder.render(
            "scenario/template.html", page=self, story=story, paper=False, known_as=known_as
        )

    def was_placed(self, name: str) -> bool:
        """Say whether the text already holds a block of that name."""
        return name in self.placed

    def heading_of(self, where: str) -> str:
        """Give the words of the heading that a ``page#heading`` of this module names."""
        assert self.module is not None
        return self.heading_in(self.module, where)

    def heading_in(self, module: Module, where: str) -> str:
        """Give the words of a heading of any module; the module's title where there is none."""
        name, _, anchor = where.partition("#")
        document = module.documents.get(name)
        for heading in document.headings if document else ():
            if heading.anchor == anchor or not anchor:
                return heading.text
        return module.title

    @property
    def all_sources(self) -> list[str]:
        """Every source that anything in the course cites."""
        return self.builder.bibliography.sorted(self.builder.course.references)

    @property
    def sources(self) -> list[str]:
        """The keys cited so far, in the order of a list of sources."""
        return self.builder.bibliography.sorted(self.cited)

    def cite_also(self, keys: tuple[str, ...]) -> Markup:
        """Cite and take note, for templates; nothing where there are no keys."""
        return self.cite(keys) if keys else Markup("")

    def link_from(self, file: str, target: str) -> str:
        """Turn a link as it works on disk from a file into a relative address."""
        found = self.builder.site.on_disk(file, target)
        if found is None:
            return target
        return self.builder.site.url(self.uri, found[0], found[1])

    # -- for Markdown ----------------------------------------------------------------------

    def link(self, target: str) -> str:
        """Turn a link as it works on disk into a relative address; images are meant too."""
        if target.startswith(("mailto:", "tel:", "sms:")):
            return target
        return self.link_from(self.file, target)

    def size(self, target: str) -> tuple[int, int] | None:
        """Give width and height of an image, so that its place on the page is kept free."""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.file), unquote(target)))
        return self.builder.course.source.size(path)

    def term(self, id: str) -> str:
        """Link to the glossary."""
        return self.url("glossary.md", id)

    def cite(self, keys: tuple[str, ...]) -> Markup:
        """Author and year in brackets, each linked to its entry on this page."""
        parts = []
        for key in keys:
            self.cited[key] = None
            label = self.builder.bibliography.label(key)
            parts.append(Markup('<a href="#source-{}">{}</a>').format(key, label))
        return Markup('<span class="tr-cite">({})</span>').format(Markup("; ").join(parts))

    def block(self, name: str, argument: str) -> Markup:
        """Show what a block without text stands for."""
        self.placed.add(name)
        if name == "quiz" and argument:
            return self._one_question(argument)
        shown = self.builder.render(
            f"blocks/{name}.html", page=self, module=self.module, argument=argument
        )
        return self.slot(shown)

    def earlier_keys(self, home: str, id: str, was: tuple[str, ...] = ()) -> str:
        """Keys of a note before its module or its question was renamed, separated by spaces."""
        module = self.builder.course.modules.get(home)
        homes = (home, *(module.was if module is not None else ()))
        keys = [f"{place}/{name}" for place in homes for name in (id, *was)]
        return " ".join(keys[1:])

    def task(self, name: str, argument: str) -> tuple[Markup, Markup]:
        """Give the label above a task, and below it a place to write and the model answer."""
        self.has_activities |= name == "reflect"
        tasks = self.module.tasks if self.module is not None else ()
        task = next((t.task for t in tasks if t.kind == name and t.id == argument), Task())
        above, below = (
            self.builder.render(f"blocks/{name}.html", page=self, part=part, id=argument, task=task)
            for part in ("above", "below")
        )
        return above, self.slot(below) if below.strip() else Markup("")

    def _one_question(self, id: str) -> Markup:
        quiz = self.builder.course.quizzes.get(self.module.id) if self.module else None
        for number, question in enumerate(quiz.questions if quiz else (), 1):
            if question.id == id and quiz is not None:
                return self.slot(self.question(question, quiz.id, number, len(quiz.questions), 3))
        return Markup("")
