"""An objective names something a trainer can see or hear a learner do.

Words such as “understand” cannot be observed, so no question can show that they were met. R. F.
Mager (*Preparing Instructional Objectives*, 1962) called them words open to many readings. “Show
an understanding of” is the same word behind a visible one.

Words of feeling and valuing (Krathwohl, Bloom and Masia, *Affective Domain*, 1964), such as
“appreciate” and “respect”, pass where the module's area is `awareness` and the objective is
assessed by a reflection or at work (`practice`): there a person can tell, or show, what has moved.

Mend it: say what the learner will do. *Describe*, *choose*, *order*, *rewrite*.

    # bad modules/first-steps/module.yml 3:11
    objectives:
      - id: describe-precautions
        text: Understand universal precautions
        taught: ["index.md#at-the-door"]
        assessed: quiz

    # bad modules/first-steps/module.yml 3:11
    objectives:
      - id: describe-precautions
        text: Demonstrate a good understanding of universal precautions
        taught: ["index.md#at-the-door"]
        assessed: quiz

    # bad modules/first-steps/module.yml 3:11
    objectives:
      - id: describe-precautions
        text: Respect a person's silence
        taught: ["index.md#at-the-door"]
        assessed: quiz

    # good modules/first-steps/module.yml
    objectives:
      - id: describe-precautions
        text: Describe universal precautions in one sentence
        taught: ["index.md#at-the-door"]
        assessed: quiz

    # good modules/first-steps/module.yml
    objectives:
      - id: rewrite-question
        text: Respect a person's silence
        taught: ["index.md#at-the-door"]
        assessed: practice
"""

import re
from collections.abc import Iterator

from build_tools.checks.objectives import first_word
from build_tools.checks.words.objective_verbs import AFFECTIVE, LEVELS
from build_tools.core.diagnostics import Finding
from build_tools.core.document import plain
from build_tools.model.module import Module

LANGUAGES = ("en",)
_UNOBSERVABLE = """
    absorb be become believe comprehend consider digest empathise empathize enjoy feel gain get
    grasp have increase internalise internalize know learn master perceive realise realize
    reflect remember see sense think understand
    """
UNOBSERVABLE = frozenset(_UNOBSERVABLE.split())
HIDDEN = re.compile(
    r"(demonstrate|show|develop|display|exhibit|build|acquire|deepen|improve|express|obtain)\s+"
    r"(?:(?:an?|the|your|their|some|more|greater)\s+)?(?:\w+\s+)?"
    r"(understanding|knowledge|awareness|appreciation|insight|familiarity|comprehension)\b",
    re.IGNORECASE,
)
TRY = "say what the learner will do: describe, choose, order, rewrite"
TRY_FEELING = "say what would show it: describe, choose, ask, offer; or assess it by a reflection"


def check(module: Module) -> Iterator[Finding]:
    for objective in module.objectives:
        word = first_word(objective.text)
        verb = word.lower()
        felt = module.area == "awareness" and objective.assessed in ("practice", "reflection")
        if verb in UNOBSERVABLE or (verb in AFFECTIVE - LEVELS.keys() and not felt):
            yield Finding(
                objective.place("text"),
                f"objective begins with “{word}”, which nobody can observe",
                TRY_FEELING if verb in AFFECTIVE else TRY,
            )
        elif hidden := HIDDEN.match(plain(objective.text)):
            yield Finding(
                objective.place("text"),
                f"“{hidden.group()}” hides “{hidden.group(2).lower()}” behind a verb; "
                "nobody can observe it",
                TRY,
            )
