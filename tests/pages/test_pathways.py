"""A pathway's page says for whom it is, what is in it, and what is not known of it."""

from __future__ import annotations

import re

from build_tools.core.document import plain
from build_tools.instruments.role_map import Kind as RoleMap
from build_tools.model.course import Course
from build_tools.pages.page import Page

# The figures of the studies, as the pages of evidence give them.
FIGURES = {
    "giordano2022": ("186", "88"),
    "giordano2023": ("70", "221"),
    "singh2020": ("27", "14"),
    "andrews2020": ("184", "18"),
    "ottaway2016": ("546", "23"),
    "ooh-review2024": ("2,759", "14"),
    "grossman2026": ("39",),
}


def words(page: Page) -> str:
    """What a page says, without its markup."""
    return " ".join(plain(re.sub(r"<[^>]+>", " ", str(page.body))).split())


def test_all_six_are_there_complete_and_none_says_that_it_is_being_built(
    course: Course, pages: dict[str, Page]
) -> None:
    assert len(course.shown_pathways) == 6
    for pathway in course.shown_pathways:
        assert pathway.planned == ()
        assert all(id in course.modules for id in pathway.modules)
        body = words(pages[f"pathways/{pathway.id}.md"])
        assert "being built" not in body
        assert "so far" not in body


def test_each_names_its_programmes_with_what_to_keep_in_mind(
    course: Course, pages: dict[str, Page]
) -> None:
    for pathway in course.shown_pathways:
        body = str(pages[f"pathways/{pathway.id}.md"].body)
        said = words(pages[f"pathways/{pathway.id}.md"])
        programmes = [p for p in course.programmes.values() if p.code in pathway.programmes]
        assert programmes
        assert 'href="../../evidence/"' in body
        for programme in programmes:
            assert f'href="../../programmes/{programme.id}/"' in body
            back = str(pages[f"programmes/{programme.id}.md"].body)
            assert f'href="../../pathways/{pathway.id}/"' in back
            for caution in programme.cautions:
                assert " ".join(plain(caution).split()) in said


def test_modules_are_counted_by_area_in_words(course: Course, pages: dict[str, Page]) -> None:
    said = words(pages["pathways/core.md"])
    assert "Awareness: 4 · Competency: 2 · Collaboration: 1 · Safety: 2" in said


def test_a_card_for_each_supporting_role_is_a_link_away(
    course: Course, pages: dict[str, Page]
) -> None:
    tool = course.tools["team-role-map"]
    assert isinstance(tool, RoleMap)
    sheet = str(pages["tools/team-role-map.md"].body)
    for uri in ("programmes/true-model.md", "pathways/therapeutic-care-team.md"):
        body = str(pages[uri].body)
        for role in tool.roles:
            assert f'href="../../tools/team-role-map/#role-{role.id}"' in body
            assert f'id="role-{role.id}"' in sheet
    assert "Role cards" not in words(pages["programmes/parent-mentoring.md"])


def test_the_page_of_evidence_gives_the_figures_and_who_paid(pages: dict[str, Page]) -> None:
    said = words(pages["evidence.md"])
    for figures in FIGURES.values():
        assert all(re.search(rf"\b{figure}\b", said) for figure in figures)
    assert "Depression did not." in said
    assert "The founder's own company paid for it" in said.replace("’", "'")
    assert "no reason to blame her" in said
