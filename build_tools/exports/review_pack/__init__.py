"""What a clinician, or somebody who has lived through it, needs to read a course for its makers.

One document for each module, to print or to open: its claims with their sources, the passages that
may be hard to read, the questions with their answers, its story, and room for remarks. Each is
one file of HTML that loads nothing and has no script. An index says which module holds what.
"""

from __future__ import annotations

import base64
import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from build_tools.activities.question import Question
from build_tools.checks import sections
from build_tools.core import pictures
from build_tools.core.document import Document, scan
from build_tools.exports.review_pack.cited_sentences import CitedSentence, cited_sentences
from build_tools.model.course import Course
from build_tools.model.glossary import Term
from build_tools.model.module import ContentNote, Module
from build_tools.pages.builder import Builder
from build_tools.pages.compiler import site_of
from build_tools.pages.paper import PaperWriter
from build_tools.pages.writer import Writer

INDEX = "index.html"
STYLE = Path(__file__).parent / "style.css"
_LINK = re.compile(r'<a\b[^>]*\bhref="([^"]*)"[^>]*>(.*?)</a>', re.S)
_HEADING = re.compile(r"(</?h)([2-5])\b")
_TITLE = re.compile(r"<h3>.*?</h3>\n?")
_ID = re.compile(r'\bid="([^"]+)"')
_TERM = re.compile(r"\(term:([\w-]+)\)")


class Passage(NamedTuple):
    """A part of a module that has content notes, with the title and the text of that part."""

    title: str
    notes: tuple[ContentNote, ...]
    document: Document


class ReviewWriter(PaperWriter):
    """Writes a module for a reviewer: pictures are inside the file, answers are where they belong.

    Boxes that say the same in every module are only named, so that what is new is seen.
    """

    def link(self, target: str) -> str:
        """Put a picture into the document itself; other links are taken off afterwards."""
        course = self.builder.course
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.file), target))
        if path not in course.source.images:
            return super().link(target)
        data = pictures.published(course.source.root / path)
        kind = (
            "svg+xml" if path.endswith(".svg") else path.rpartition(".")[2].replace("jpg", "jpeg")
        )
        return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"

    def block(self, name: str, argument: str) -> Markup:
        """Name what stands here; a story has a part of its own."""
        self.placed.add(name)
        return self.builder.render("exports/review_pack/block.html", block=name)

    def task(self, name: str, argument: str) -> tuple[Markup, Markup]:
        """Show a task with its model answer."""
        waiting = len(self.answers)
        above, _ = super().task(name, argument)
        answers = self.answers[waiting:]
        below = "".join(
            self.builder.render("exports/review_pack/answer.html", page=self, answer=answer)
            for answer in answers
        )
        return above, self.slot(below) if below else Markup("")

    def fits(self, question: Question, number: int, total: int) -> Markup:
        """Show what fits, and why, right below what is asked."""
        return Markup(_TITLE.sub("", self.answer(question, number, total), count=1))

    def passage(self, document: Document) -> Markup:
        """Render a part of a page below a heading of the third level."""
        html = self.document(document)
        return Markup(_HEADING.sub(lambda m: f"{m[1]}{max(int(m[2]) + 1, 4)}", html))


def export(course: Course, target: Path, only: Iterable[str] = ()) -> list[str]:
    """Write the documents and their index; ``only`` names the modules, else all that are listed."""
    wanted = set(only)
    modules = [m for m in course.published if not wanted or m.id in wanted]
    builder = Builder(course, site_of(course, directory_urls=False))
    target.mkdir(parents=True, exist_ok=True)
    documents = {INDEX: _index(builder, modules)}
    documents |= {f"{module.id}.html": _document(builder, module) for module in modules}
    for name, html in documents.items():
        (target / name).write_text(html, encoding="utf-8", newline="\n")
    return list(documents)


