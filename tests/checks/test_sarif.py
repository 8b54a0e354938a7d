"""The SARIF report holds to the schema that its standard publishes."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from build_tools.checks import known_rules
from build_tools.checks.report import sarif
from build_tools.core.source import read
from tests.checks.examples import examples, lay_over
from tests.checks.test_rules import diagnostics

PACKAGE = "@microsoft/jest-sarif"
SCHEMA = Path("node_modules") / PACKAGE / "lib/schemas/sarif-2.1.0-rtm.5.json"


@pytest.fixture(scope="session")
def schema(root: Path) -> Any:
    """The schema out of an npm package, fetched once and kept among the temporary files."""
    wanted = json.loads((root / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    version = wanted[PACKAGE]
    mark = hashlib.sha256(f"{PACKAGE}@{version}".encode()).hexdigest()[:12]
    cache = Path(tempfile.gettempdir()) / f"trellis-npm-{mark}"
    for place in (root, cache):
        if (place / SCHEMA).is_file():
            return json.loads((place / SCHEMA).read_text(encoding="utf-8"))
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not on this machine; the schema of SARIF comes from an npm package")
    cache.mkdir(exist_ok=True)
    (cache / "package.json").write_text("{}", encoding="utf-8")
    install = [npm, "install", "--ignore-scripts", "--no-save", "--no-audit", "--no-fund"]
    try:
        done = subprocess.run(
            [*install, f"{PACKAGE}@{version}"],
            cwd=cache,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=300,
        )
    except subprocess.TimeoutExpired:
        pytest.skip(f"npm took more than five minutes to install {PACKAGE}")
    if done.returncode or not (cache / SCHEMA).is_file():
        pytest.skip(f"npm could not install {PACKAGE}: {done.stderr.strip()[-300:]}")
    return json.loads((cache / SCHEMA).read_text(encoding="utf-8"))


def broken(folder: Path) -> Path:
    """Make a course with several kinds of fault, one in a file whose name has an accent."""
    for code in ("SRC004", "LNK006", "QUI001"):
        lay_over(examples(known_rules()[code].manual)[0], folder)
    (folder / "course/où.md").write_text("[x](http://example.org)\n", encoding="utf-8")
    return folder


def validate(log: dict[str, Any], schema: Any) -> None:
    jsonschema.validators.validator_for(schema)(schema).validate(log)


def test_a_log_with_findings_is_valid(schema: Any, tmp_path: Path) -> None:
    course = broken(tmp_path / "course")
    validate(json.loads(sarif.render(diagnostics(course), read(course))), schema)


def test_a_log_without_findings_is_valid(schema: Any, starter: Path) -> None:
    validate(json.loads(sarif.render([], read(starter))), schema)


def test_every_rule_makes_a_valid_log(schema: Any, starter: Path) -> None:
    from build_tools.core.diagnostics import Diagnostic

    found = [
        Diagnostic("course/a b.md", 1, 1, rule.severity, code, rule.name, "message", "hint")
        for code, rule in known_rules().items()
    ]
    validate(json.loads(sarif.render(found, read(starter))), schema)


def test_a_result_names_rule_level_place_and_message(tmp_path: Path) -> None:
    course = broken(tmp_path / "course")
    found = diagnostics(course)
    (run,) = json.loads(sarif.render(found, read(course)))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) == len(found) > 3
    for result, diagnostic in zip(run["results"], found, strict=True):
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"] == diagnostic.code
        assert rule["help"]["text"] == known_rules()[diagnostic.code].manual
        assert "helpUri" not in rule
        assert result["level"] == diagnostic.severity
        assert result["message"]["text"].startswith(diagnostic.message)
        place = result["locations"][0]["physicalLocation"]
        assert place["region"] == {"startLine": diagnostic.line, "startColumn": diagnostic.column}
    uris = {
        r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"]
    }
    assert "course/o%C3%B9.md" in uris


def test_the_log_is_plain_ascii_on_any_console(tmp_path: Path) -> None:
    course = broken(tmp_path / "course")
    assert sarif.render(diagnostics(course), read(course)).isascii()
