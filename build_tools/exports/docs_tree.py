"""The compiled course as a folder of Markdown, for other site generators and for reading through.

Headings stay Markdown, so that any generator makes its table of contents; all else is finished HTML
with final links. The tree needs neither Trellis nor any extension beyond ``attr_list``.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from build_tools.core import pictures
from build_tools.exports import assets
from build_tools.model import palette
from build_tools.model.course import Course
from build_tools.pages.compiler import compile_pages
from build_tools.pages.page import Page
from build_tools.pages.site import uri_of

_HEADING = re.compile(r'^<h([1-6])(?: id="([^"]+)")?>(.*?)</h\1>$', re.M)


def export(course: Course, target: Path) -> list[str]:
    """Write the tree below ``target``/docs, a configuration beside it; give the pages' paths."""
    docs = target / "docs"
    # Addresses that end in .html are the same seen from a Markdown file and from its page:
    # Zensical follows links in finished HTML from the one, MkDocs from the other.
    pages = compile_pages(course, directory_urls=False)
    bundles = assets.named(assets.bundles([assets.overrides()], palette.style(course.host.colours)))
    for path, text in bundles.values():
        _write(docs / path, text)
    for page in pages.values():
        _write(docs / page.uri, _markdown(page))
    for image in sorted(course.source.images):
        destination = docs / uri_of(image)
        destination.parent.mkdir(parents=True, exist_ok=True)
        destination.write_bytes(pictures.published(course.source.root / image))
    _write(target / "mkdocs.yml", _configuration(course, bundles))
    return sorted(pages)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _markdown(page: Page) -> str:
    front = f"---\ntitle: {_printed(page.title)}\n"
    if page.description:
        front += f"description: {_printed(page.description)}\n"
    parts, last = [], 0
    body = str(page.body)
    for heading in _HEADING.finditer(body):
        # A heading inside a box stays: only those between whole elements are lifted out.
        if _open_tags(body[last : heading.start()]):
            continue
        parts.append(_block(body[last : heading.start()]))
        level, anchor, words = heading.groups()
        name = f" {{#{anchor}}}" if anchor else ""
        parts.append(f"{'#' * int(level)} {_escaped(words)}{name}")
        last = heading.end()
    parts.append(_block(body[last:]))
    return front + "---\n\n" + "\n\n".join(part for part in parts if part) + "\n"


def _printed(text: str) -> str:
    """Quote a text that a theme prints as it is, in an attribute too: no tag may come of it."""
    for sign, name in (("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(sign, name)
    return json.dumps(text, ensure_ascii=False)


def _open_tags(html: str) -> bool:
    """Say whether a piece of our own HTML leaves an element open."""
    block = "div|section|ul|ol|li|dl|table|nav|form|fieldset|details|tr-[a-z-]+"
    opened = len(re.findall(rf"<(?:{block})\b", html))
    return opened != len(re.findall(rf"</(?:{block})>", html))


def _block(html: str) -> str:
    """Wrap finished HTML so that Markdown passes it through whole: no blank line inside."""
    html = re.sub(r"\n\s*\n+", "\n", html.strip())
    return f"<div>\n{html}\n</div>" if html else ""


def _escaped(words: str) -> str:
    return re.sub(r"([\\`*_{}\[\]])", r"\\\1", re.sub(r"<[^>]+>", "", words))


def _configuration(course: Course, bundles: dict[str, tuple[str, str]]) -> str:
    title = _printed(course.file.title)
    styles = [bundles[key][0] for key in ("shell_css", "activities_css", "tools_css")]
    scripts = [bundles[key][0] for key in ("shell_js", "activities_js", "learner_js", "tools_js")]
    return (
        f"site_name: {title}\n"
        "use_directory_urls: false\n"
        "theme:\n  name: material\n  font: false\n"
        "  palette: {scheme: default, primary: custom, accent: custom}\n"
        "markdown_extensions: [attr_list, md_in_html]\n"
        f"extra_css: [{', '.join(styles)}]\n"
        f"extra_javascript: [{', '.join(scripts)}]\n"
    )
