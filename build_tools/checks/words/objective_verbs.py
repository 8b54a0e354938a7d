"""Verbs that open an objective, with the levels of thinking that each may stand for.

The six levels are those of L. W. Anderson and D. R. Krathwohl, *A Taxonomy for Learning, Teaching,
and Assessing* (2001), which renames and reorders B. S. Bloom and others, *Taxonomy of Educational
Objectives: Cognitive Domain* (1956). Which verb stands for which level follows the names of
processes given in the first and the lists of verbs in N. E. Gronlund's handbooks on stating
objectives; the selection and the verbs of care work (answer, greet, hand over …) are ours.
Published lists disagree, so that a verb has every level at which one of them puts it:
“distinguish” is comprehension to one and analysis to another. A plain decision about a described
case (assess, check, decide, judge, rate) counts as applying as well as evaluating.

``AFFECTIVE`` follows D. R. Krathwohl, B. S. Bloom and B. B. Masia, *Taxonomy of Educational
Objectives: Affective Domain* (1964): receiving, responding, valuing, organising, and living by a
value.
"""

from __future__ import annotations

from enum import IntEnum


class Level(IntEnum):
    """What a learner's mind does, from the least to the most of their own making."""

    REMEMBER = 1
    UNDERSTAND = 2
    APPLY = 3
    ANALYSE = 4
    EVALUATE = 5
    CREATE = 6


_LISTS = {
    Level.REMEMBER: """
        choose define describe give identify indicate label list locate match name outline pick
        point quote recall recite recognise recognize record repeat reproduce select spot state tell
        """,
    Level.UNDERSTAND: """
        arrange associate categorise categorize clarify classify compare contrast convert define
        describe differentiate discriminate discuss distinguish estimate exemplify explain express
        extrapolate generalise generalize identify illustrate infer interpret locate match order
        outline paraphrase place predict rank recognise recognize relate rephrase report restate
        review rewrite select sequence sort spot summarise summarize tell trace translate
        """,
    Level.APPLY: """
        acknowledge adapt administer advocate answer apply ask assess assist attend calculate call
        carry change check choose commit complete comply conduct contact correct decide
        demonstrate employ engage examine execute facilitate fill find follow greet hand handle
        help hold implement interview introduce invite keep lead listen log make manage map
        measure model modify negotiate note observe offer operate order participate perform plot
        practise practice prepare present rate reassure record refer rehearse reply report respond
        revise ring role-play say schedule score select set show sign signpost sketch solve speak
        support take teach test transfer try use walk welcome
        """,
    Level.ANALYSE: """
        analyse analyze attribute audit compare contrast deconstruct detect diagram differentiate
        discriminate dissect distinguish examine infer integrate map organise organize outline
        relate separate structure test trace
        """,
    Level.EVALUATE: """
        appraise argue assess challenge check choose compare conclude criticise criticize critique
        debate decide defend evaluate interpret judge justify monitor prioritise prioritize rate
        recommend review select support validate weigh
        """,
    Level.CREATE: """
        adapt build combine compose construct create design develop devise draft formulate generate
        invent modify outline plan prepare produce propose revise rewrite write
        """,
}
_LISTS[Level.APPLY] += " challenge judge prioritise prioritize monitor"


def _levels() -> dict[str, frozenset[Level]]:
    verbs = {verb for words in _LISTS.values() for verb in words.split()}
    return {
        verb: frozenset(level for level, words in _LISTS.items() if verb in words.split())
        for verb in verbs
    }


LEVELS: dict[str, frozenset[Level]] = _levels()

_AFFECTIVE = """
    accept acknowledge appreciate attend care cherish commit notice respect tolerate trust value
    welcome
    """
AFFECTIVE = frozenset(_AFFECTIVE.split())


def base_form(word: str) -> str:
    """Give the listed verb of which a word is a form (“describing”, “describes”), or nothing."""
    word = word.lower()
    stems = [word]
    for ending in ("ing", "es", "s", "ed"):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            stems += [stem, stem + "e", stem[:-1] if stem[-2:-1] == stem[-1:] else stem]
    return next((stem for stem in stems if stem in LEVELS), "")
