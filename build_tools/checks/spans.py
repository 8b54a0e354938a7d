"""From a line and column to the part of a file that stands there, with where it begins and ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from build_tools.core.document import Block, scan
from build_tools.core.yaml_text import ODD_BREAKS

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_AS_SPACES = str.maketrans(dict.fromkeys(ODD_BREAKS, " "))


@dataclass(frozen=True)
class Scalar:
    """One name or value of a YAML text, as characters ``start`` up to ``end``.

    ``path`` leads to it as in a diagnostic's place; ``pairs`` are the (key, value) nodes of the
    group it stands in, none in a list.
    """

    value: str
    start: int
    end: int
    path: tuple[str | int, ...]
    is_key: bool
    pairs: tuple[tuple[Any, Any], ...]

    def written(self, text: str) -> str:
        """Give it as typed, quotation marks and all."""
        return text[self.start : self.end]

    def is_simple(self, text: str) -> bool:
        """Say whether it is typed on one line as it is read, at most with quotes round it."""
        return self.written(text) in (self.value, f'"{self.value}"', f"'{self.value}'")


def offset(text: str, line: int, column: int) -> int:
    """Turn a line and column, both from 1, into an index; the end of a text that is shorter."""
    start = 0
    for _ in range(line - 1):
        following = text.find("\n", start)
        if following < 0:
            return len(text)
        start = following + 1
    return min(start + column - 1, len(text))


def line_end(text: str, index: int) -> int:
    """Find where the line ends in which an index is; its line break is not part of it."""
    end = text.find("\n", index)
    return len(text) if end < 0 else end


def whole_lines(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a span to whole lines, with the line break after the last."""
    return text.rfind("\n", 0, start) + 1, min(line_end(text, end) + 1, len(text))


def root_of(text: str) -> Any:
    """Compose a YAML text with positions; None where it cannot be read."""
    loader = _Loader(text.translate(_AS_SPACES))
    try:
        return loader.get_single_node()
    except yaml.YAMLError:
        return None
    finally:
        loader.dispose()


def scalar_at(text: str, line: int, column: int) -> Scalar | None:
    """Find the name or value of a YAML text that begins at a place."""
    index = offset(text, line, column)
    return next((one for one in scalars(root_of(text)) if one.start == index), None)


def scalars(
    node: Any,
    path: tuple[str | int, ...] = (),
    pairs: tuple[tuple[Any, Any], ...] = (),
    *,
    is_key: bool = False,
) -> Iterator[Scalar]:
    """Give every name and value, in the order of the text."""
    if isinstance(node, yaml.ScalarNode):
        start, end = int(node.start_mark.index), int(node.end_mark.index)
        yield Scalar(str(node.value), start, end, path, is_key, pairs)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from scalars(item, (*path, index))
    elif isinstance(node, yaml.MappingNode):
        group = tuple(node.value)
        for key, value in group:
            below = (*path, str(key.value))
            yield from scalars(key, below, group, is_key=True)
            yield from scalars(value, below, group)


def options_at(text: str, file: str, line: int) -> Block | None:
    """Find the block of a page whose options stand in a line."""
    for block in scan(text, file).blocks:
        last = block.options_line + block.options.count("\n")
        if block.options and block.options_line <= line <= last:
            return block
    return None
