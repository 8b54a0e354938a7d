"""Which pages and images there are, and how one of them is reached from another."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from urllib.parse import quote, unquote


class Site:
    """Addresses of a site, with directory addresses or with plain ``.html`` files.

    A page's *uri* ends in ``.md`` and tells where it is; its *address* is where a browser finds
    it, relative to the site's root. Files on disk lie at other paths: ``course/about.md`` becomes
    ``about.md``, ``quizzes/x.yml`` becomes ``quizzes/x.md``.
    """

    def __init__(self, uris: Iterable[str], *, directory_urls: bool = True) -> None:
        self.uris = frozenset(uris)
        self.directory_urls = directory_urls

    def address(self, uri: str) -> str:
        """Give the address of a page or an image, relative to the site's root."""
        if not uri.endswith(".md"):
            return uri
        folder, name = posixpath.split(uri.removesuffix(".md"))
        if name == "index":
            ending = "" if self.directory_urls else "index.html"
            return posixpath.join(folder, ending) if folder else ending
        return f"{folder + '/' if folder else ''}{name}{'/' if self.directory_urls else '.html'}"

    def url(self, uri: str, target: str, anchor: str = "") -> str:
        """Give a relative link from the page ``uri`` to another page or image."""
        fragment = f"#{quote(anchor)}" if anchor else ""
        if uri == target and anchor:
            return fragment
        here = self.address(uri)
        start = posixpath.dirname(here) or "."
        there = self.address(target)
        relative = posixpath.relpath(there or ".", start)
        if there.endswith("/") or not there:
            relative += "/"
        return quote(relative) + fragment

    def on_disk(self, file: str, link: str) -> tuple[str, str] | None:
        """Follow a link as it works on disk: from a file to (uri, anchor), or None.

        ``file`` and the link's path are relative to the project; a folder means its index page.
        """
        path, _, anchor = link.partition("#")
        path = unquote(path.partition("?")[0])
        anchor = unquote(anchor)
        if not path:
            return uri_of(file), anchor
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
        for candidate in (joined, posixpath.join(joined, "index.md")):
            if (uri := uri_of(candidate)) in self.uris:
                return uri, anchor
        return None


def uri_of(file: str) -> str:
    """Tell under which uri a file of the project appears on the site."""
    file = file.removeprefix("course/")
    for ending in (".yml", ".yaml"):
        if file.endswith(ending):
            return file.removesuffix(ending) + ".md"
    if file.startswith("modules/") and file.endswith("/facilitator.md"):
        return f"trainers/notes/{file.split('/')[1]}.md"
    return file
