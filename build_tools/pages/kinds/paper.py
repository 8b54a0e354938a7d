"""Editions for paper: a module with its questions, and a whole pathway, answers at the end."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.course import Course
from build_tools.model.module import Module
from build_tools.model.pathway import Pathway
from build_tools.pages.builder import Builder
from build_tools.pages.catalogue import licence_of
from build_tools.pages.page import Page
from build_tools.pages.paper import Part, part_of

FOLDER = "paper"


def uris(course: Course) -> Iterator[str]:
    """One page for each module that is listed, and for each pathway that has one."""
    yield from (uri_of(module) for module in _written(course, course.file.modules))
    yield from (
        uri_of(pathway) for pathway in course.shown_pathways if _written(course, pathway.modules)
    )


def uri_of(printed: Module | Pathway) -> str:
    """Tell where the edition of a module or a pathway is."""
    folder = "pathways/" if isinstance(printed, Pathway) else ""
    return f"{FOLDER}/{folder}{printed.id}.md"


def make(builder: Builder) -> Iterator[Page]:
    """Everything in the order of reading; nobody finds these pages by searching."""
    course = builder.course
    for module in _written(course, course.file.modules):
        yield _edition(builder, module, [part_of(builder, uri_of(module), module, 0)], None)
    # Writing a module takes long, and all pathways have their editions in one folder.
    kept: dict[str, Part] = {}
    for pathway in course.shown_pathways:
        modules = _written(course, pathway.modules)
        for module in modules:
            if module.id not in kept:
                kept[module.id] = part_of(builder, uri_of(pathway), module, 1)
        if modules:
            yield _edition(builder, pathway, [kept[module.id] for module in modules], pathway)


def _edition(
    builder: Builder, printed: Module | Pathway, parts: list[Part], pathway: Pathway | None
) -> Page:
    back = f"pathways/{pathway.id}.md" if pathway else f"{parts[0].module.folder}/index.md"
    return builder.page(
        "paper",
        uri_of(printed),
        builder.translations.gettext("%s, on paper") % printed.title,
        builder.translations.gettext("To print: the text, the questions, and their answers."),
        sources=(f"course/pathways/{pathway.id}.yml" if pathway else back,),
        meta={"robots": "noindex", "search": {"exclude": True}, "styled": True},
        back=back,
        name=printed.title,
        pathway=pathway,
        on_paper=parts,
        licence=licence_of(builder.course),
    )


def _written(course: Course, ids: tuple[str, ...]) -> list[Module]:
    modules = (course.modules.get(id) for id in ids)
    return [module for module in modules if module and "index.md" in module.documents]
