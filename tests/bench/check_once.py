"""Read and judge one course; print seconds, seconds of a PyYAML C-loader pass, and peak memory.

Memory is the process's largest resident size in MB, or “?” where the system does not tell.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import yaml

from build_tools.checks import judge
from build_tools.core.source import read
from build_tools.model.load import load


def main(course: Path) -> None:
    """Measure once."""
    start = time.perf_counter()
    loaded, faults = load(read(course))
    judge(loaded, faults)
    seconds = time.perf_counter() - start
    memory = _peak()
    start = time.perf_counter()
    for folder in ("course", "modules", "quizzes"):
        for path in (course / folder).rglob("*.yml"):
            yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    print(f"{seconds:.3f} {time.perf_counter() - start:.3f} {memory}")


def _peak() -> str:
    if sys.platform == "win32":
        return "?"
    import resource

    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # macOS counts bytes, Linux kilobytes.
    return str(size // (1024 * 1024 if sys.platform == "darwin" else 1024))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
