"""For trainers: facilitator notes, linked from the footer only and kept out of search engines."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page
from build_tools.pages.story_map import draw

URI = "trainers/index.md"


def uris(course: Course) -> Iterator[str]:
    """An overview and one page for each module that has notes."""
    yield URI
    yield from (f"trainers/notes/{id}.md" for id, m in course.modules.items() if m.facilitator)


def make(builder: Builder) -> Iterator[Page]:
    """The notes as written, with the branches of the module's story, and the way to them."""
    gettext = builder.translations.gettext
    modules = [m for m in builder.course.modules.values() if m.facilitator is not None]
    yield builder.page(
        "trainers",
        URI,
        gettext("For trainers"),
        gettext("Notes for running the modules with a group."),
        sources=("course/course.yml",),
        modules=modules,
        meta={"search": {"exclude": True}},
    )
    for module in modules:
        assert module.facilitator is not None
        headings = module.facilitator.headings
        yield builder.page(
            "notes",
            f"trainers/notes/{module.id}.md",
            headings[0].text if headings else module.title,
            gettext("Notes for running this module with a group."),
            sources=(
                module.facilitator.file,
                *((f"{module.folder}/scenario.yml",) if module.scenario else ()),
            ),
            document=module.facilitator,
            story=module.scenario,
            picture=draw(module.scenario) if module.scenario else None,
            meta={"search": {"exclude": True}, "styled": module.scenario is not None},
        )
