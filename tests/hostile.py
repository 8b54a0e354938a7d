"""Texts that would run in a browser if anything let them through, put everywhere a text may be."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, ClassVar

import yaml

ATTACK = '<script>alert(1)</script><img src=x onerror=alert(1)>"\' onload=alert(1) x="'
# Fields that hold words for people; all others hold ids, numbers or one of a few words.
PROSE = {
    "answer", "audience", "by", "consequence", "contact", "content_note", "corrections",
    "deadline", "debrief", "definition", "description", "false", "feedback", "how", "law",
    "licence", "name", "note", "numbers", "people", "prompt", "seen", "summary", "tell", "term",
    "text", "title", "true", "version", "where_found", "who",
}  # fmt: skip
UNSPOILT = {"true", "false", "null"}


class AsTyped(yaml.SafeDumper):
    """Writes ``true`` and ``2026`` without quotes, as they were read: all is text here."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


def spoil(folder: Path) -> None:
    """Add the attack to every text of a course's YAML, Markdown and JSON."""
    for part in ("course", "modules", "quizzes"):
        for file in sorted((folder / part).rglob("*.yml")):
            data = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
            text = yaml.dump(_spoilt(data), Dumper=AsTyped, allow_unicode=True)
            file.write_text(text, encoding="utf-8")
        for file in sorted((folder / part).rglob("*.md")):
            lines = file.read_text(encoding="utf-8").split("\n")
            file.write_text("\n".join(map(_line, lines)) + f"\n\n{ATTACK}\n", encoding="utf-8")
    file = folder / "course/references.json"
    sources = json.loads(file.read_text(encoding="utf-8"))
    for source in sources:
        source["title"] += ATTACK
    file.write_text(json.dumps(sources), encoding="utf-8")


def _line(line: str) -> str:
    """Spoil headings, the titles of blocks and the items of lists, which stand in places apart."""
    if line.startswith("#"):
        words, brace, anchor = line.partition(" {")
        return words + ATTACK + brace + anchor
    return line + ATTACK if line.startswith(("- ", "/// example")) else line


def _spoilt(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _spoilt(part, name) for name, part in value.items()}
    if isinstance(value, list):
        return [_spoilt(part) if isinstance(part, (dict, list)) else part for part in value]
    return value + ATTACK if key in PROSE and value not in UNSPOILT else value


class Reader(HTMLParser):
    """Reads a page as a browser does; ``live`` holds what of the attack would run."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.live: list[str] = []
        self.words = ""
        self._script = False
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._script = tag == "script"
        given = dict(attrs)
        if {"onerror", "onload"} & given.keys() or (tag == "img" and given.get("src") == "x"):
            self.live.append(self.get_starttag_text() or tag)

    def handle_data(self, data: str) -> None:
        if self._script and "alert(1)" in data:
            self.live.append(data)
        self.words += data

    def handle_endtag(self, tag: str) -> None:
        self._script = False
