"""Catalogues and search engines are told what a page teaches, in data that cannot do harm."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from build_tools.core.source import read
from build_tools.model.course import Course
from build_tools.model.host import Host
from build_tools.model.load import load
from build_tools.pages.catalogue import as_text, licence_address
from build_tools.pages.compiler import compile_pages
from build_tools.pages.page import Page

ADDRESS = "https://learn.example.org/care"
RIVERSIDE = {"id": "riverside", "name": "Riverside <b>", "url": "https://riverside.example.org"}
# Properties of schema.org that are used, with the types on which they may stand there.
THINGS = {
    "Course": {"educationalLevel", "teaches", "timeRequired", "hasCourseInstance"},
    "CourseInstance": {"courseMode", "courseWorkload"},
    "LearningResource": {"learningResourceType", "educationalLevel", "teaches", "assesses"},
    "Quiz": set[str](),
    "CreativeWork": set[str](),
    "Organization": set[str](),
    "Grant": set[str](),
}
OF_A_WORK = {
    "name", "url", "description", "inLanguage", "license", "provider", "funding", "version",
    "about", "timeRequired", "hasPart", "isPartOf",
}  # fmt: skip
DURATION = re.compile(r"PT(?=\d)(?:\d+H)?(?:\d{1,2}M)?")


def pages(course: Course, host: dict[str, Any], **shape: bool) -> dict[str, Page]:
    return compile_pages(replace(course, host=Host.model_validate(host)), **shape)


def told(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.meta["trellis"]["catalogue"]
    return found


def data(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told(page)["data"])
    return found


@pytest.fixture(scope="module")
def hosted(course: Course) -> dict[str, Page]:
    """The pages of the shipped course at an address."""
    return pages(course, {"organisation": RIVERSIDE, "address": ADDRESS})


def things(value: Any) -> list[dict[str, Any]]:
    """Every thing in some data, however deep."""
    if isinstance(value, list):
        return [thing for part in value for thing in things(part)]
    if not isinstance(value, dict):
        return []
    return [value, *(thing for part in value.values() for thing in things(part))]


def test_every_thing_has_a_known_type_and_only_properties_that_the_type_has(
    hosted: dict[str, Page],
) -> None:
    described = [page for page in hosted.values() if told(page)["data"]]
    assert len(described) > 8
    for page in described:
        assert data(page)["@context"] == "https://schema.org"
        for thing in things(data(page)):
            types = thing["@type"] if isinstance(thing["@type"], list) else [thing["@type"]]
            allowed = OF_A_WORK.union(*(THINGS[one] for one in types))
            assert {name for name in thing if not name.startswith("@")} <= allowed
            for name in ("timeRequired", "courseWorkload"):
                assert name not in thing or DURATION.fullmatch(thing[name])
            for name in ("@id", "url"):
                assert re.match(
                    r"https://(learn|riverside)\.example\.org", thing.get(name, ADDRESS)
                )


def test_the_home_page_is_the_course_with_all_its_modules(
    course: Course, hosted: dict[str, Page]
) -> None:
    found = data(hosted["index.md"])
    assert (found["@type"], found["name"]) == ("Course", course.file.title)
    assert found["@id"] == f"{ADDRESS}/"
    assert found["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert found["provider"]["name"] == "Riverside <b>"
    assert [part["name"] for part in found["hasPart"]] == [m.title for m in course.published]


def test_a_module_tells_its_objectives_time_and_level(
    course: Course, hosted: dict[str, Page]
) -> None:
    for module in course.published:
        found = data(hosted[f"{module.folder}/index.md"])
        assert found["@type"] == "LearningResource"
        assert len(found["teaches"]) == len(module.objectives)
        assert len(found["educationalLevel"]) == len(module.levels)
        assert found["inLanguage"] == "en"
        hours, minutes = divmod(module.minutes, 60)
        assert found["timeRequired"] == f"PT{f'{hours}H' if hours else ''}{minutes}M"
        assert found["isPartOf"]["@id"] == f"{ADDRESS}/"


def test_no_text_can_end_the_element_that_the_data_stands_in() -> None:
    """A title may hold the end of a script, a comment or a line that JavaScript breaks at."""
    nasty = "</script><script>alert(1)</script><!-- & \u2028 \"'"
    text = as_text({"name": nasty})
    assert not re.search("[<>&\u2028\u2029]", text)
    assert json.loads(text) == {"name": nasty}


def test_pages_for_trainers_are_told_to_nobody(hosted: dict[str, Page]) -> None:
    for uri, page in hosted.items():
        if uri.startswith("trainers/"):
            assert told(page) == {"data": "", "terms": (), "shared": ()}
            assert page.meta["robots"] == "noindex"


def test_without_an_address_nothing_claims_one(starter: Path) -> None:
    for page in pages(load(read(starter))[0], {}).values():
        assert told(page)["shared"] == ()
        assert "identifier" not in dict(told(page)["terms"])
        assert "@id" not in str(told(page)["data"])
        assert "provider" not in str(told(page)["data"])


def test_pages_for_a_folder_claim_no_address_either(starter: Path) -> None:
    home = pages(load(read(starter))[0], {"address": ADDRESS}, directory_urls=False)["index.md"]
    assert told(home)["shared"] == ()


def test_what_chat_programs_show_has_a_picture_of_our_own(hosted: dict[str, Page]) -> None:
    lines = dict(told(hosted["support.md"])["shared"])
    assert lines["og:url"] == f"{ADDRESS}/support/"
    assert lines["og:image"] == f"{ADDRESS}/assets/trellis/card.png"
    assert lines["og:image:alt"]
    assert dict(told(hosted["support.md"])["terms"])["publisher"] == "Riverside <b>"


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC BY-NC-SA 4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
        ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("All rights reserved", None),
    ],
)
def test_a_licence_of_creative_commons_has_its_address(licence: str, address: str | None) -> None:
    assert licence_address(licence) == address
