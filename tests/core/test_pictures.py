"""A drawing of a course only draws, also when it is opened by itself."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from build_tools.checks import judge
from build_tools.core import pictures
from build_tools.core.source import read
from build_tools.exports import docs_tree
from build_tools.model.load import load
from tests.hostile import ATTACKS, DOT, Attack

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
DRAWN = """\
<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- Made by hand -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
     xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" version="1.1" viewBox="0 0 9 9"
     role="img" aria-label="Two chairs &amp; a table" inkscape:version="1.2">
<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">words</rdf:RDF></metadata>
<title>Two &lt;chairs&gt;</title>
<style type="text/css"><![CDATA[.a, .b > path { fill: #00594f; stroke: url(#g) }
@media (prefers-color-scheme: dark) { .a { fill: #fff; cursor: pointer } }]]></style>
<defs><linearGradient id="g"><stop offset="0" stop-color="rgb(0, 1, 2)"/></linearGradient></defs>
<g id="chair" class="a" transform="translate(1 2) rotate(3)"><path d="M0 0h2v2z"/></g>
<use xlink:href="#chair" style="fill: url('#g'); -inkscape-stroke: none; opacity: .5"/>
<image width="1" height="1" href="data:image/png;base64,iVBORw0KGgo="/>
<text x="1" y="2">Tea <tspan font-weight="bold">here</tspan></text>
</svg>
"""


def live(text: str) -> list[str]:
    """Name everything in a drawing that is able to run, load or lead away."""
    found = []
    for element in ElementTree.fromstring(text).iter():
        name = element.tag.removeprefix("{http://www.w3.org/2000/svg}")
        if name not in pictures.ELEMENTS:
            found.append(name)
        for key, value in element.attrib.items():
            # A colon also stands between the name and the value of a style.
            named = key != "style" and re.match(r"\w+:", value)
            away = named or re.search(r"//|\\|@|url\((?!['\"]?#)", value)
            if key.startswith("on") or (away and not value.startswith("data:image/png;")):
                found.append(f"{key}={value}")
        if name == "style" and re.search(
            r"@(?!media \(prefers)|\\|//|url\((?!['\"]?#)", element.text or ""
        ):
            found.append(element.text or "")
    return found


@pytest.mark.parametrize(
    "attack", [a for a in ATTACKS if a.place == "svg"], ids=lambda attack: str(attack.number)
)
def test_a_hostile_drawing_is_made_harmless_or_refused(attack: Attack) -> None:
    try:
        drawing = pictures.drawing(attack.text.encode())
    except pictures.Unusable:
        return
    assert live(drawing.text) == []
    assert drawing.taken


def test_an_ordinary_drawing_keeps_all_that_is_seen_and_nothing_is_told() -> None:
    drawing = pictures.drawing(DRAWN.encode())
    assert drawing.taken == ()
    for part in (
        'aria-label="Two chairs &amp; a table"',
        "<title>Two &lt;chairs&gt;</title>",
        ".a, .b &gt; path{fill:#00594f;stroke:url(#g)}",
        "@media (prefers-color-scheme: dark){.a{fill:#fff}}",
        'transform="translate(1 2) rotate(3)"',
        '<use href="#chair" style="fill:url(\'#g\');opacity:.5"></use>',
        'href="data:image/png;base64,iVBORw0KGgo="',
        '<tspan font-weight="bold">here</tspan>',
    ):
        assert part in drawing.text
    for part in ("Made by hand", "inkscape", "metadata", "words", "DOCTYPE"):
        assert part not in drawing.text
    assert pictures.drawing(drawing.text.encode()).text == drawing.text


def test_the_drawings_of_our_own_pass_whole(root: Path) -> None:
    for file in sorted((root / "overrides").rglob("*.svg")):
        assert pictures.drawing(file.read_bytes()).taken == (), file


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_drawing_may_be_in_any_encoding_a_browser_reads(encoding: str) -> None:
    data = SVG.format("<title>é</title>").encode(encoding)
    assert "<title>é</title>" in pictures.drawing(data).text


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", 1),
        (b"\x89PNG\r\n\x1a\n", 1),
        (SVG.format("\n<g>").encode(), 2),
        (SVG.format("&nbsp;").encode(), 1),
        (SVG.format("<g>" * 300 + "</g>" * 300).encode(), 1),
        (b'<?xml version="1.0" encoding="no-such"?>' + SVG.format("").encode(), 1),
    ],
)
def test_what_is_no_whole_drawing_is_refused_with_its_place(data: bytes, line: int) -> None:
    with pytest.raises(pictures.Unusable) as problem:
        pictures.drawing(data)
    assert problem.value.line == line
    assert problem.value.hint


def test_a_picture_that_is_none_or_of_another_kind_is_told(starter: Path) -> None:
    images = starter / "course/images"
    images.mkdir()
    (images / "good.gif").write_bytes(DOT)
    (images / "renamed.png").write_bytes(DOT)
    (images / "page.png").write_bytes(b"<!doctype html><script>alert(1)</script>")
    (images / "empty.jpg").write_bytes(b"")
    course, faults = load(read(starter))
    told = [(d.file, d.severity.value, d.hint) for d in judge(course, faults) if d.code == "SRC019"]
    again = "open it in a picture program and save it again, or delete it"
    assert told == [
        ("course/images/empty.jpg", "error", again),
        ("course/images/page.png", "error", again),
        ("course/images/renamed.png", "warning", "call it renamed.gif, here and where it is shown"),
    ]


def test_the_exported_tree_holds_the_drawing_made_harmless(starter: Path, tmp_path: Path) -> None:
    (starter / "course/images").mkdir()
    hostile = SVG.format("<script>alert(1)</script><path d='M0 0'/>")
    (starter / "course/images/a.svg").write_text(hostile, encoding="utf-8")
    docs_tree.export(load(read(starter))[0], tmp_path / "tree")
    text = (tmp_path / "tree/docs/images/a.svg").read_text(encoding="utf-8")
    assert "alert" not in text
    assert '<path d="M0 0">' in text
