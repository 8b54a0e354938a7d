"""An instrument's page is a worksheet: complete on paper, and of use without JavaScript."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from build_tools.core.document import plain
from build_tools.core.source import read
from build_tools.instruments import field, folder_of, kinds
from build_tools.instruments.rating import Kind as Rating
from build_tools.model.course import Course
from build_tools.model.load import load
from build_tools.pages.compiler import compile_pages
from build_tools.pages.page import Page

VOID = {"input", "br", "img", "hr", "meta", "link"}
TYPED = ("textarea", "select")
EVERY_TYPE = """\
schema: 1
kind: plan
title: Every type of field
description: One field of each type.
limits: [It is for tests alone.]
goals: 2
fields:
  - {id: text-one, type: text, label: Say it, sensitive: true, hint: A hint.}
  - {id: choice-one, type: choice, label: Choose it, was: [choice-old],
     options: [{id: one, text: One, was: [eins]}]}
  - {id: each-one, type: choice, label: How it went, options: [{id: often, text: Often}],
     each: first-look/list-one}
  - {id: checklist-one, type: checklist, label: Tick it, options: [{id: one, text: One}],
     require_any: [{of: [one], say: Could you?}]}
  - {id: rank-one, type: rank, label: Order it, options: [{id: one, text: One}]}
  - {id: grid-one, type: grid, label: Rate them, rows: [{id: row, text: A row}],
     scale: [{id: low, value: 1, text: Low}, {id: high, value: 2, text: High}]}
  - {id: grid-text-one, type: grid-text, label: Write of each, rows: [{id: row, text: A row}]}
  - {id: if-then-one, type: if-then, label: The step, max: 2, actor: we}
  - {id: date-one, type: date, label: The day, default: +6 weeks}
  - {id: list-one, type: list, label: List it, max: 2}
  - {id: scale-one, type: scale, label: Rate it, scale: [{id: low, value: 1, text: Low}]}
  - {id: yesno-one, type: yesno, label: Is it so, more: true,
     if_value: {no: [first-goal, support, safeguarding-lead, first-look]}}
  - {id: link-one, type: link, label: Look there, tool: first-look, from: [first-look/list-one]}
  - {id: cell-one, type: cell, label: The cell}
  - {id: quiz-one, type: quiz, label: Five questions}
"""
FIRST_LOOK = """\
schema: 1
kind: form
title: A first look
description: What is needed.
limits: [It is for tests alone.]
fields: [{id: list-one, type: list, label: Two priorities}]
"""


class Sheet(HTMLParser):
    """Reads a page into its elements, each with its attributes, ancestors and words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[dict[str, Any]] = []
        self.open: list[dict[str, Any]] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = {"tag": tag, **dict(attrs), "in": tuple(self.open), "words": ""}
        self.found.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop()["tag"] == tag

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element["words"] += data

    def all(self, *tags: str) -> list[dict[str, Any]]:
        return [element for element in self.found if element["tag"] in tags]

    def within(self, attribute: str, value: str) -> list[dict[str, Any]]:
        return [
            element
            for element in self.found
            if any(above.get(attribute) == value for above in element["in"])
        ]


def hidden(element: dict[str, Any]) -> bool:
    return any("hidden" in one or one["tag"] == "template" for one in (element, *element["in"]))


def read_sheets(pages: dict[str, Page]) -> dict[str, Sheet]:
    return {uri: Sheet(str(page.body)) for uri, page in pages.items() if uri.startswith("tools/")}


@pytest.fixture(scope="module")
def sheets(pages: dict[str, Page]) -> dict[str, Sheet]:
    """Every worksheet of the shipped course."""
    return read_sheets(pages)


@pytest.fixture
def every_type(starter: Path) -> Sheet:
    """A plan with a field of every type."""
    (starter / "course/tools").mkdir()
    (starter / "course/tools/every-type.yml").write_text(EVERY_TYPE, encoding="utf-8")
    (starter / "course/tools/first-look.yml").write_text(FIRST_LOOK, encoding="utf-8")
    course, faults = load(read(starter))
    assert faults == []
    return read_sheets(compile_pages(course))["tools/every-type.md"]


def test_every_instrument_has_its_pages(course: Course, sheets: dict[str, Sheet]) -> None:
    capacity = "tools/capacity-self-assessment"
    assert set(sheets) == {
        "tools/index.md",
        f"{capacity}/short-form.md",
        f"{capacity}/then.md",
        *(f"tools/{id}.md" for id in course.tools),
    }


def test_every_type_of_field_is_shown(every_type: Sheet) -> None:
    shown = {element["data-type"] for element in every_type.found if "data-type" in element}
    assert shown == set(field.types())


def test_what_is_asked_stands_on_the_page(course: Course, sheets: dict[str, Sheet]) -> None:
    for id, tool in course.tools.items():
        words = " ".join(sheets[f"tools/{id}.md"].all("article", "tr-tool")[0]["words"].split())
        for one in tool.fields:
            assert plain(one.label) in words
        for item in tool.items if isinstance(tool, Rating) else ():
            assert plain(item.text) in words
        for limit in tool.limits:
            assert plain(limit) in words


