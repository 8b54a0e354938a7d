"""Imports point down, and only the adapters know MkDocs: a course must outlive its theme."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "build_tools"
# Each layer with those right below it; what these may use, it may use too.
BELOW: dict[str, tuple[str, ...]] = {
    "core": (),
    "learning": ("core",),
    "activities": ("core",),
    "instruments": ("activities",),
    "model": ("instruments",),
    "checks": ("model",),
    "markdown": ("model",),
    "pages": ("markdown", "checks"),
    "exports": ("pages", "learning"),
    "adapters": ("exports", "checks"),
    "starters": ("exports", "checks"),
    "doctor": ("exports", "checks"),
    "commands": ("adapters", "starters", "doctor"),
    "cli": ("commands",),
}
FILES = sorted(PACKAGE.rglob("*.py"))


def layer_of(file: Path) -> str:
    return file.relative_to(PACKAGE).with_suffix("").parts[0]


def allowed(layer: str) -> set[str]:
    return {layer}.union(*map(allowed, BELOW[layer]))


def imported(file: Path) -> Iterator[str]:
    """Every module a file names, also inside functions; ``from a import b`` gives ``a.b``."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} has a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_folder_of_the_package_belongs_to_a_layer() -> None:
    assert {layer_of(file) for file in FILES} - {"__init__"} == set(BELOW)


@pytest.mark.parametrize("layer", BELOW)
def test_imports_point_down(layer: str) -> None:
    upward = [
        f"{file.relative_to(PACKAGE)} imports {name}"
        for file in FILES
        if layer_of(file) == layer
        for name in imported(file)
        if name.startswith("build_tools.")
        # The version is told in the package itself and belongs to no layer.
        if name != "build_tools.__version__" and name.split(".")[1] not in allowed(layer)
    ]
    assert upward == []


def test_only_the_adapters_import_mkdocs() -> None:
    importers = {
        layer_of(file)
        for file in FILES
        for name in imported(file)
        if name.split(".")[0] in ("mkdocs", "properdocs", "material", "zensical")
    }
    assert importers == {"adapters"}


@pytest.mark.parametrize("kind", sorted((PACKAGE / "activities").glob("*/__init__.py")))
def test_a_kind_of_question_knows_no_other_kind(kind: Path) -> None:
    """A folder is one kind: taking it away must not break another."""
    name = kind.parent.name
    others = {p.parent.name for p in kind.parent.parent.glob("*/__init__.py")} - {name}
    for file in kind.parent.rglob("*.py"):
        used = {part for module in imported(file) for part in module.split(".")[2:3]}
        assert not used & others
