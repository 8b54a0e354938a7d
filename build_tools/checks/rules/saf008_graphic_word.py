"""Learners' text goes round graphic words: it says that harm happened, and not what it looked like.

A picture of an injury stays with readers and teaches them nothing about what to do. An account of
a method can do harm: the World Health Organization's guide for media professionals on suicide
(2017) asks for none. Naming a kind of harm, such as strangulation as a sign of danger, is not
graphic. Words in quotation marks pass.

Mend it: say in general words what happened, and go on to what helped.

    # bad modules/first-steps/index.md 3:5
    ## At the door

    Her blood-stained sleeve was the first thing that Colette saw.

    # bad quizzes/first-steps.yml 6:13
    questions:
      - id: first
        type: true-false
        objective: describe-precautions
        answer: true
        prompt: A boy who slit his wrists last year comes to the desk. He can wait for the form.
        feedback: {"true": He can sit down first., "false": Nobody needs the form at once.}

    # good modules/first-steps/index.md
    ## At the door

    She was hurt, and Colette asked what would help in the next five minutes. Her blood pressure was
    taken later.
"""

from collections.abc import Iterator

from build_tools.checks.learners_text import learners_passages
from build_tools.checks.wording import expression, uses
from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course

SEVERITY = Severity.WARNING
LANGUAGES = ("en",)
IN_GENERAL = "say in general words that harm happened"
NO_METHOD = "leave the method out: “tried to end his life”"
GRAPHIC = (
    expression(
        "blood",
        r"\bblood(?:y|ied|-?(?:stain|soak|spatter)ed|shed|)\b"
        r"(?! (?:pressure|test|tests|sugar|type|relatives?|relations?|family|donors?|count))",
        IN_GENERAL,
    ),
    expression("gore", instead=IN_GENERAL),
    expression("corpse", r"\bcorpses?\b", IN_GENERAL),
    expression("mutilat", r"\b(?<!genital )mutilat\w+", IN_GENERAL),
    expression("dismember", r"\bdismember\w*", IN_GENERAL),
    expression("disfigur", r"\bdisfigur\w*", IN_GENERAL),
    expression("stabb", r"\bstabb(?:ed|ing)\b", IN_GENERAL),
    expression("throttl", r"\bthrottl(?:ed|ing)\b", IN_GENERAL),
    expression("beaten", r"\bbeaten (?:to|until|black|unconscious|senseless|bloody)\b", IN_GENERAL),
    expression("bruise", r"\bbruises? (?:all over|the size|in the shape)\b", IN_GENERAL),
    expression("cigarette", r"\bcigarette burns?\b", IN_GENERAL),
    expression("scald", r"\bscald(?:ed|ing) (?:him|her|them|his|their)\b", IN_GENERAL),
    expression("raped", r"\b(?:brutally|violently|repeatedly|gang)[ -]raped\b", IN_GENERAL),
    expression("wrist", r"\b(?:slit|slash|cut)\w* (?:his|her|their) (?:own )?wrists?\b", NO_METHOD),
    expression("hanged", r"\bhanged (?:him|her|them)sel(?:f|ves)\b", NO_METHOD),
    expression("noose", r"\bnooses?\b", NO_METHOD),
    expression("overdos", r"\boverdosed on\b", NO_METHOD),
    expression(
        "jump", r"\bjump(?:ed|ing)? (?:in front of|under) a (?:train|lorry|truck|bus)\b", NO_METHOD
    ),
)


def check(course: Course) -> Iterator[Finding]:
    for use in uses(learners_passages(course), GRAPHIC):
        yield Finding(
            use.passage.place(use.index), f"“{use.words}” paints a picture of harm", use.instead
        )
