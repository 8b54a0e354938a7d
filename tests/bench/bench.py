"""Print build and check times, page weights and the size of our own scripts.

Seconds depend on the machine, so each stands beside a reference measured in the same run: checking
beside a plain pass of PyYAML's C loader over the same files, building beside MkDocs with Material
on the same pages (the tree that ``trellis export docs-tree`` writes).
"""

from __future__ import annotations

import gzip
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from build_tools.checks import judge
from build_tools.core.source import read
from build_tools.exports import docs_tree
from build_tools.model.load import load
from tests.bench import lighthouse, records, weights
from tests.bench.generate import SEED, generate
from tests.browser import learners_course

ROOT = Path(__file__).parent.parent.parent
RUNS = 3


def main() -> None:
    """Measure the shipped course and a generated one."""
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, best of {RUNS} runs\n")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        _measure("shipped course", ROOT, folder / "shipped")
        generate(folder / "course-200", 200)
        _measure(f"200 generated modules (seed {SEED})", folder / "course-200", folder / "200")
        _own()
        _record(folder)
        _scale(folder)


def _own() -> None:
    """Print what our own scripts and styles weigh beside what they may."""
    print("own scripts and styles, gzipped")
    for name, bytes in weights.weights().items():
        if limit := weights.LIMITS.get(name):
            print(f"  {name:14} {bytes:7,} of {limit:,} bytes")
    print()


def _record(folder: Path) -> None:
    """Print what a long record costs a learner who opens a quiz."""
    site = learners_course.make(folder / "learners", directory_urls=True)
    longer = records.measure(site)
    print(
        f"quiz until usable: {longer:+.0f} ms with a record of {records.EVENTS:,} events "
        f"(median of {records.RUNS}, limit {records.LIMIT} ms)\n"
    )


def _scale(folder: Path) -> None:
    """Check ever larger courses, each in a process of its own, so that its memory is its own."""
    print("check at scale, one run each, by `trellis check`'s own reading and rules")
    for modules in (100, 300, 1000):
        course = folder / f"course-{modules}"
        generate(course, modules)
        words = [sys.executable, "-m", "tests.bench.check_once", str(course)]
        said = subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True).stdout
        seconds, reference, memory = said.split()
        each = float(seconds) / modules * 1000
        ratio = float(seconds) / float(reference)
        print(
            f"  {modules:5,} modules {float(seconds):6.1f} s  {each:5.1f} ms a module  "
            f"{ratio:5.1f} × a PyYAML C-loader pass  peak {memory} MB"
        )


def _best(run: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


def _measure(name: str, course: Path, work: Path) -> None:
    files = [p for f in ("course", "modules", "quizzes") for p in (course / f).rglob("*.yml")]

    def check() -> None:
        loaded, faults = load(read(course))
        judge(loaded, faults)

    def plain_yaml() -> None:
        for path in files:
            yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)

    def command(*words: str, cwd: Path) -> Callable[[], object]:
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        return lambda: subprocess.run(
            [sys.executable, "-m", *words],
            cwd=cwd,
            check=True,
            capture_output=True,
            env=environment,
        )

    site, tree = work / "site", work / "tree"
    words = ["build_tools.cli", "build", "--course", str(course), "--site", str(site)]
    build = _best(command(*words, cwd=ROOT))
    loaded, _ = load(read(course))
    docs_tree.export(loaded, tree)
    plain = _best(command("mkdocs", "build", "-q", "-d", str(work / "plain"), cwd=tree))
    checked, reference = _best(check), _best(plain_yaml)
    print(f"{name}: {len(loaded.modules)} modules, {len(list(site.rglob('*.html')))} pages")
    print(
        f"  build   {build:6.2f} s   {build / plain:5.2f} × plain MkDocs + Material ({plain:.2f} s)"
    )
    ratio = checked / reference
    print(f"  check   {checked:6.2f} s   {ratio:5.2f} × a PyYAML C-loader pass ({reference:.2f} s)")
    _weights(site)
    if course == ROOT:
        _lighthouse({"Trellis": site, "stock Material": work / "plain"})
    shutil.rmtree(work)
    print()


def _lighthouse(sites: dict[str, Path]) -> None:
    """Print what Lighthouse says of a page without activities, a module and a quiz."""
    if missing := lighthouse.missing(ROOT):
        print(f"  Lighthouse: {missing}")
        return
    pages = ["", "modules/co-regulation/", "quizzes/co-regulation/"]
    print(f"  Lighthouse, median of {lighthouse.RUNS}: {', '.join(lighthouse.CATEGORIES)}")
    for name, found in lighthouse.medians(ROOT, sites, pages).items():
        for page, scores in found.items():
            print(f"    {name:15} {page or 'home':24} {' '.join(f'{s:4.0f}' for s in scores)}")


def _weights(site: Path) -> None:
    pages = {
        "home": site / "index.html",
        "module": next(iter(sorted(site.glob("modules/*/index.html")))),
        "quiz": next(iter(sorted(site.glob("quizzes/*/index.html")))),
    }
    for name, page in pages.items():
        html = page.read_text(encoding="utf-8")
        loads = re.findall(r'(?:<script src|<link rel="stylesheet" href)="([^"]+)"', html)
        parts = [(page.parent / link).resolve() for link in loads]
        total = _gzipped(page) + sum(map(_gzipped, parts))
        html = _gzipped(page)
        print(f"  {name:7} {html:7,} bytes of HTML, {total:7,} with scripts and styles (gzipped)")
    own = sorted(site.glob("assets/trellis/*"))
    print(
        "  own     " + ", ".join(f"{p.name.split('.')[0]}{p.suffix} {_gzipped(p):,}" for p in own)
    )


def _gzipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


if __name__ == "__main__":
    main()
