"""Search in the browser: the words round it, and the index that it reads.

The index holds plain text, which the script shows as text. It is read only when a learner opens the
search: as data over a network, and as a script where pages are opened from a folder, since browsers
let such pages load scripts but read no files.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from html import unescape
from typing import Any

from build_tools.pages.page import Page

DATA, SCRIPT = "search/search_index.json", "search/search_index.js"
_TAG = re.compile(r"<[^>]*>")


def panel(gettext: Callable[[str], str], *, directory_urls: bool) -> dict[str, Any]:
    """Give what the theme prints for the search: where its index is, and its words."""
    return {
        "index": DATA if directory_urls else SCRIPT,
        "search": gettext("Search"),
        "label": gettext("Search this course"),
        "close": gettext("Close the search"),
        "said": {
            "found": gettext("Pages found:"),
            "some": gettext("No page has all of these words. Pages that have some of them:"),
            "first": gettext("The first 30 are listed; another word would find fewer."),
            "none": gettext("Nothing found. Try fewer words, or only the beginning of one."),
            "waiting": gettext("Getting ready to search."),
            "failed": gettext(
                "The search could not be loaded. The list of all modules may help instead."
            ),
        },
    }


def index_of(
    found: Iterable[Mapping[str, Any]], pages: Mapping[str, Page], address: Callable[[str], str]
) -> str:
    """Write the index from what a site generator found in pages, and from words of YAML files.

    What stands below a page's main heading is found as the page itself: one title, one result.
    """
    docs: list[dict[str, str]] = []
    for entry in found:
        location, title, text = entry["location"], _plain(entry["title"]), _plain(entry["text"])
        page = location.removesuffix("#top")
        if docs and page != location and docs[-1]["location"] == page:
            docs[-1]["text"] = f"{text} {docs[-1]['text']}".strip()
        else:
            docs.append({"location": location, "title": title, "text": text})
    for uri, page in pages.items():
        docs += [
            {"location": f"{address(uri)}#{anchor}", "title": title, "text": words}
            for anchor, title, words in page.search
        ]
    return json.dumps({"docs": docs}, separators=(",", ":"), ensure_ascii=False)


def as_script(index: str) -> str:
    """Make a classic script of the index."""
    return f"window.trellis.index={index};\n"


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", html)).split())
