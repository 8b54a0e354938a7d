"""What stands in a PDF that the browser made: its pages and its words.

It reads what Chromium writes and nothing more: every object by itself, and fonts that say which
letter each of their signs stands for.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping

_OBJECT = re.compile(rb"\n(\d+) 0 obj\n(.*?)\nendobj", re.S)
_STREAM = re.compile(rb"stream\r?\n(.*)\nendstream", re.S)
_SHOWN = re.compile(rb"/(F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj|\bET\b")


def pages_of(pdf: bytes) -> int:
    """How many pages there are."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def title_of(pdf: bytes) -> str:
    """The title of the document, which a browser proposes as the name of its file."""
    found = re.search(rb"/Title \((.*?)\)\n", pdf)
    return found[1].decode() if found else ""


def text_of(pdf: bytes) -> str:
    """All words in the order of the pages, with single spaces between them."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    fonts: dict[bytes, Mapping[bytes, str]] = {}
    for body in objects.values():
        for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", body):
            if letters := re.search(rb"/ToUnicode (\d+) 0 R", objects[int(number)]):
                fonts[name] = dict(_letters(_stream(objects[int(letters[1])])))
    words: list[str] = []
    for body in objects.values():
        page = re.search(rb"/Type\s*/Page\b.*?/Contents (\d+) 0 R", body, re.S)
        words += _shown(_stream(objects[int(page[1])]), fonts) if page else []
    return " ".join("".join(words).split())


def _stream(body: bytes) -> bytes:
    stream = _STREAM.search(body)
    assert stream is not None
    return zlib.decompress(stream[1]) if b"/FlateDecode" in body else stream[1]


def _letters(table: bytes) -> Iterator[tuple[bytes, str]]:
    """What each sign of a font stands for: single ones, then spans that count up together."""
    for sign, letter in re.findall(rb"(?m)^<(\w{4})> <(\w+)>$", table):
        yield sign, bytes.fromhex(letter.decode()).decode("utf-16-be")
    for first, last, letter in re.findall(rb"<(\w{4})> <(\w{4})> <(\w{4})>", table):
        for number in range(int(first, 16), int(last, 16) + 1):
            yield b"%04X" % number, chr(int(letter, 16) + number - int(first, 16))


def _shown(content: bytes, fonts: Mapping[bytes, Mapping[bytes, str]]) -> Iterator[str]:
    font: Mapping[bytes, str] = {}
    for name, signs in _SHOWN.findall(content):
        if name:
            font = fonts.get(name, {})
        elif signs:
            yield "".join(font.get(signs[at : at + 4], "\ufffd") for at in range(0, len(signs), 4))
        else:
            yield "\n"
