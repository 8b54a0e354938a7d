"""What catalogues, search engines and chat programs are told of a page.

The home page is a schema.org ``Course``; modules, quizzes and pathways are ``LearningResource``s
with their objectives, time, level and licence. Every page for learners has Dublin Core; where the
host says at which address the course is, it has OpenGraph too. Nothing here is fetched or run.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from build_tools.core.document import plain
from build_tools.model.course import Course
from build_tools.model.host import Organisation
from build_tools.model.module import Module
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page

CARD = "assets/trellis/card.png"
CARD_SIZE = (1200, 630)
Thing = dict[str, Any]
_CC = re.compile(r"CC[ -](BY(?:-NC)?(?:-SA|-ND)?)[ -](\d\.\d)", re.I)


def entry(page: Page, builder: Builder) -> dict[str, Any]:
    """Give a page's ``data`` (JSON-LD as text), ``terms`` (Dublin Core) and ``shared`` lines."""
    if page.uri.startswith("trainers/"):
        return {"data": "", "terms": (), "shared": ()}
    thing = _thing(page, builder)
    return {
        "data": as_text({"@context": "https://schema.org", **thing}) if thing else "",
        "terms": tuple(_terms(page, builder)),
        "shared": tuple(_shared(page, builder)),
    }


def as_text(data: Thing) -> Markup:
    """Write data as JSON in which nothing can end the element that it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def base(course: Course) -> str | None:
    """Give the address of the course with a slash at its end, where the host says it."""
    return None if course.host.address is None else course.host.address.rstrip("/") + "/"


def licence_of(course: Course) -> str | None:
    """Say how others may use this copy."""
    return course.host.licence or course.file.licence


def licence_address(licence: str) -> str | None:
    """Give the address of a Creative Commons licence, or None for another."""
    if match := _CC.match(licence.strip()):
        return f"https://creativecommons.org/licenses/{match.group(1).lower()}/{match.group(2)}/"
    if re.match(r"CC0\b", licence.strip(), re.I):
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    return None


def set_up(organisation: Organisation) -> bool:
    """Say whether an organisation has put its name to this copy."""
    return organisation.id != Organisation().id


def _address(uri: str, builder: Builder) -> str | None:
    start = base(builder.course)
    # Pages opened from a folder have no address.
    if start is None or not builder.site.directory_urls:
        return None
    return start + quote(builder.site.address(uri))


def _thing(page: Page, builder: Builder) -> Thing | None:
    course, parts = builder.course, page.uri.split("/")
    id = parts[1].removesuffix(".md") if len(parts) > 1 else ""
    if page.uri == "index.md":
        return _course(builder)
    if page.uri == f"modules/{id}/index.md" and id in course.modules:
        return _module(course.modules[id], builder)
    if page.uri == f"quizzes/{id}.md" and id in course.modules:
        return _quiz(page, course.modules[id], builder)
    if page.uri == f"pathways/{id}.md" and id in course.pathways:
        modules = [course.modules[m] for m in course.pathways[id].modules if m in course.modules]
        return {
            **_resource(page.title, page.description, page.uri, builder),
            "learningResourceType": "learning pathway",
            "timeRequired": _time(modules),
            "hasPart": [_reference(module, builder) for module in modules],
        }
    return None


def _course(builder: Builder) -> Thing:
    course = builder.course
    published = course.published
    found = _resource(course.file.title, course.file.description or "", "index.md", builder)
    return {
        **found,
        "@type": "Course",
        "version": course.file.version,
        "educationalLevel": [level.title for level in course.file.levels],
        "about": [area.title for area in course.file.areas],
        "timeRequired": _time(published),
        "teaches": [plain(o.text) for module in published for o in module.objectives],
        "hasPart": [_reference(module, builder) for module in published],
        "hasCourseInstance": {
            "@type": "CourseInstance",
            "courseMode": "Online",
            "courseWorkload": _time(published),
        },
    }


def _module(module: Module, builder: Builder) -> Thing:
    course = builder.course
    levels = {level.id: level.title for level in course.file.levels}
    areas = {area.id: area.title for area in course.file.areas}
    uri = f"{module.folder}/index.md"
    return {
        **_resource(module.title, module.description, uri, builder),
        "learningResourceType": "module",
        "timeRequired": _time([module]),
        "educationalLevel": [levels.get(level, level) for level in module.levels],
        "about": areas.get(module.area, module.area),
        "teaches": [plain(objective.text) for objective in module.objectives],
        "isPartOf": _whole(builder),
    }


def _quiz(page: Page, module: Module, builder: Builder) -> Thing:
    return {
        **_resource(page.title, page.description, page.uri, builder),
        "@type": ["LearningResource", "Quiz"],
        "learningResourceType": "practice quiz",
        "assesses": [plain(o.text) for o in module.objectives if o.assessed == "quiz"],
        "isPartOf": _reference(module, builder),
    }


def _resource(title: str, description: str, uri: str, builder: Builder) -> Thing:
    """Give what all of them say."""
    course = builder.course
    thing: Thing = {"@type": "LearningResource", "name": plain(title)}
    if address := _address(uri, builder):
        thing |= {"@id": address, "url": address}
    if description:
        thing["description"] = plain(description)
    thing["inLanguage"] = course.file.language
    if licence := licence_of(course):
        known = licence_address(licence)
        thing["license"] = known or {"@type": "CreativeWork", "name": licence}
    if set_up(organisation := course.host.organisation):
        thing["provider"] = {"@type": "Organization", "name": organisation.name}
        if organisation.url:
            thing["provider"]["url"] = organisation.url
    if course.host.funder:
        thing["funding"] = {"@type": "Grant", "description": course.host.funder}
    return thing


def _reference(module: Module, builder: Builder) -> Thing:
    thing: Thing = {"@type": "LearningResource", "name": plain(module.title)}
    if address := _address(f"{module.folder}/index.md", builder):
        thing |= {"@id": address, "url": address}
    return thing


def _whole(builder: Builder) -> Thing:
    thing: Thing = {"@type": "Course", "name": plain(builder.course.file.title)}
    if address := _address("index.md", builder):
        thing |= {"@id": address, "url": address}
    return thing


def _time(modules: Iterable[Module]) -> str:
    """Write minutes as ISO 8601 does."""
    hours, minutes = divmod(sum(module.minutes for module in modules), 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes or not hours else "")


def _terms(page: Page, builder: Builder) -> Iterable[tuple[str, str]]:
    course = builder.course
    yield "title", plain(page.title)
    if page.description:
        yield "description", plain(page.description)
    yield "language", course.file.language
    yield "type", "InteractiveResource" if page.has_activities else "Text"
    yield "format", "text/html"
    if set_up(course.host.organisation):
        yield "publisher", course.host.organisation.name
    if licence := licence_of(course):
        yield "license", licence_address(licence) or licence
    if address := _address(page.uri, builder):
        yield "identifier", address
    if page.uri != "index.md":
        yield "isPartOf", plain(course.file.title)


def _shared(page: Page, builder: Builder) -> Iterable[tuple[str, str]]:
    address = _address(page.uri, builder)
    if address is None:
        return
    course = builder.course
    start = base(course)
    yield "og:type", "website" if page.uri == "index.md" else "article"
    yield "og:site_name", plain(course.file.title)
    yield "og:title", plain(page.title)
    if page.description:
        yield "og:description", plain(page.description)
    yield "og:url", address
    yield "og:locale", course.file.language.replace("-", "_")
    yield "og:image", f"{start}{CARD}"
    yield "og:image:type", "image/png"
    yield "og:image:width", str(CARD_SIZE[0])
    yield "og:image:height", str(CARD_SIZE[1])
    yield "og:image:alt", builder.translations.gettext("A climbing plant on a trellis")
