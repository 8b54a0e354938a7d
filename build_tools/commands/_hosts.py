"""One course for several organisations: the copy of each, and the report on all of them."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from build_tools.checks import judge
from build_tools.checks.report import formats
from build_tools.commands._shared import count, fail, waiting
from build_tools.core.diagnostics import Diagnostic, Severity
from build_tools.core.source import read, read_instead
from build_tools.model.course import Course
from build_tools.model.host import Organisation
from build_tools.model.load import load

HOST = "course/host.yml"


@dataclass
class Copy:
    """The course as one organisation hosts it, and what became of building it.

    ``file`` is the organisation's own ``host.yml``, as the user named it.
    """

    file: str
    course: Course
    found: list[Diagnostic]
    pages: int = 0
    size: int = 0
    outcome: str = ""
    built: bool = False
    failed: bool = False

    @property
    def id(self) -> str:
        """The organisation's short name, which its folder gets."""
        return self.course.host.organisation.id

    @property
    def named(self) -> bool:
        """Whether the file says whose copy it is."""
        return HOST not in self.course.source.broken and self.id != Organisation().id

    @property
    def errors(self) -> list[Diagnostic]:
        """What keeps it from being built."""
        return [d for d in self.found if d.severity is Severity.ERROR]

    def weigh(self, site: Path) -> None:
        """Count the pages of its site, and their weight with all that belongs to them."""
        files = [path for path in site.rglob("*") if path.is_file()]
        self.pages = sum(path.suffix == ".html" and path.name != "404.html" for path in files)
        self.size = sum(path.stat().st_size for path in files)


def files(given: Iterable[str]) -> list[Path]:
    """Find the files that the user names; a pattern is looked up here, for Windows."""
    found: dict[Path, Path] = {}
    for name in given:
        paths = [Path(name)]
        if not paths[0].exists() and glob.has_magic(name):
            paths = [Path(path) for path in sorted(glob.glob(name))]  # noqa: PTH207
            if not paths:
                fail(f"no file is called like {name}")
        for path in paths:
            if not path.is_file():
                fail(f"there is no file {path}")
            found.setdefault(path.resolve(), path)
    return list(found.values())


def copies(root: Path, given: Iterable[str], *, publish: bool) -> list[Copy]:
    """Read and judge the course once for each organisation; refuse two of one id."""
    with waiting("Reading and checking the course"):
        read_in = [_loaded(root, path) for path in files(given)]
        _leave_out_logos_of_others([course for _, course, _ in read_in])
        found = [_judged(*one, publish) for one in read_in]
    seen: dict[str, Copy] = {}
    for copy in found:
        if copy.named and (first := seen.setdefault(copy.id, copy)) is not copy:
            fail(
                f"{first.file} and {copy.file} both have the organisation id “{copy.id}”, so one "
                "site would replace the other. Nothing was built.\nGive each its own id under "
                "organisation:, and keep it: saved progress carries it."
            )
    return found


def _loaded(root: Path, path: Path) -> tuple[Path, Course, list[Diagnostic]]:
    source = read(root)
    read_instead(source, HOST, path)
    return path, *load(source)


def _leave_out_logos_of_others(courses: list[Course]) -> None:
    """Take a logo out of every site but its owner's, unless a page of the course shows it."""
    for course in courses:
        others = {logo for other in courses for logo in _logos(other)} - _logos(course)
        texts = [text for name, text in course.source.texts.items() if name != HOST]
        for logo in others:
            if not any(Path(logo).name in text for text in texts):
                course.source.images.discard(logo)


def _logos(course: Course) -> set[str]:
    organisation = course.host.organisation
    return {f"course/{path}" for path in (organisation.logo, organisation.logo_dark) if path}


def _judged(path: Path, course: Course, faults: list[Diagnostic], publish: bool) -> Copy:
    found = judge(course, faults, publish=publish)
    # Findings name the file that the user has to mend.
    shown = path.as_posix()
    if HOST in course.source.texts:
        course.source.texts[shown] = course.source.texts[HOST]
    return Copy(shown, course, [replace(d, file=shown) if d.file == HOST else d for d in found])


def told(copies: list[Copy]) -> Iterator[str]:
    """Print errors: those of the course itself once, then those of each organisation's file."""
    shared = sorted({d for copy in copies for d in copy.errors if d.file != copy.file})
    if shared:
        yield formats()["text"](shared, copies[0].course.source)
    for copy in copies:
        if mine := [d for d in copy.errors if d.file == copy.file]:
            yield formats()["text"](mine, copy.course.source)


def report(copies: list[Copy]) -> Iterator[str]:
    """Say in one table what became of each, and then how many were built."""
    rows = [("Organisation", "Pages", "Size", "Findings", "")]
    for copy in copies:
        warnings = len(copy.found) - len(copy.errors)
        parts = [count(len(copy.errors), "error")] if copy.errors else []
        parts += [count(warnings, "warning")] if warnings else []
        size = f"{copy.size / 1e6:.1f} MB"
        rows.append(
            (
                copy.id if copy.named else copy.file,
                str(copy.pages) if copy.built else "-",
                size if copy.built else "-",
                ", ".join(parts) or "none",
                copy.outcome,
            )
        )
    wide = [max(len(row[column]) for row in rows) for column in range(4)]
    for name, pages, size, findings, outcome in rows:
        line = (
            f"{name:<{wide[0]}}  {pages:>{wide[1]}}  {size:>{wide[2]}}  {findings:<{wide[3]}}  "
            f"{outcome}"
        )
        yield line.rstrip()
    built = sum(copy.built for copy in copies)
    left = len(copies) - built
    yield ""
    yield f"{count(built, 'site')} built" + (f", {left} not built." if left else ".")
