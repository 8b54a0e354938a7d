"""What ``trellis check --fix`` mends: one file for each rule, named after it.

Files are found by discovery. Each has ``fix(text, diagnostic, source)``, which gives the edits that
mend one finding, or none where it is not certain what was meant. A place is found by parsing, never
by searching the whole file, and a fix that has run has nothing left to do. The docstring of a fix
says what it mends; the manual shows it.

Mended are:

- SRC004: the misspelt name of a field, if one known name alone is near and not there already;
- SRC006: ``yes``, ``no``, ``on``, ``off``, ``True``, ``"true"`` in place of ``true`` or ``false``;
- SRC014: an invisible line break, which becomes the space it is read as;
- SRC017: a line of ``allow:`` that silences nothing, once the course has no error left;
- BLK001: the misspelt name of a block, a missing hyphen or a missing slash;
- BLK003: a line that closes a block a second time;
- LNK001: a link written as the site's address of a page that is there, which becomes its path;
- LNK006: ``http://`` before a site that is known to answer to ``https://``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from inspect import cleandoc

from build_tools.core.diagnostics import Diagnostic
from build_tools.core.discovery import modules_in
from build_tools.core.source import Source


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Put ``replacement`` in place of the characters from ``start`` up to ``end`` of a text."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Fix:
    """The fix of one rule.

    ``waits`` holds back a fix that could be wrong while the course has errors: what is not read yet
    may need what it would delete.
    """

    code: str
    about: str
    run: Callable[[str, Diagnostic, Source], list[Edit]]
    waits: bool


@cache
def fixes() -> dict[str, Fix]:
    """Give every fix by the code of the rule that it mends."""
    found = {}
    for module in modules_in("build_tools.checks.fixes"):
        code = module.__name__.rsplit(".", 1)[1][:6].upper()
        waits = bool(getattr(module, "WAITS", False))
        found[code] = Fix(code, cleandoc(module.__doc__ or ""), module.fix, waits)
    return found
