"""The style sheets and the script bundles, joined from the overrides and the activities.

The shell goes on every page, the activities only where a page has one, what shows learners their
record and what fills in instruments only on the pages that do, and the search where it is opened;
where pages are opened from a folder, one more helps to keep what was done. Scripts stay classic (no
import or export), so that they run from ``file://`` too; each file is wrapped in a function of its
own and shares only the object ``trellis``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

import rcssmin

from build_tools import activities, instruments

FOLDER = "assets/trellis"
_COMMENTS_JS = re.compile(r"(?m)^\s*//.*\n")


def overrides() -> Path:
    """Find the folder of our own look: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).parent.parent
    shipped = package / "overrides"
    return shipped if shipped.is_dir() else package.parent / "overrides"


def bundles(folders: Iterable[Path], style: str = "") -> Mapping[str, str]:
    """Make the bundles by their paths on the site; names carry a hash of what they hold.

    ``folders`` are looked through in order for ``assets/css`` and ``assets/js``: the first file of
    a name wins, so that an organisation can replace ours one by one. ``style`` comes
    after all other rules of the shell.
    """
    folders = list(folders)
    kinds = [activities.folder_of(kind) for kind in sorted(activities.kinds())]
    own = (folder / "style.css" for folder in kinds)
    styles = [*_shared("*.css"), *(path for path in own if path.is_file())]
    elements = [*_shared("*.js"), *(folder / "element.js" for folder in kinds)]
    return {
        "shell_css": _style(_first(folders, "assets/css", "*.css"), style),
        "activities_css": _style(styles),
        "tools_css": _style(_first(folders, "assets/css/tools", "*.css")),
        "shell_js": _script(_first(folders, "assets/js", "*.js")),
        "activities_js": _script(elements),
        "learner_js": _script(_first(folders, "assets/js/learner", "*.js")),
        "tools_js": _script(_instruments()),
        "search_js": _script(_first(folders, "assets/js/search", "*.js")),
        "folder_js": _script(_first(folders, "assets/js/folder", "*.js")),
        "look_js": "".join(map(_script_of, _first(folders, "assets/js/head", "*.js"))),
    }


def workers(folders: Iterable[Path]) -> Mapping[str, str]:
    """Give the scripts that run beside pages, by their names: browsers want them unjoined."""
    found = _first(list(folders), "assets/js/worker", "*.js")
    return {path.name: _script_of(path) for path in found}


def named(bundles: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Give each bundle its path on the site, with a short hash, beside its text."""
    result = {}
    for key, text in bundles.items():
        stem, ending = key.rsplit("_", 1)
        digest = sha256(text.encode()).hexdigest()[:10]
        result[key] = (f"{FOLDER}/{stem}.{digest}.{ending}", text)
    return result


def _shared(pattern: str) -> list[Path]:
    """What several kinds share; first of all what every question has."""
    found = sorted(activities.FOLDER.glob(pattern))
    return sorted(found, key=lambda path: path.stem != "question")


def _instruments() -> list[Path]:
    """What all instruments share, then what single kinds have of their own."""
    kinds = (instruments.folder_of(kind) / "element.js" for kind in sorted(instruments.kinds()))
    return [*sorted(instruments.FOLDER.glob("*.js")), *(path for path in kinds if path.is_file())]


def _first(folders: list[Path], inside: str, pattern: str) -> list[Path]:
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted((folder / inside).glob(pattern)):
            found.setdefault(path.name, path)
    return [found[name] for name in sorted(found)]


def _script_of(path: Path) -> str:
    return _COMMENTS_JS.sub("", path.read_text(encoding="utf-8"))


def _style(paths: Iterable[Path], last: str = "") -> str:
    texts = (path.read_text(encoding="utf-8") for path in paths)
    return str(rcssmin.cssmin("".join((*texts, last)))) + "\n"


def _script(paths: Iterable[Path]) -> str:
    parts = [_script_of(path).strip() for path in paths]
    wrapped = "\n".join(
        f"((trellis) => {{\n{part}\n}})((window.trellis ||= {{}}));" for part in parts if part
    )
    return wrapped + "\n"
