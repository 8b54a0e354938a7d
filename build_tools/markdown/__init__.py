"""Turning a trainer's Markdown into safe HTML: blocks, citations, glossary terms, links."""
