"""Links as they are written: where each stands, and where on disk it leads.

A trainer writes links as they work on disk and in a repository's web view; the site rewrites
them. What can be reached is a page or an image: a ``.md`` file of ``course/`` or of a module, a
quiz, a listed pathway, an instrument, the glossary, the contacts, the page on the host. Other
files never reach the site.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any
from urllib.parse import unquote

from build_tools.core.diagnostics import Place, TextPlace, YamlPlace
from build_tools.core.document import Document, scan
from build_tools.model.course import Course
from build_tools.model.module import declared_ids

GLOSSARY = "course/glossary.yml"
# Data files of the frame that have a page of their own.
FRAME = frozenset({GLOSSARY, "course/support.yml", "course/host.yml"})
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Written:
    """A link or an image in the file where it is written."""

    file: str
    place: Place
    text: str
    target: str
    image: bool

    @property
    def scheme(self) -> str:
        """What stands before the colon, such as ``https``; empty for a path on disk.

        Browsers skip spaces and control signs inside it, so they are skipped here too.
        """
        match = SCHEME.match(re.sub(r"[\x00-\x20\x7f]", "", self.target))
        return match.group(1).lower() if match else ""


def documents(course: Course) -> Iterator[Document]:
    """Every Markdown file: the pages of ``course/``, and each module's with its notes."""
    yield from course.pages.values()
    for module in course.modules.values():
        yield from module.documents.values()
        if module.facilitator is not None:
            yield module.facilitator


def links(course: Course) -> Iterator[Written]:
    """Every link and image, in Markdown files and in the texts of YAML files."""
    for document in documents(course):
        for link in document.links:
            place = TextPlace(document.file, link.line, link.column)
            yield Written(document.file, place, link.text, link.target, link.image)
    for file in course.source.files(r".*\.ya?ml"):
        if "](" not in course.source.texts[file]:
            continue
        for path, text in _texts(course.source.yaml(file), ()):
            for link in scan(text, file).links:
                yield Written(file, YamlPlace(file, path), link.text, link.target, link.image)


def _texts(data: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts(value, (*path, index))
    elif isinstance(data, str) and "](" in data:
        yield path, data


def follow(course: Course, file: str, target: str) -> tuple[str, str] | None:
    """Follow a path on disk from a file to (file, anchor); None where it reaches no page or image.

    A file that is there but could not be read counts as reached: it has its own fault.
    """
    path, _, anchor = target.partition("#")
    path, anchor = unquote(path.partition("?")[0]), unquote(anchor)
    if not path:
        return file, anchor
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
    for candidate in (joined, posixpath.join(joined, "index.md")):
        if reaches(course, candidate):
            return candidate, anchor
    return None


def reaches(course: Course, path: str) -> bool:
    """Say whether a file of the project is a page or an image of the site."""
    source = course.source
    if path in course.pages or path in source.images or path in source.broken or path in FRAME:
        return True
    folder, name = posixpath.split(path)
    stem, ending = posixpath.splitext(name)
    if folder.startswith("modules/") and folder.count("/") == 1 and ending == ".md":
        id = folder.removeprefix("modules/")
        return path in source.texts or (name == "index.md" and id in course.known["module"])
    if ending in (".yml", ".yaml") and path in source.texts:
        listed = folder == "course/pathways" and stem in course.file.pathways
        return listed or folder in ("quizzes", "course/tools")
    return False


def nearest(course: Course, file: str, target: str) -> str:
    """Give the path that a broken link may have meant, as it is written from a file, or nothing."""
    start = posixpath.dirname(file)
    path, hash, anchor = target.partition("#")
    joined = posixpath.normpath(posixpath.join(start, unquote(path)))
    for candidate in _other_forms(joined):
        if reaches(course, candidate):
            return posixpath.relpath(candidate, start) + hash + anchor
    known = [
        posixpath.relpath(page, start)
        for page in sorted({*course.source.texts, *course.source.images})
        if reaches(course, page)
    ]
    near = get_close_matches(path, known, n=1, cutoff=0.85)
    return near[0] + hash + anchor if near else ""


def _other_forms(path: str) -> Iterator[str]:
    """Turn an address as it looks on the site, or without its ending, into files on disk."""
    for base in (path, path.lstrip("./"), f"course/{path.lstrip('./')}"):
        stem = base.removesuffix(".html").removesuffix(".md")
        yield from (base, f"{stem}.md", f"{stem}.yml", f"{stem}/index.md")


def anchors(course: Course, path: str) -> frozenset[str] | None:
    """Give the places inside a page that a link may name, or None where that is not known."""
    if path == GLOSSARY:
        if path not in course.source.texts or path in course.source.broken:
            return None
        return declared_ids(course.source.yaml(path), "terms")
    document = _document(course, path)
    if document is None:
        return None
    tasks = {
        f"{block.name}-{block.argument}"
        for block in document.blocks
        if block.name in ("reflect", "practice")
    }
    # A paragraph or an image may carry an address too: “Text {#here}”.
    braces = re.findall(r"\{[^}\n]*?#([^\s}]+)[^}\n]*\}", document.text)
    return document.anchors | tasks | frozenset(braces)


def _document(course: Course, path: str) -> Document | None:
    if path in course.pages:
        return course.pages[path]
    parts = path.split("/")
    module = course.modules.get(parts[1]) if len(parts) == 3 and parts[0] == "modules" else None
    if module is None:
        return None
    return module.facilitator if parts[2] == "facilitator.md" else module.documents.get(parts[2])
