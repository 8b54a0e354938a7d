"""What the Markdown extension asks of the page it is rendering for."""

from __future__ import annotations

from typing import Protocol

from markupsafe import Markup, escape


class Context(Protocol):
    """Answers for one page. Every answer that is HTML is already safe."""

    def link(self, target: str) -> str:
        """Turn a link as it works on disk into one that works on the page."""

    def size(self, target: str) -> tuple[int, int] | None:
        """Give width and height of an image, by its link as it works on disk, if they are known."""

    def term(self, id: str) -> str:
        """Give the address of a glossary term."""

    def cite(self, keys: tuple[str, ...]) -> Markup:
        """Give the words of a citation, linked to the page's list of sources."""

    def block(self, name: str, argument: str) -> Markup:
        """Give what a block shows that stands for data: a question, a story, contacts."""

    def task(self, name: str, argument: str) -> tuple[Markup, Markup]:
        """Give what stands above and below the text of a ``reflect`` or ``practice`` block."""


class NoCourse:
    """Answers where there is no course at hand: the extension used alone, in an editor, say."""

    def link(self, target: str) -> str:
        """Leave the link as it is."""
        return target

    def size(self, target: str) -> tuple[int, int] | None:
        """Know none."""
        return None

    def term(self, id: str) -> str:
        """Point at the anchor the glossary page would have."""
        return f"#{id}"

    def cite(self, keys: tuple[str, ...]) -> Markup:
        """Show the keys."""
        return escape("(" + "; ".join(keys) + ")")

    def block(self, name: str, argument: str) -> Markup:
        """Name the block."""
        return Markup("<p><em>{} {}</em></p>").format(name, argument)

    def task(self, name: str, argument: str) -> tuple[Markup, Markup]:
        """Add nothing."""
        return Markup(""), Markup("")
