"""A learners' page reads at grade 10 or below.

The grade is that of Flesch and Kincaid (1975), made from the length of sentences and of words; 10
is a text for somebody of about fifteen. It knows nothing of meaning, so take it as a nudge: a page
can have a low grade and be unclear. Pages and quizzes of fewer than a hundred words are not
judged.

Syllables are estimated from spelling. Of 238 words counted by ear, at most 5 in 100 come out
wrong, and the sum is out by less than 1 in 100; against the CMU Pronouncing Dictionary, 99 in 100
of the running words of the course that ships with Trellis come out right. The grade of a page
moves by less than 0.2.

Mend it: cut the longest sentences in two first, then trade long words for short ones.

    # bad modules/first-steps/02-policy.md 1:1
    # The policy

    Organisational implementation of universal precautions necessitates comprehensive
    consideration of environmental characteristics, communication procedures and
    interprofessional responsibilities. Administrative documentation should additionally
    incorporate individualised accommodation of communication preferences, particularly
    regarding confidentiality expectations and information disclosure arrangements. Continuous
    evaluation of operational effectiveness facilitates identification of inappropriate
    institutional requirements, unnecessary questioning and problematic environmental
    configurations. Collaborative development of alternative procedures encourages meaningful
    participation by individuals accessing organisational facilities. Managerial accountability
    remains fundamental throughout implementation, evaluation and subsequent modification of
    established organisational arrangements. Supervisory personnel should periodically
    investigate whether administrative requirements continue demonstrating proportionality,
    transparency, accessibility and cultural appropriateness for everybody entering
    organisational premises, including employees and volunteers.

    # good modules/first-steps/02-policy.md
    # The policy

    Look at each question on the form. Ask who reads the answer. If nobody does, take the box away.
"""

from collections.abc import Iterable, Iterator

from build_tools.checks.learners_text import (
    learners_documents,
    quiz_passages,
    scenario_passages,
    tool_passages,
)
from build_tools.checks.prose import Passage, passages
from build_tools.checks.reading_ease import counted, measure
from build_tools.core.diagnostics import Finding, Place, Severity, TextPlace
from build_tools.model.course import Course

SEVERITY = Severity.WARNING
LANGUAGES = ("en",)
HARDEST = 10.0
FEWEST_WORDS = 100


def check(course: Course) -> Iterator[Finding]:
    for place, what, texts in _pages(course):
        running = [passage for passage in texts if passage.kind not in ("heading", "cell")]
        ease = measure(passage.text for passage in running)
        if ease.words < FEWEST_WORDS or ease.grade <= HARDEST:
            continue
        found = [(s.words, p, s.start) for p in running for s in counted(p.text)]
        words, passage, index = max(found, key=lambda one: one[0])
        line = course.source.position(passage.place(index))[0]
        yield Finding(
            place,
            f"the {what} reads at grade {ease.grade:.1f}; it should be {HARDEST:.0f} or below",
            f"begin with the longest sentence, {words} words, in line {line}",
        )


def _pages(course: Course) -> Iterator[tuple[Place, str, Iterable[Passage]]]:
    for document in learners_documents(course):
        yield TextPlace(document.file), "page", passages(document)
    for module in course.modules.values():
        if module.scenario is not None:
            yield (
                module.scenario.place("steps", key=True),
                "story",
                scenario_passages(module.scenario),
            )
    for quiz in course.quizzes.values():
        yield quiz.place("questions", key=True), "quiz", quiz_passages(quiz)
    for tool in course.tools.values():
        yield tool.place("title", key=True), "instrument", tool_passages(tool)
