"""Ids: what they look like, and what is wrong with one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_tools.core.diagnostics import Place
from build_tools.core.faults import Fault, Reported, report

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
MAX_ID = 64
# Names that Windows keeps for devices: such a file cannot be made or unzipped there.
WINDOWS_RESERVED = {"con", "prn", "aux", "nul"} | {
    f"{port}{n}" for port in ("com", "lpt") for n in range(10)
}


def id_faults(ids: Iterable[tuple[str, Place]]) -> Iterator[Reported]:
    """Judge names of folders and files as ids: shape, length, Windows' own names, near twins."""
    seen: dict[str, tuple[str, Place]] = {}
    for name, place in ids:
        if name.lower() in seen:
            other, first = seen[name.lower()]
            same = f"this and {first.file} have the same id, so one of them would be lost"
            near = f"“{name}” and “{other}” differ only in capitals; "
            yield report(
                Fault.CLASHING_ID,
                place,
                same if name == other else near + "on Windows and macOS they are one file",
                "rename one of them",
            )
        seen[name.lower()] = name, place
        if windows_refuses(name):
            yield report(
                Fault.BAD_ID,
                place,
                f"“{name}” is a name that Windows keeps for itself",
                "choose another name",
            )
        elif not ID.match(name) or len(name) > MAX_ID:
            yield report(
                Fault.BAD_ID,
                place,
                f"“{name}” is not a good id",
                good_id(name),
            )


def good_id(text: str) -> str:
    """Say how an id is written, with one like the text where that is possible."""
    better = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:MAX_ID].strip("-")
    example = better if better and not windows_refuses(better) else "calm-first"
    return f"use small letters, digits and single hyphens, at most {MAX_ID}: “{example}”"


def windows_refuses(name: str) -> bool:
    """Say whether a file or folder of that name cannot be made on Windows."""
    return (
        name.lower().split(".")[0] in WINDOWS_RESERVED
        or name.endswith((".", " "))
        or re.search(r'[<>:"|?*\\\x00-\x1f]', name) is not None
    )
