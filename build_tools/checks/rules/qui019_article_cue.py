"""The end of the question fits every answer.

When a question ends in “an”, only the answers that begin with a vowel sound can follow it, and
grammar gives away what knowledge should. (Haladyna, Downing and Rodriguez, *A review of
multiple-choice item-writing guidelines*, 2002.)

Mend it: move “a” or “an” into the answers, or ask a whole question.

    # bad quizzes/first-steps.yml 5:13
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greeting
        prompt: What a father who arrives late needs first is an
        options:
          - {id: form, text: form, feedback: The list can wait until he sits.}
          - {id: easy-word, text: easy word, correct: true, feedback: A nod is answer enough.}
          - {id: question, text: question, feedback: He explains in front of others.}

    # good quizzes/first-steps.yml
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greeting
        prompt: What a father who arrives late needs first is
        options:
          - {id: form, text: a form, feedback: The list can wait until he sits.}
          - {id: easy-word, text: an easy word, correct: true, feedback: A nod is answer enough.}
          - {id: question, text: a question, feedback: He explains in front of others.}
"""

import re
from collections.abc import Iterator

from build_tools.activities.question import Question
from build_tools.checks.answers import options
from build_tools.core.diagnostics import Finding, Severity
from build_tools.core.document import plain

SEVERITY = Severity.WARNING
LANGUAGES = ("en",)
ENDS_IN_ARTICLE = re.compile(r"\b(an?)\s*[_….:–—-]*\s*\Z", re.IGNORECASE)
VOWEL_SOUND = re.compile(
    r"(?:hour|honest|honou?r|heir)|(?!(?:eu|one\b|once\b|ubi|uk|uni(?!n|m)|us[aeiu]|uti|ura|ewe))[aeiou]"
)


def check(question: Question) -> Iterator[Finding]:
    match = ENDS_IN_ARTICLE.search(plain(question.prompt))
    if not match:
        return
    article = match.group(1).lower()
    fits = {
        bool(VOWEL_SOUND.match(plain(option.text).lower().lstrip("“”\"'‘’ "))) == (article == "an")
        for option in options(question)
    }
    if False in fits:
        yield Finding(
            question.place("prompt"),
            f"the question ends in “{article}”, which only some of the answers can follow",
            "move the article into the answers, or ask a whole question",
        )