def every(sheets: dict[str, Sheet], sheet: Sheet) -> list[Sheet]:
    return [*sheets.values(), sheet]


def test_ids_are_given_once_and_every_reference_leads_somewhere(
    sheets: dict[str, Sheet], every_type: Sheet
) -> None:
    for sheet in every(sheets, every_type):
        ids = [element["id"] for element in sheet.found if element.get("id")]
        assert len(ids) == len(set(ids)), sorted(id for id in ids if ids.count(id) > 1)
        for name in ("for", "aria-labelledby", "aria-describedby"):
            for element in sheet.found:
                assert set((element.get(name) or "").split()) <= set(ids)


def test_every_control_has_a_name(sheets: dict[str, Sheet], every_type: Sheet) -> None:
    for sheet in every(sheets, every_type):
        labelled = {element["for"] for element in sheet.all("label") if "for" in element}
        for control in sheet.all("input", "textarea", "select"):
            inside = any(above["tag"] == "label" for above in control["in"])
            named = inside or control.get("aria-label") or control.get("aria-labelledby")
            assert named or control["id"] in labelled, control


def test_boxes_that_belong_together_stand_in_a_group_with_a_legend(
    sheets: dict[str, Sheet], every_type: Sheet
) -> None:
    for sheet in every(sheets, every_type):
        for box in sheet.all("input"):
            if box.get("type") == "radio":
                groups = [above for above in box["in"] if above["tag"] == "fieldset"]
                assert groups
        for group in sheet.all("fieldset"):
            assert [e for e in sheet.all("legend") if e["in"][-1] is group], group["id"]


def test_what_can_only_be_typed_waits_for_a_script_and_there_are_lines_instead(
    sheets: dict[str, Sheet], every_type: Sheet
) -> None:
    for sheet in every(sheets, every_type):
        for control in sheet.found:
            typed = control.get("type") in ("text", "date", "file") or control["tag"] in TYPED
            if control["tag"] in ("input", "textarea", "select", "button") and (
                typed or control["tag"] == "button"
            ):
                assert hidden(control), control
        for element in sheet.found:
            types = field.types()
            if element.get("data-type") in types and types[element["data-type"]].written:
                lines = [e for e in sheet.found if element in e["in"] and e["tag"] == "span"]
                assert lines


def test_a_sensitive_field_says_above_its_box_that_it_is_never_kept(
    sheets: dict[str, Sheet], every_type: Sheet
) -> None:
    for sheet in every(sheets, every_type):
        for number, element in enumerate(sheet.found):
            if "data-sensitive" not in element:
                continue
            inside = [e for e in sheet.found[number:] if element in e["in"]]
            kinds = ["kept" if "tr-entry__kept" in (e.get("class") or "") else e["tag"]
                     for e in inside]  # fmt: skip
            first = next(kind for kind in kinds if kind in ("kept", "input", *TYPED))
            assert first == "kept"


def test_tables_have_heads_and_their_controls_are_named_by_both(
    sheets: dict[str, Sheet], every_type: Sheet
) -> None:
    """Laid out as lists, a table may no longer be told as one."""
    for sheet in every(sheets, every_type):
        for table in sheet.all("table"):
            inside = [e for e in sheet.found if table in e["in"]]
            assert {e["scope"] for e in inside if e["tag"] == "th"} == {"col", "row"}
            cells = [e for e in inside if any(above["tag"] == "td" for above in e["in"])]
            controls = [e for e in cells if e["tag"] in ("input", "select")]
            for control in controls:
                if control.get("aria-label") is None:
                    assert len(control["aria-labelledby"].split()) == 2


def test_nothing_is_required_and_nothing_is_filled_in_by_the_browser(
    sheets: dict[str, Sheet], every_type: Sheet
) -> None:
    for sheet in every(sheets, every_type):
        for control in sheet.all("input", "textarea", "select"):
            assert "required" not in control
            own = any("tr-entry" in (above.get("class") or "") for above in control["in"])
            if own and control.get("type") != "file":
                # What is chosen may not say so itself, so its form does.
                asked = [e.get("autocomplete") for e in control["in"] if e["tag"] == "form"]
                assert asked == ["off"]
                chosen = control.get("type") in ("radio", "checkbox")
                assert control.get("autocomplete") == (None if chosen else "off")


def test_a_field_that_draws_on_another_says_what_to_copy_and_links_to_it(
    sheets: dict[str, Sheet],
) -> None:
    links = [
        e["href"] for e in sheets["tools/follow-up.md"].within("data-field", "seen")
        if e["tag"] == "a"
    ]  # fmt: skip
    assert links == ["../action-plan/#field-sign"]
    assert [e for e in sheets["tools/action-plan.md"].found if e.get("id") == "field-sign"]