def passages(module: Module) -> tuple[Passage, ...]:
    """The parts with a note of exposure 2 or 3, each once, in the order of the text.

    A part inside another that is there already only adds its notes to it.
    """
    found: list[tuple[sections.Section, list[ContentNote]]] = []
    names = list(module.documents)
    placed = [(section, note) for _, note, section in sections.sensitive(module)]
    for section, note in sorted(
        placed,
        key=lambda one: (
            names.index(posixpath.basename(one[0].document.file)),
            one[0].first,
            -one[0].last,
        ),
    ):
        for other, notes in found:
            if other.document is section.document and other.first <= section.first <= other.last:
                notes.append(note)
                break
        else:
            found.append((section, [note]))
    return tuple(_passage(module, section, notes) for section, notes in found)


def _passage(module: Module, section: sections.Section, notes: list[ContentNote]) -> Passage:
    lines = section.document.text.split("\n")[section.first - 1 : section.last]
    heading = [h for h in section.document.headings if h.line == section.first]
    if heading:
        lines = lines[1:]
    title = heading[0].text if heading else module.title
    return Passage(title, tuple(notes), scan("\n".join(lines), section.document.file))


def claims(module: Module) -> Iterator[CitedSentence]:
    """The cited sentences of a module's pages and of its notes for facilitators."""
    for document in (*module.documents.values(), module.facilitator):
        if document is not None:
            yield from cited_sentences(document)


def terms(course: Course, module: Module) -> tuple[Term, ...]:
    """The words of the glossary that a module's pages link to, in the order of the alphabet."""
    used = {id for document in module.documents.values() for id in _TERM.findall(document.text)}
    return tuple(
        sorted(
            (term for id, term in course.terms.items() if id in used),
            key=lambda term: term.term.casefold(),
        )
    )


def labels(course: Course, module: Module, keys: Iterable[str]) -> tuple[str, ...]:
    """What key points call the evidence of some sources: in this module, else in any."""
    wanted = set(keys)
    for modules in ((module,), course.published):
        kinds = [p.evidence for m in modules for p in m.key_points if wanted & set(p.cites)]
        if kinds:
            return tuple(dict.fromkeys(kinds))
    return ()


def _index(builder: Builder, modules: list[Module]) -> str:
    course = builder.course
    page = Writer(builder, "review-pack/index.md", "course/course.yml")
    rows = [(module, len(module.key_points) + len(list(claims(module)))) for module in modules]
    quizzes = {module.id: course.quiz_of(module) for module in modules}
    return _finished(builder, page, "exports/review_pack/index.html", rows=rows, quizzes=quizzes)


def _document(builder: Builder, module: Module) -> str:
    course = builder.course
    page = ReviewWriter(builder, f"review-pack/{module.id}.md", module)
    quiz = course.quiz_of(module)
    questions = list(enumerate(quiz.questions if quiz else (), 1))
    critical = [one for one in questions if one[1].critical]
    return _finished(
        builder,
        page,
        "exports/review_pack/module.html",
        module=module,
        passages=passages(module),
        claims=list(claims(module)),
        terms=terms(course, module),
        labels=lambda keys: labels(course, module, keys),
        critical=critical,
        others=[one for one in questions if one not in critical],
        total=len(questions),
        heading_of=lambda note: heading_of(module, note),
    )


def heading_of(module: Module, note: ContentNote) -> str:
    """Say under which heading a content note stands; nothing where it names no heading."""
    section = sections.find(module, note.where) if note.where else None
    headings = section.document.headings if section else ()
    return next((h.text for h in headings if section and h.line == section.first), "")


def _finished(builder: Builder, page: Writer, template: str, **values: object) -> str:
    """Fill a template; links that lead out of the documents are taken off, but web addresses."""
    style = Markup(STYLE.read_text(encoding="utf-8"))
    html = builder.render(template, page=page, style=style, **values)
    if isinstance(page, PaperWriter):
        html = page.whole(html, 0)
    ids = {f"#{id}" for id in _ID.findall(html)}

    def kept(link: re.Match[str]) -> str:
        address, words = link.groups()
        inside = address in ids or re.fullmatch(r"[\w-]+\.html", address)
        return link[0] if inside or re.match(r"(?:https?|mailto|tel|sms):", address) else words

    return re.sub(r"\n\s*\n+", "\n", _LINK.sub(kept, html)).strip() + "\n"
