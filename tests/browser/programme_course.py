"""The starter course with the shipped instruments, so that a whole programme can be walked through.

The starter has the same grid and one module, on awareness of oneself.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from build_tools.adapters.site_build import build
from build_tools.core.source import read
from build_tools.model.course import Course
from build_tools.model.load import load
from build_tools.starters import COURSE

ROOT = Path(__file__).parent.parent.parent
ID = "my-course"
PREFIX = f"trellis:{ID}:"
PATHWAY = """\
tools: [needs-assessment, capacity-self-assessment, action-plan, follow-up, closure]
phases: [assess, learn, plan, follow-up, close]
"""


def write(folder: Path, also: Mapping[str, str] | None = None) -> Course:
    """Write the course into a folder, and load it; ``also`` adds instruments by their ids."""
    shutil.copytree(COURSE, folder)
    (folder / "course/tools").mkdir()
    for file in sorted((ROOT / "course/tools").glob("*.yml")):
        # The elements of the programmes stay behind.
        text = re.sub(r"(?m)^covers: .*\n", "", file.read_text(encoding="utf-8"))
        # What a form suggests is the one module that is there.
        text = re.sub(r"(?m)^(      [\w-]+: )\[.*\]$", r"\1[first-steps]", text)
        (folder / "course/tools" / file.name).write_text(text, encoding="utf-8")
    for id, text in (also or {}).items():
        (folder / "course/tools" / f"{id}.yml").write_text(text, encoding="utf-8")
    with (folder / "course/pathways/everyone.yml").open("a", encoding="utf-8") as pathway:
        pathway.write(PATHWAY)
    course, faults = load(read(folder))
    assert faults == []
    return course


def make(
    folder: Path, *, directory_urls: bool = True, also: Mapping[str, str] | None = None
) -> None:
    """Write the course and build its site into a folder ``site`` below."""
    build(folder, folder / "site", write(folder, also), directory_urls=directory_urls)
