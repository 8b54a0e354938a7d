"""A percentage, or “research shows”, comes with its source in the same paragraph.

A number without a source cannot be checked, and “studies show” sounds surer than most studies are.
A citation in the sentence, the paragraph, the line that leads into a list, or the table is enough;
in a quiz, the question's `cites`. Stories, examples and quotations are left alone.

Mend it: add `[@key]` after the claim, or say whose view it is: “we find”.

    # bad modules/first-steps/index.md 3:1
    ## At the door

    Research shows that people remember how they were greeted.

    # bad modules/first-steps/index.md 3:7
    ## At the door

    About 60 % of visitors look at the door first. It is a good place for a plant.

    # good modules/first-steps/index.md
    ## At the door

    Research shows that training alone changes little [@phac2018]. We find that a plant helps.
"""

import re
from collections.abc import Iterator

from build_tools.checks.learners_text import quiz_passages
from build_tools.checks.prose import Passage, field, passages
from build_tools.checks.wording import holding
from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course

SEVERITY = Severity.WARNING
LANGUAGES = ("en",)
MANY = r"(?:some|several|many|most|recent|numerous|countless|various|two|three|four|five|\d+)"
SHOWS = (
    r"(?:(?:has|have) (?:\w+ly )?)?(?:shows?|shown|proves?|proved|proven|suggests?|"
    r"suggested|finds?|found|"
    r"says?|tells? us|demonstrates?|demonstrated|confirms?|confirmed|indicates?|indicated)\b"
)
CLAIM = re.compile(
    r"\b\d+(?:[.,]\d+)? ?(?:%|per ?cent\b)"
    rf"|\b(?:research|science|neuroscience|the evidence|brain scans?) (?:\w+ly )?{SHOWS}"
    rf"|\b(?:{MANY} )?(?:studies|surveys|trials|reviews|meta-analyses|experts|"
    r"scientists|researchers)"
    rf" (?:\w+ly )?(?:{SHOWS}|agree\b)"
    rf"|\b(?:a|one|another) (?:\w+ )?(?:study|trial|survey|meta-analysis) "
    rf"(?:of [^.?!]{{1,40}} )?{SHOWS}"
    r"|\bone in (?:two|three|four|five|six|seven|eight|nine|ten|\d+) "
    r"(?:of )?(?:\w+ )?(?:adults|children|"
    r"people|women|men|girls|boys|families|mothers|carers|workers)\b"
    r"|\b(?:twice|three times|four times|\d+ times) (?:as|more) likely\b",
    re.I,
)
NEEDLES = ("%", "cent", "research", "scien", "evidence", "brain scan", "studies", "study", "survey",
           "trial", "review", "analys", "expert", "one in ", "likely")  # fmt: skip


def check(course: Course) -> Iterator[Finding]:
    for passage in holding(_claims(course), NEEDLES):
        if passage.cited:
            continue
        for match in CLAIM.finditer(passage.own_voice):
            if passage.mentions(match.start()):
                continue
            yield Finding(
                passage.place(match.start()),
                f"“{match.group()}” is said without a source",
                "add [@key] after it, or say whose view it is",
            )


def _claims(course: Course) -> Iterator[Passage]:
    for module in course.modules.values():
        yield field(module, "description")
        for document in module.documents.values():
            yield from (
                p for p in passages(document) if p.block != "example" and p.kind != "answer"
            )
    for document in course.pages.values():
        yield from passages(document)
    for quiz in course.quizzes.values():
        yield from quiz_passages(quiz)
    for term in course.glossary.terms:
        yield field(term, "definition", cited=bool(term.cites))
