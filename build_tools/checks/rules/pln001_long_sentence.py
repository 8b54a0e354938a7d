"""A sentence has at most thirty words.

A tired reader, or one who reads in a second language, loses the beginning of a long sentence
before its end. Guides to plain English ask for 15 to 20 words on average (Plain English Campaign,
*How to write in plain English*; Cutts, *Oxford Guide to Plain English*); thirty is the most that
one should take.

Mend it: make two sentences of it. The place is often an “and”, a “which” or a semicolon.

    # bad modules/first-steps/index.md 3:20
    ## At the door

    Tea is over there. The worker who sits at the desk, which stands beside the door that people use
    when they come in late, could ask each of them why they are late, and many people would feel
    looked at.

    # bad quizzes/first-steps.yml 6:13
    questions:
      - id: first
        type: true-false
        objective: describe-precautions
        answer: true
        prompt: >-
          The worker who sits at the desk, which stands beside the door that people use when they
          come in late, could ask each of them why they are late, and many would feel looked at.
        feedback: {"true": He can sit down first., "false": Nobody needs the form at once.}

    # good modules/first-steps/index.md
    ## At the door

    The worker at the desk could ask each of them why they are late. Many would feel looked at.
"""

from collections.abc import Iterator

from build_tools.checks.learners_text import read_by_learners
from build_tools.checks.reading_ease import counted
from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course

SEVERITY = Severity.WARNING
LANGUAGES = ("en",)
MOST = 30


def check(course: Course) -> Iterator[Finding]:
    for passage in read_by_learners(course):
        # Thirty words need more letters than that, so most passages are passed over quickly.
        if len(passage.text) < 3 * MOST:
            continue
        for sentence in counted(passage.text):
            # What has few spaces is an address or a list of signs.
            if sentence.words > MOST and sentence.text.count(" ") >= MOST // 2:
                begins = " ".join(sentence.text.split()[:5])
                yield Finding(
                    passage.place(sentence.start),
                    f"the sentence that begins “{begins} …” has {sentence.words} words; "
                    f"it should have at most {MOST}",
                    "make two of it",
                )
