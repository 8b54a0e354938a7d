"""One zip of a course's sources, to send to a colleague: no site, no hidden files, same bytes."""

from __future__ import annotations

import zipfile
from pathlib import Path

FOLDERS = ("course", "modules", "quizzes", "overrides")
FILES = ("mkdocs.yml", "README.md", "LICENSE")
# The oldest day a zip can hold; the day of packing would change the bytes.
DAY = (1980, 1, 1, 0, 0, 0)


def pack(root: Path, target: Path) -> list[str]:
    """Write the zip and give the names in it. Links are left out, since they may lead anywhere."""
    paths = [root / name for name in FILES]
    for folder in FOLDERS:
        if not (root / folder).is_symlink():
            paths += sorted((root / folder).rglob("*"))
    names = []
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in paths:
            inside = path.relative_to(root)
            hidden = any(part.startswith((".", "__pycache__")) for part in inside.parts)
            if hidden or path.is_symlink() or not path.is_file() or path.samefile(target):
                continue
            entry = zipfile.ZipInfo(f"{target.stem}/{inside.as_posix()}", DAY)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes())
            names.append(inside.as_posix())
    return names
