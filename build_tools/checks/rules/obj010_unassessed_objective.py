"""Every objective is assessed in the way it says: by a question, a practice task or a reflection.

`assessed: quiz` needs a question in the module's quiz with this objective; `practice` and
`reflection` need a block in the text that names it under `objectives:`, or for `reflection` a
question of `type: reflect` in the quiz. A rating is evidence of nothing. What nobody asks for,
nobody can say they have met, and the statement of participation would claim it all the same. (J.
Biggs, *Enhancing teaching through constructive alignment*, 1996.)

Mend it: write the question or the block, or change `assessed:` to what is there.

    # bad modules/first-steps/module.yml 5:15
    objectives:
      - id: describe-history
        text: Describe one thing that nobody needs to ask
        taught: ["index.md#at-the-door"]
        assessed: quiz

    # bad modules/first-steps/module.yml 5:15
    objectives:
      - id: choose-greeting
        text: Choose a greeting that asks for no reason
        taught: ["index.md#at-the-door"]
        assessed: practice

    # bad modules/first-steps/module.yml 5:15
    objectives:
      - id: rewrite-question
        text: Rewrite one question that your service asks at its door
        taught: ["index.md#one-question"]
        assessed: quiz
    # with quizzes/first-steps.yml
    questions:
      - id: a-nod-is-enough
        type: reflect
        objective: rewrite-question
        prompt: How could you ask one question at your door so that a nod is enough?
        answer: We ask for a date of birth out loud. It could be written down, or asked inside.

    # good modules/first-steps/module.yml
    objectives:
      - id: choose-greeting
        text: Choose a greeting that asks for no reason
        taught: ["index.md#at-the-door"]
        assessed: quiz
      - id: rewrite-question
        text: Rewrite one question that your service asks at its door
        taught: ["index.md#one-question"]
        assessed: practice
"""

import re
from collections.abc import Iterator

from build_tools import activities
from build_tools.core.diagnostics import Finding
from build_tools.model.course import Course
from build_tools.model.module import Module

BLOCK = {"practice": "practice", "reflection": "reflect"}


def check(course: Course) -> Iterator[Finding]:
    for module in course.modules.values():
        named = {"quiz": _in_quiz(course, module, "quiz")}
        for way, block in BLOCK.items():
            blocks, items = _in_blocks(course, module, block), _in_quiz(course, module, way)
            named[way] = None if blocks is None else blocks | (items or frozenset())
        for objective in module.objectives:
            ids = named[objective.assessed]
            if ids is None or objective.id in ids:
                continue
            other = next((way for way, found in named.items() if objective.id in (found or ())), "")
            missing = (
                "no question of its quiz names it"
                if objective.assessed == "quiz"
                else f"no “/// {BLOCK[objective.assessed]}” block names it"
            )
            if other:
                hint = f"add one, or write “assessed: {other}”, which is there"
            elif objective.assessed == "quiz":
                hint = f"write “objective: {objective.id}” in a question"
            else:
                hint = f"write “objectives: [{objective.id}]” under the block's first line"
            yield Finding(
                objective.place("assessed"),
                f"“{objective.id}” is to be assessed by {objective.assessed}, but {missing}",
                hint,
            )


def _in_quiz(course: Course, module: Module, way: str) -> frozenset[str] | None:
    """Objectives that questions of a way of assessing name; None where nobody can tell.

    Questions with a fault count too, so that a fault in one hides no objective.
    """
    if module.id not in course.quizzes:
        return None  # that a quiz is missing or cannot be read is told of elsewhere
    data = course.source.yaml(course.quizzes[module.id].file)
    items = data.get("questions") if isinstance(data, dict) else None
    if not isinstance(items, list) or not items:
        return None
    return frozenset(
        str(item.get("objective"))
        for item in items
        if isinstance(item, dict) and _assesses(str(item.get("type"))) == way
    )


def _assesses(kind: str) -> str:
    return str(getattr(activities.kinds().get(kind), "assesses", "quiz"))


def _in_blocks(course: Course, module: Module, kind: str) -> frozenset[str] | None:
    """Words among the options of a kind of block, so that a fault in them hides no objective."""
    broken = [file for file in course.source.broken if file.endswith(".md")]
    if "index.md" not in module.documents or any(f"{module.folder}/" in file for file in broken):
        return None
    return frozenset(
        word
        for document in module.documents.values()
        for block in document.blocks
        if block.name == kind
        for word in re.findall(r"[\w-]+", block.options)
    )
