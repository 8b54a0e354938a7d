"""For code-scanning tools: a log in SARIF 2.1.0 (OASIS, 2020), each rule with its whole manual.

Letters beyond ASCII are escaped, so that no console can garble them on the way into a file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from build_tools import __version__
from build_tools.checks.manual import summary
from build_tools.checks.run import Rule, known_rules
from build_tools.core.diagnostics import Diagnostic
from build_tools.core.source import Source

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def render(diagnostics: Iterable[Diagnostic], source: Source) -> str:
    """Give a log with one run: the rules that found something, and what they found."""
    found = list(diagnostics)
    codes = sorted({d.code for d in found})
    driver = {
        "name": "Trellis",
        "version": __version__,
        "rules": [_rule(known_rules()[code]) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        # Columns count letters, not the pairs of numbers that some programs keep them in.
        "columnKind": "unicodeCodePoints",
        "results": [_result(d, codes.index(d.code)) for d in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": summary(rule)},
        # A manual is Markdown as it stands: its examples are indented.
        "help": {"text": rule.manual, "markdown": rule.manual},
        "defaultConfiguration": {"level": str(rule.severity)},
    }


def _result(d: Diagnostic, rule: int) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": quote(d.file)},
        "region": {"startLine": d.line, "startColumn": d.column},
    }
    return {
        "ruleId": d.code,
        "ruleIndex": rule,
        "level": str(d.severity),
        "message": {"text": f"{d.message}\n{d.hint}" if d.hint else d.message},
        "locations": [{"physicalLocation": place}],
    }
