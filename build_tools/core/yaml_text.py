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

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# YAML 1.1 counts these as line breaks, editors do not: positions and folded text would shift.
ODD_BREAKS = "\u2028\u2029\u0085"
_ODD_BREAK = re.compile(f"[{ODD_BREAKS}]")
_AS_SPACES = str.maketrans(dict.fromkeys(ODD_BREAKS, " "))
MAX_DEPTH = 60


class Plain(str):
    """A scalar written without quotes: only these can become numbers or truth values."""

    __slots__ = ()


class Table(dict[str, Any]):
    """A mapping that knows the path at which it stands in its file."""

    __slots__ = ("origin",)

    def __init__(self, origin: tuple[str | int, ...]) -> None:
        super().__init__()
        self.origin = origin


def position(text: str, index: int) -> tuple[int, int]:
    """Turn a character index into a line and a column, both from 1, counting only ``\\n``."""
    index = min(max(index, 0), len(text))
    return text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1


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
    except yaml.YAMLError:
        faults.append(_syntax_fault(text, file))
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
    if text.count("[") + text.count("{") + text.count("- ") + text.count("? ") <= MAX_DEPTH:
        indents = {len(m.group()) for m in re.finditer(r"(?m)^ +", text)}
        if len(indents) <= MAX_DEPTH:
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
    table = Table(path)
    for key_node, value_node in node.value:
        line, column = position(text, key_node.start_mark.index)
        if not isinstance(key_node, yaml.ScalarNode):
            faults.append(
                report(
                    Fault.WRONG_TYPE,
                    TextPlace(file, line, column),
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
                    TextPlace(file, line, column),
                    f"“{key}” is given twice here, so one of the two would be lost",
                    "keep one of them, or merge the two",
                )
            )
        table[key] = _construct(value_node, (*path, key), file, text, faults, seen)
    return table


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


_PLAIN_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        r"found character '\\t'",
        "a tab stands where spaces are needed",
        "replace the tab by spaces: two for each step inwards",
    ),
    (
        r"mapping values are not allowed",
        "there is a “: ” inside a text, so YAML takes part of it for a field",
        'put the whole text in double quotes: "…"; '
        "if it is a field, begin it in the same column as the others",
    ),
    (
        r"while scanning a quoted scalar|found unexpected end of stream",
        "a quotation mark is opened here and never closed",
        'close it with " at the end of the text',
    ),
    (
        r"could not find expected ':'",
        "this line is neither a field nor part of the text above it",
        "write “field: value”, or indent the line so that it belongs to the text above",
    ),
    (
        r"expected <block end>|did not find expected key",
        "this line does not line up with the lines above it",
        "begin it in the same column as the other fields of its group; "
        "if the line above has a quotation mark inside quotes, use “ ” for the inner one",
    ),
    (
        r"expected ',' or|did not find expected ',' or",
        "a { … } or [ … ] is not closed, or a comma is missing",
        "put a comma between the parts and close the bracket; quote a text that has a comma in it",
    ),
    (
        r"expected a single document",
        "a line of three hyphens starts a second document",
        "remove the line “---”",
    ),
    (
        r"found undefined alias|while scanning an alias|while scanning an anchor",
        "a text that begins with * or & has a special meaning in YAML",
        "put the text in quotes",
    ),
    (
        r"cannot start any token",
        "this character cannot begin a text in YAML",
        "put the whole text in quotes",
    ),
    (
        r"special characters are not allowed|unacceptable character",
        "an invisible control character stands here",
        "delete the character; retype the word if you cannot see it",
    ),
)


def _syntax_fault(text: str, file: str) -> Reported:
    """Word a syntax error; the pure loader is asked again, since it explains itself better."""
    index, problem = 0, "this is not valid YAML"
    try:
        yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        # A quotation mark never closed is better shown where it opens than at the file's end.
        if "quoted scalar" in (error.context or "") and error.context_mark is not None:
            mark = error.context_mark
        index = mark.index if mark is not None else 0
        problem = " ".join(filter(None, (error.context, error.problem)))
    except yaml.reader.ReaderError as error:
        index, problem = int(error.position), "special characters are not allowed"
    except RecursionError:
        problem = "lists or groups are nested too deep"
    line, column = position(text, index)
    for pattern, message, hint in _PLAIN_WORDS:
        if re.search(pattern, problem):
            return report(Fault.SYNTAX, TextPlace(file, line, column), message, hint)
    return report(
        Fault.SYNTAX,
        TextPlace(file, line, column),
        f"YAML cannot read this line: {problem}",
        "compare its indentation and quotes with a line that works",
    )
