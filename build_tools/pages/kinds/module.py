"""A module's pages: the trainer's text, framed by what its data says."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page


def uris(course: Course) -> Iterator[str]:
    """One page for each Markdown file of each module, and one for a module too broken to load."""
    for id in sorted(course.known["module"]):
        yield f"modules/{id}/index.md"
        if id in course.modules:
            yield from (f"modules/{id}/{name}" for name in course.modules[id].documents)


def make(builder: Builder) -> Iterator[Page]:
    """The main page with objectives, key points and sources; topic pages with their text."""
    course = builder.course
    for id in sorted(course.known["module"]):
        folder = f"modules/{id}"
        module = course.modules.get(id)
        if module is None or "index.md" not in module.documents:
            yield builder.page(
                "broken",
                f"{folder}/index.md",
                module.title if module else id,
                "",
                sources=(f"{folder}/index.md", f"{folder}/module.yml"),
            )
            continue
        before, after = course.neighbours(module)
        for name, document in module.documents.items():
            main = name == "index.md"
            heading = document.headings[0].text if document.headings else name
            yield builder.page(
                "module" if main else "topic",
                f"{folder}/{name}",
                module.title if main else heading,
                module.description,
                sources=(
                    f"{folder}/{name}",
                    *((f"{folder}/module.yml", f"{folder}/scenario.yml") if main else ()),
                ),
                module=module,
                document=document,
                before=before,
                after=after,
                area=next((a for a in course.file.areas if a.id == module.area), None),
            )
