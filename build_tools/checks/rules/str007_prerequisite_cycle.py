"""No module comes, by way of others, before itself.

If one module requires a second, and the second requires the first, nobody can begin with either.

Mend it: take one of the names out of ``requires:``. Usually it is the one in the module that
learners meet first.

    # bad modules/first-steps/module.yml 1:12
    requires: [first-steps]

    # good modules/first-steps/module.yml
    requires: []
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    told: set[frozenset[str]] = set()
    for id in _in_knots(course):
        module = course.modules[id]
        way = _way_back(course, id)
        if not way or frozenset(way) in told:
            continue
        told.add(frozenset(way))
        first = way[1] if len(way) > 1 else id
        yield Finding(
            module.place("requires", module.requires.index(first)),
            "this goes round in a circle: " + " requires ".join((*way, id)),
            "take one of these names out of “requires”",
        )


def _in_knots(course: Course) -> list[str]:
    """List the modules that nobody can reach by reading first what each requires."""
    there = set(course.modules)
    waiting = {id: there.intersection(m.requires) for id, m in course.modules.items()}
    needed_by: dict[str, list[str]] = {}
    for id, needs in waiting.items():
        for need in needs:
            needed_by.setdefault(need, []).append(id)
    free = [id for id, needs in waiting.items() if not needs]
    for id in free:
        for later in needed_by.get(id, ()):
            waiting[later].discard(id)
            if not waiting[later]:
                free.append(later)
    return [id for id, needs in waiting.items() if needs]


def _way_back(course: Course, start: str) -> tuple[str, ...]:
    """Find the shortest way from a module by its prerequisites back to itself, or nothing."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:
        module = course.modules.get(way[-1])
        for needed in module.requires if module else ():
            if needed == start:
                return way
            if needed not in seen:
                seen.add(needed)
                ways.append((*way, needed))
    return ()
