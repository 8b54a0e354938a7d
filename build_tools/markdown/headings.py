"""Headings get the addresses that the checks know."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

from build_tools.core.document import titles

HEADING = re.compile(r"h[1-6]\Z")
HOLDERS = ("blockquote", "li", "dd")


class HeadingAddresses(Treeprocessor):
    """Sets the address of each heading of a page while its text is still as it was written.

    A heading inside a quotation or a list is none that a link may name; the table of contents
    finds it an address that is free.
    """

    def run(self, root: etree.Element) -> None:
        """Set the addresses in place."""
        apart = {
            heading
            for holder in root.iter()
            if holder.tag in HOLDERS or holder.get("class", "").startswith("admonition")
            for heading in holder.iter()
        }
        headings = [
            element
            for element in root.iter()
            if isinstance(element.tag, str) and HEADING.match(element.tag) and element not in apart
        ]
        found = titles(element.text or "" for element in headings)
        for element, (_, address) in zip(headings, found, strict=True):
            element.set("id", address)
