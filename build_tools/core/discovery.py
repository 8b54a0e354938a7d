"""Finding what a folder holds, so that adding a rule or an activity touches no list."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import ModuleType


@cache
def modules_in(package: str) -> tuple[ModuleType, ...]:
    """Import every module directly inside a package, sorted; a leading _ hides one."""
    parent = importlib.import_module(package)
    names = sorted(i.name for i in pkgutil.iter_modules(parent.__path__) if i.name[0] != "_")
    return tuple(importlib.import_module(f"{package}.{name}") for name in names)


def packages_in(package: str) -> tuple[ModuleType, ...]:
    """Import every folder directly inside a package that is itself a package."""
    return tuple(module for module in modules_in(package) if hasattr(module, "__path__"))
