"""The offline flavour of a site as one zip, to send, or to copy to a stick or a shared drive.

Two runs over the same site give the same bytes: entries are sorted and dated by the course.
"""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from build_tools.model.course import Course

# The years that a zip can say.
FIRST_YEAR, LAST_YEAR = 1980, 2107


def name_of(course: Course) -> str:
    """Name the zip after the course and its version, in small letters, digits and hyphens."""
    words = re.sub(r"[^a-z0-9]+", "-", f"{course.file.id}-{course.file.version}".lower())
    return f"{words.strip('-')}-offline.zip"


def offline_zip(site: Path, target: Path, stamp: int) -> None:
    """Write all files of a site into a zip, in one folder; ``stamp`` is their time in seconds."""
    day = datetime.fromtimestamp(stamp, UTC)
    year = min(max(day.year, FIRST_YEAR), LAST_YEAR)
    dated = (year, day.month, day.day, day.hour, day.minute, day.second)
    made = target.with_name(target.name + ".new")
    try:
        with zipfile.ZipFile(made, "w") as archive:
            for path in sorted(site.rglob("*"), key=lambda path: path.relative_to(site).parts):
                if not path.is_file():
                    continue
                inside = f"{target.stem}/{path.relative_to(site).as_posix()}"
                entry = zipfile.ZipInfo(inside, dated)
                entry.create_system, entry.external_attr = 3, 0o644 << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, path.read_bytes())
        made.replace(target)
    finally:
        made.unlink(missing_ok=True)
