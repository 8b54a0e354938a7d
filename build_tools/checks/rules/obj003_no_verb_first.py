"""An objective begins with its verb.

The page heads the list “What you will be able to do”, so that the first word has to be what the
learner does. It also makes a list of objectives quick to read, and lets the other rules see the
verb. (R. F. Mager, *Preparing Instructional Objectives*, 1962, begins with the performance; so do
most guides.)

The rule knows small words, nouns by their endings, “-ing” forms and forms such as “describes”. A
first word that it does not know is let through.

Mend it: begin with the verb itself, as in an instruction: *Describe*, *Choose*, *Rewrite*.

    # bad modules/first-steps/module.yml 3:11
    objectives:
      - id: describe-precautions
        text: The learner will be able to describe universal precautions
        taught: ["index.md#at-the-door"]
        assessed: quiz

    # bad modules/first-steps/module.yml 3:11
    objectives:
      - id: describe-precautions
        text: Describing universal precautions
        taught: ["index.md#at-the-door"]
        assessed: quiz

    # bad modules/first-steps/module.yml 3:11
    objectives:
      - id: describe-precautions
        text: Confidentiality at the door
        taught: ["index.md#at-the-door"]
        assessed: quiz

    # good modules/first-steps/module.yml
    objectives:
      - id: describe-precautions
        text: Describe universal precautions in one sentence
        taught: ["index.md#at-the-door"]
        assessed: quiz
"""

import re
from collections.abc import Iterator

from build_tools.checks.objectives import about_teaching, first_word
from build_tools.checks.words.objective_verbs import LEVELS, base_form
from build_tools.core.diagnostics import Finding
from build_tools.model.module import Module

LANGUAGES = ("en",)
_NO_VERBS = """
    a all an and any as at both by each every for from he her his how i if in it its more most my
    no of on one or our she some that the their these they this those to two three four we what
    when where which who why with you your able ability attachment awareness carers children
    culture families good importance key knowledge learner learners participant participants
    resilience skills staff student students theory trainee trainees trauma violence
    """
NO_VERBS = frozenset(_NO_VERBS.split())
NOUN_OR_ADVERB = re.compile(
    r".*(?:[a-z]{3}ing|tion|sion|ness|[ae]ty|ity|ism|ship|ology|ly|[a-z]{3}ment|[^s]s)\Z"
)
# Verbs that end like a noun or an adverb.
_VERBS_ALL_THE_SAME = """
    ally apply bias bring caution comment commission compliment comply complement condition
    document experiment fly focus implement imply mention multiply petition position question
    rally rely reply ship station string supplement supply tally transition
    """
VERBS_ALL_THE_SAME = frozenset(_VERBS_ALL_THE_SAME.split())


def check(module: Module) -> Iterator[Finding]:
    for objective in module.objectives:
        word = first_word(objective.text)
        lowered = word.lower()
        if lowered in LEVELS or lowered in VERBS_ALL_THE_SAME or about_teaching(objective.text):
            continue
        if lowered in NO_VERBS or NOUN_OR_ADVERB.fullmatch(lowered):
            verb = base_form(word) or next(
                (part for part in re.findall(r"\w+", objective.text.lower()) if part in LEVELS), ""
            )
            yield Finding(
                objective.place("text"),
                f"objective begins with “{word}”, which is not what a learner does",
                f"begin with the verb: “{verb.capitalize()} …”"
                if verb
                else "begin with a verb, as in an instruction: describe, choose, order, rewrite",
            )
