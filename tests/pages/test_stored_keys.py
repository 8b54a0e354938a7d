"""The page “What this site stores” lists what the scripts can write, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_tools.pages.leaving import NEUTRAL
from build_tools.pages.stored_keys import stored_keys

KEYS = stored_keys(str)
# The two doors to storage: the one that every script goes through, and the one that must run
# before the page is painted.
DOORS = ("overrides/assets/js/1-store.js", "overrides/assets/js/head/look.js")
# The copy of the pages that a learner may ask for holds nothing of the learner's; see `offline.md`.
COPY = ("overrides/assets/js/9-offline.js", "overrides/assets/js/worker/")
OTHER_DOORS = ("document.cookie", "indexedDB", "caches.", "serviceWorker", "navigator.storage")


def scripts(root: Path) -> dict[str, str]:
    """Every script of ours, without its comments."""
    paths = [
        *(root / "overrides").rglob("*.js"),
        *(root / "build_tools").rglob("*.js"),
    ]
    return {
        path.relative_to(root).as_posix(): re.sub(r"(?m)^\s*//.*", "", path.read_text("utf-8"))
        for path in sorted(paths)
    }


def resolved(expression: str, script: str) -> str:
    """Work out a key as far as it is written down; what only the browser knows becomes ``*``."""
    expression = expression.strip()
    if literal := re.fullmatch(r'"([^"]*)"', expression):
        return literal.group(1)
    if template := re.fullmatch(r"`([^`]*)`", expression):
        return re.sub(
            r"\$\{([^}]*)\}", lambda part: resolved(part.group(1), script), template.group(1)
        )
    if " + " in expression:
        return "".join(resolved(part, script) for part in expression.split(" + "))
    found = re.search(rf"\bconst {re.escape(expression)} = ([^;]+);", script)
    return resolved(found.group(1), script) if found else "*"


def written(name: str, script: str) -> set[tuple[str, str]]:
    """What a script writes, as (place, key); the place is ``*`` where the script decides later."""
    if name == DOORS[0]:
        return set()
    calls = re.findall(r"\bstore\.write\(([^,()]+|place\(\)), ([^,]+),", script)
    found = {(resolved(place, script), resolved(key, script)) for place, key in calls}
    assert len(calls) == len(re.findall(r"\bstore\.write\b", script)), f"{name}: an unread call"
    for key in re.findall(r"\blocalStorage\.setItem\(([^,]+),", script):
        _, _, ending = resolved(key, script).split(":", 2)
        found.add(("device", ending))
    return found


def row_of(key: str) -> str | None:
    fits = (row.key for row in KEYS if re.fullmatch(re.escape(row.key).replace(r"\*", ".*"), key))
    return next(fits, None)


def test_the_keys_are_those_that_the_scripts_can_write(root: Path) -> None:
    found = {pair for name, script in scripts(root).items() for pair in written(name, script)}
    assert {row_of(key) for _, key in found} == {row.key for row in KEYS}
    for place, key in found:
        row = next(row for row in KEYS if row.key == row_of(key))
        assert place == "*" or place in row.places, f"{key} is written to {place}"


@pytest.mark.parametrize("door", [*OTHER_DOORS, "localStorage", "sessionStorage", "setItem"])
def test_scripts_store_nothing_past_the_two_doors(door: str, root: Path) -> None:
    allowed = (*DOORS, *COPY) if door in ("caches.", "serviceWorker") else DOORS
    past = [
        name
        for name, script in scripts(root).items()
        if not name.startswith(allowed) and door in script
    ]
    assert past == []


@pytest.mark.parametrize("door", OTHER_DOORS)
def test_the_two_doors_lead_to_web_storage_alone(door: str, root: Path) -> None:
    assert not any(door in scripts(root)[name] for name in DOORS)


def test_every_page_leads_to_what_the_site_stores(web_site: Path) -> None:
    assert (web_site / "stored/index.html").is_file()
    for path in web_site.rglob("*.html"):
        if path.name not in ("404.html", NEUTRAL):
            assert re.search(
                r'<footer.*href="(?:[^"]*stored|[.])/">What this site stores</a>',
                path.read_text("utf-8"),
                re.S,
            ), path


def test_each_key_is_explained_once_and_in_its_own_words() -> None:
    for words in ("key", "title", "purpose", "anchor"):
        found = [getattr(row, words) for row in KEYS]
        assert len(set(found)) == len(KEYS)
        assert all(found)
    assert {place for row in KEYS for place in row.places} == {"device", "tab"}
