"""The `///` blocks, rendered: text blocks as boxes, data blocks by asking the page's context."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING, Any

from markdown import Markdown
from markdown.util import AtomicString
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from build_tools.core.blocks import KINDS, Argument, BlockKind

if TYPE_CHECKING:
    from build_tools.markdown.extension import TrellisExtension

ARGUMENT = {Argument.NONE: False, Argument.REQUIRED: True, Argument.OPTIONAL: None}


class TrellisBlock(Block):  # type: ignore[misc]
    """What all kinds share: options are read elsewhere, so that any may stand here."""

    KIND: BlockKind
    OWNER: TrellisExtension

    def stash(self, parent: etree.Element, html: str) -> None:
        """Put finished HTML below an element, out of reach of further parsing."""
        if html:
            holder = etree.SubElement(parent, "div")
            holder.text = AtomicString(self.md.htmlStash.store(html))

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Make the block's element; its text is added to it afterwards."""
        name, argument = self.KIND.name, str(self.argument or "")
        context = self.OWNER.context
        if not self.KIND.body:
            element = etree.SubElement(parent, "div", {"class": f"tr-block-{name}"})
            self.stash(element, context.block(name, argument))
            return element
        if name in ("reflect", "practice"):
            element = etree.SubElement(parent, "section", {"class": f"tr-box tr-{name}"})
            above, self._below = context.task(name, argument)
            self.stash(element, above)
            return element
        element = etree.SubElement(parent, "div", {"class": f"tr-box tr-{name}"})
        if name == "example":
            title = etree.SubElement(element, "p", {"class": "tr-label"})
            title.text = argument
        return element

    def on_end(self, block: etree.Element) -> None:
        """Close a task with what stands below its text."""
        if self.KIND.name in ("reflect", "practice"):
            self.stash(block, getattr(self, "_below", ""))


class TrellisBlocks(BlocksExtension):  # type: ignore[misc]
    """Registers one block class for each kind in the table."""

    def __init__(self, owner: TrellisExtension) -> None:
        self.owner = owner
        super().__init__()

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:
        """Hand the kinds to pymdownx."""
        for kind in KINDS.values():
            attributes = {
                "NAME": kind.name,
                "ARGUMENT": ARGUMENT[kind.argument],
                "OPTIONS": {option: ("", lambda value: value) for option, _ in kind.options},
                "KIND": kind,
                "OWNER": self.owner,
            }
            block_mgr.register(type(f"Block_{kind.name}", (TrellisBlock,), attributes), {})