def test_what_an_answer_leads_to_can_be_read_without_a_script(every_type: Sheet) -> None:
    shown = [
        element["data-shows"]
        for element in every_type.within("id", "field-yesno-one")
        if "data-shows" in element and not hidden(element)
    ]
    assert shown == ["first-goal", "first-look", "support", "safeguarding-lead"]


def test_the_short_form_and_the_wave_apart_have_what_they_should(sheets: dict[str, Sheet]) -> None:
    start = "tools/capacity-self-assessment"

    def count(sheet: Sheet) -> int:
        return sum("data-item" in element for element in sheet.found)

    assert count(sheets[f"{start}.md"]) == count(sheets[f"{start}/then.md"]) == 36
    assert count(sheets[f"{start}/short-form.md"]) == 12
    waves = [e["value"] for e in sheets[f"{start}.md"].all("input") if e.get("name") == "wave"]
    assert waves == ["pre", "post", "follow-up-3m", "follow-up-6m"]
    assert not [e for e in sheets[f"{start}/then.md"].all("input") if e.get("name") == "wave"]
    (tool,) = sheets[f"{start}/then.md"].all("tr-tool")
    assert tool["data-wave"] == "then"


def test_the_words_of_the_scale_are_there_for_results_and_no_number_is(
    sheets: dict[str, Sheet],
) -> None:
    sheet = sheets["tools/capacity-self-assessment.md"]
    words = {e["data-words"]: e["words"] for e in sheet.all("template") if "data-words" in e}
    assert {words[f"point-{n}"] for n in range(1, 6)} >= {"Not true yet", "Fully true"}
    for tag in sheet.within("data-part", "results"):
        assert not re.search(r"(?i)\b(?:score|grade|pass|total of)\b", tag["words"])


@pytest.mark.parametrize("kind", kinds())
def test_the_example_of_each_kind_makes_a_page(kind: str, starter: Path) -> None:
    """What `trellis new tool` makes can be seen at once."""
    (starter / "course/tools").mkdir()
    example = (folder_of(kind) / "example.yml").read_text(encoding="utf-8")
    (starter / "course/tools/mine.yml").write_text(example, encoding="utf-8")
    sheets = read_sheets(compile_pages(load(read(starter))[0]))
    assert sheets["tools/mine.md"].all("tr-tool")[0]["data-kind"] == kind


def test_an_instrument_that_cannot_be_read_still_has_its_page(starter: Path) -> None:
    (starter / "course/tools").mkdir()
    (starter / "course/tools/mine.yml").write_text("kind: fomr\n", encoding="utf-8")
    course, faults = load(read(starter))
    assert [(d.code, d.line, d.column, d.hint) for d in faults] == [
        ("SRC007", 1, 7, "did you mean “form”?")
    ]
    assert "tools/mine.md" in compile_pages(course)


def test_the_journey_has_five_phases_and_leads_to_every_instrument(
    course: Course, pages: dict[str, Page]
) -> None:
    body = pages["journey.md"].body
    # What a browser adds comes first, and is hidden until it has something to say.
    assert re.findall(r'<h2 id="([\w-]+)"', body)[:6] == [
        "now",
        *("assess", "learn", "plan", "follow-up", "close"),
    ]
    for id in course.tools:
        assert f'href="../tools/{id}/"' in body


def test_a_pathway_lists_its_instruments(course: Course, pages: dict[str, Page]) -> None:
    for pathway in course.shown_pathways:
        for id in pathway.tools:
            assert f'href="../../tools/{id}/"' in pages[f"pathways/{pathway.id}.md"].body


def test_a_block_leads_to_an_instrument_by_its_title(starter: Path) -> None:
    (starter / "course/tools").mkdir()
    (starter / "course/tools/first-look.yml").write_text(FIRST_LOOK, encoding="utf-8")
    page = starter / "modules/first-steps/index.md"
    text = page.read_text(encoding="utf-8") + "\n/// tool | first-look\n///\n"
    page.write_text(text, encoding="utf-8")
    body = compile_pages(load(read(starter))[0])["modules/first-steps/index.md"].body
    assert "Open: A first look" in body
    assert 'href="../../tools/first-look/"' in body


def test_a_course_without_instruments_has_no_pages_about_them(starter: Path) -> None:
    pages = compile_pages(load(read(starter))[0])
    assert not [uri for uri in pages if uri.startswith(("tools/", "journey"))]


def test_a_programme_has_a_page_with_every_element_and_its_cautions(
    course: Course, pages: dict[str, Page]
) -> None:
    for programme in course.programmes.values():
        words = Sheet(str(pages[f"programmes/{programme.id}.md"].body)).all("ul")
        said = " ".join(" ".join(one["words"] for one in words).split())
        for element in programme.elements:
            assert plain(element.text) in said
        for caution in programme.cautions:
            assert plain(caution) in said
