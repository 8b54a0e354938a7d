"""What is wrong with YAML that cannot be read, in plain words.

The C loader is quick and says little; the pure one is asked again for the better message, and its
message is then put into words that tell what to do.
"""

from __future__ import annotations

import re

import yaml

from build_tools.core import yaml_slips
from build_tools.core.diagnostics import TextPlace
from build_tools.core.faults import Fault, Reported, report
from build_tools.core.positions import position

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
        r"expected ',' or|did not find expected ',' or|found '<stream end>'",
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
    (r"invalid Unicode", "this \\u… stands for no character", "type the character itself"),
    (
        r"special characters are not allowed|unacceptable character",
        "an invisible control character stands here",
        "delete the character; retype the word if you cannot see it",
    ),
)


def syntax_fault(text: str, file: str, first: yaml.YAMLError) -> Reported:
    """Word a syntax error; the pure loader is asked again, since it explains itself better."""
    index, problem = 0, "this is not valid YAML"
    try:
        yaml.compose(text, Loader=yaml.SafeLoader)
        # What only the C loader refuses.
        raise first
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        # What is never closed is better shown where it opens than at the file's end.
        unclosed = "quoted scalar" in (error.context or "") or "<stream end>" in (
            error.problem or ""
        )
        if unclosed and error.context_mark is not None:
            mark = error.context_mark
        index = mark.index if mark is not None else 0
        problem = " ".join(filter(None, (error.context, error.problem)))
    except yaml.reader.ReaderError as error:
        index, problem = int(error.position), "special characters are not allowed"
    except RecursionError:
        problem = "lists or groups are nested too deep"
    line, column = position(text, index)
    unaligned = "expected <block end>" in problem
    if slip := yaml_slips.find(text, line, unaligned=unaligned):
        place = TextPlace(file, slip.line, slip.column)
        return report(Fault.SYNTAX, place, slip.message, slip.hint)
    for pattern, message, hint in _PLAIN_WORDS:
        if re.search(pattern, problem):
            return report(Fault.SYNTAX, TextPlace(file, line, column), message, hint)
    return report(
        Fault.SYNTAX,
        TextPlace(file, line, column),
        f"YAML cannot read this line: {problem}",
        "compare its indentation and quotes with a line that works",
    )
