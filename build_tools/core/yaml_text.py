"""YAML read as people expect it, with positions on demand.

YAML 1.1 turns ``No`` into false, ``12:30`` into 750 and ``010`` into 8. Here every plain scalar
stays the text that was typed (a `Plain`), a key given twice is a fault, and the model decides what
becomes a number or a truth value. Files are composed by the C loader; positions are looked up by
composing once more, and only for files that have a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from build_tools.core.diagnostics import Severity, TextPlace, YamlPlace
from build_tools.core.faults import Fault, Reported, report
from build_tools.core.positions import position
from build_tools.core.yaml_syntax import syntax_fault

_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# YAML 1.1 counts these as line breaks, editors do not: positions and folded text would shift.
ODD_BREAKS = "\u2028\u2029\u0085"
_ODD_BREAK = re.compile(f"[{ODD_BREAKS}]")
_AS_SPACES = str.maketrans(dict.fromkeys(ODD_BREAKS, " "))
_BRACKETS = re.compile(r"[\[\]{}]")
# Written out, so that a search begins with a dash: “(?:[-?] +){3,}” tries every character.
_DASHES = re.compile(r"[-?] +[-?] +(?:[-?] +)+")
MAX_DEPTH = 60


class _Loader(_Parser):  # type: ignore[misc]
    """A loader that does not guess types: every scalar stays text, so the guess is for nothing."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        """Give what has no tag of its own any tag that is YAML's own."""
        return "tag:yaml.org,2002:str"

    def descend_resolver(self, node: Any, index: Any) -> None:
        """Keep no account of the path: nothing is resolved by it."""

    def ascend_resolver(self) -> None:
        """Keep no account of the path."""


class Plain(str):
    """A scalar written without quotes: only these can become numbers or truth values."""

    __slots__ = ()


class Table(dict[str, Any]):
    """A mapping that knows its file, and the path at which it stands there."""

    __slots__ = ("file", "origin")

    def __init__(self, origin: tuple[str | int, ...], file: str) -> None:
        super().__init__()
        self.origin = origin
        self.file = file


def load(text: str, file: str) -> tuple[Any, list[Reported]]:
    """Read one YAML document into `Table`, list, `Plain` and str, with the faults met.

    The data is None where the text could not be understood at all.
    """
    faults = list(_odd_breaks(text, file))
    text = text.translate(_AS_SPACES)
    if (deep := _too_deep(text)) is not None:
        line, column = position(text, deep)
        faults.append(
            report(
                Fault.YAML_TRICK,
                TextPlace(file, line, column),
                f"lists or groups are nested more than {MAX_DEPTH} deep",
                "a course file never needs this; check for brackets that are not closed",
            )
        )
        return None, faults
    try:
        node = _compose(text)
    except yaml.YAMLError as error:
        faults.append(syntax_fault(text, file, error))
        return None, faults
    if node is None:
        return None, faults
    return _construct(node, (), file, text, faults, set()), faults


def locate(text: str, place: YamlPlace) -> tuple[int, int]:
    """Find the line and column of a value (or key); the nearest that exists where it is gone."""
    text = text.translate(_AS_SPACES)
    try:
        node = _compose(text)
    except yaml.YAMLError:
        return 1, 1
    mark = node.start_mark if node is not None else None
    for depth, step in enumerate(place.path):
        last = depth == len(place.path) - 1
        if isinstance(node, yaml.MappingNode):
            pair = next(((k, v) for k, v in reversed(node.value) if k.value == step), None)
            if pair is None:
                break
            node = pair[1]
            on_key = (place.on_key and last) or (
                isinstance(node, yaml.ScalarNode) and node.start_mark.index == node.end_mark.index
            )
            mark = pair[0].start_mark if on_key else node.start_mark
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            if step >= len(node.value):
                break
            node = node.value[step]
            mark = node.start_mark
        else:
            break
    return position(text, mark.index if mark is not None else 0)


def _compose(text: str) -> Any:
    loader = _Loader(text)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def _odd_breaks(text: str, file: str) -> Iterator[Reported]:
    if match := _ODD_BREAK.search(text):
        line, column = position(text, match.start())
        yield report(
            Fault.ODD_LINE_BREAK,
            TextPlace(file, line, column),
            f"an invisible line break (U+{ord(match.group()):04X}) stands in this line; "
            "it is read as a space",
            "delete it; it often comes with text pasted from a web page or a word processor",
            Severity.WARNING,
        )


def _too_deep(text: str) -> int | None:
    """Say where nesting passes the limit; the C composer recurses and must not be tried then."""
    if _deepest_brackets(text) + _deepest_indents(text) <= MAX_DEPTH:
        return None
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH and event.start_mark is not None:
                    return int(event.start_mark.index)
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError:
        return None
    return None


def _deepest_brackets(text: str) -> int:
    """Count how deep brackets stand in one another at most; those in quotes count too."""
    depth = deepest = 0
    for bracket in _BRACKETS.findall(text):
        depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest


def _deepest_indents(text: str) -> int:
    """Count the steps inwards that lines could stand for, and the dashes that open lists in one."""
    indents = {len(line) - len(line.lstrip(" ")) for line in text.split("\n")} - {0}
    dashes = max((run.count("-") for run in _DASHES.findall(text)), default=0)
    return len(indents) + dashes


def _construct(
    node: Any,
    path: tuple[str | int, ...],
    file: str,
    text: str,
    faults: list[Reported],
    seen: set[int],
) -> Any:
    if id(node) in seen or not node.tag.startswith("tag:yaml.org,2002:"):
        alias = id(node) in seen
        faults.append(_trick(node, path, file, alias=alias))
        # Something stands in, so that the field is not called missing too.
        return node.value if isinstance(node, yaml.ScalarNode) and node.value else Plain("…")
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        # The C loader says "" for a plain scalar, the pure one None.
        return node.value if node.style else Plain(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [
            _construct(item, (*path, i), file, text, faults, seen)
            for i, item in enumerate(node.value)
        ]
    table = Table(path, file)
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            faults.append(
                report(
                    Fault.WRONG_TYPE,
                    _place(file, text, key_node),
                    "a list or a group stands where the name of a field is expected",
                    "put text that begins with { or [ in quotes",
                )
            )
            continue
        key = str(key_node.value)
        if key in table:
            faults.append(
                report(
                    Fault.DUPLICATE_KEY,
                    _place(file, text, key_node),
                    f"“{key}” is given twice here, so one of the two would be lost",
                    "keep one of them, or merge the two",
                )
            )
        table[key] = _construct(value_node, (*path, key), file, text, faults, seen)
    return table


def _place(file: str, text: str, node: Any) -> TextPlace:
    return TextPlace(file, *position(text, node.start_mark.index))


def _trick(node: Any, path: tuple[str | int, ...], file: str, *, alias: bool) -> Reported:
    # An alias is composed into the node it repeats, so only the key tells where it stands.
    place = YamlPlace(file, path, on_key=alias)
    if alias:
        return report(
            Fault.YAML_TRICK,
            place,
            "an alias (*) repeats another part of the file",
            "write the text out again, or put a text that begins with * or & in quotes",
        )
    return report(
        Fault.YAML_TRICK,
        place,
        f"a word that begins with “!” is read as a tag by YAML, not as text: {node.tag}",
        "put the text in quotes",
    )
