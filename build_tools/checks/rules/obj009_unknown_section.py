"""The sections that an objective names are there.

The page of objectives links to them, and so does the quiz when it suggests what to read again. A
name without a section leads a learner nowhere.

Mend it: write the file's name, “#” and the heading's address, as in `index.md#at-the-door`. A
heading's address is what stands in `{#…}` after it; without that it is the heading in small
letters with hyphens. Sections are those of the learner's pages: nobody who learns alone sees the
facilitator's notes.

    # bad modules/first-steps/module.yml 4:14
    objectives:
      - id: describe-precautions
        text: Describe universal precautions in one sentence
        taught: ["index.md#at-the-dor"]
        assessed: quiz

    # bad modules/first-steps/module.yml 4:14
    objectives:
      - id: describe-precautions
        text: Describe universal precautions in one sentence
        taught: ["indx.md#at-the-door"]
        assessed: quiz

    # bad modules/first-steps/module.yml 4:14
    objectives:
      - id: describe-precautions
        text: Describe universal precautions in one sentence
        taught: ["index.md"]
        assessed: quiz

    # good modules/first-steps/module.yml
    objectives:
      - id: describe-precautions
        text: Describe universal precautions in one sentence
        taught: ["index.md#at-the-door"]
        assessed: quiz
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course
from build_tools.model.module import Module


def check(course: Course) -> Iterator[Finding]:
    for module in course.modules.values():
        for objective in module.objectives:
            for index, target in enumerate(objective.taught):
                page = f"{module.folder}/{target.partition('#')[0]}"
                if page in course.source.broken or not module.documents:
                    continue
                for message, hint in _wrong(module, target):
                    yield Finding(objective.place("taught", index), message, hint)


def _wrong(module: Module, target: str) -> Iterator[tuple[str, str]]:
    name, _, anchor = target.partition("#")
    document = module.documents.get(name)
    if document is None:
        yield f"this module has no page “{name}”", did_you_mean(name, module.documents)
    elif not anchor:
        yield (
            "this names a page, but no section of it",
            "add “#” and the heading's address: " + f"{name}#…",
        )
    elif anchor not in document.anchors:
        yield (
            f"{name} has no section “{anchor}”",
            did_you_mean(anchor, document.anchors) or "look for {#…} after the headings",
        )
