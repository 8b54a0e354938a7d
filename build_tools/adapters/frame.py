"""What the theme's own frame gets wrong where its templates have no block to override.

Read against Material 9.8.1: `base.html` gives its hidden checkboxes an attribute that HTML allows
on text alone, leaves the direction of writing to the body, and leads “Skip to content” past the
main heading. Small scripts in the page serve the theme's large one, which no page loads. Where a
later version has mended something, nothing is changed.
"""

from __future__ import annotations

import re

# The theme's own scripts, which no page loads: menu, colours and search are ours.
SCRIPTS = "assets/javascripts/"
_TOGGLE = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
_BODY = re.compile(r'<body dir="(\w+)"')
_HTML = re.compile(r"<html(?![^>]*\sdir=)")
_SKIP = re.compile(r'<div data-md-component="skip">.*?</div>', re.S)
_INLINE = re.compile(r"<script>(?:__md_scope=|var (?:palette|target)=).*?</script>", re.S)
_HEADING = re.compile(r'<h1(?: id="([^"]*)")?')
START = 'href="#top" class="md-skip"'


def mended(html: str) -> str:
    """Mend the frame of one page; its body stays as it is."""
    html = _INLINE.sub("", _TOGGLE.sub(r"\1", html))
    direction = _BODY.search(html)
    if direction:
        html = _HTML.sub(f'<html dir="{direction.group(1)}"', html, count=1)
    # Ours, which is on every page, stands in main.html and leads to the main heading.
    html = _SKIP.sub("", html, count=1)
    heading = _HEADING.search(html)
    if heading is None:
        return html
    if heading.group(1) is None:
        return f'{html[: heading.start()]}<h1 id="top"{html[heading.end() :]}'
    return html.replace(START, START.replace("top", heading.group(1)), 1)
