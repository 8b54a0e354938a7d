"""Answers have no letters, and feedback does not speak of them by letter or place.

The page shows answers without letters. “B is better” names nothing, and a letter typed into an
answer will be out of order when somebody moves it.

Mend it: name what the other answer does: “asking him to sit down first is easier”.

    # bad quizzes/first-steps.yml 7:25
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greeting
        prompt: A father arrives late. What do you say?
        options:
          - {id: why, text: a) “Did something happen?”, feedback: He explains to the room.}
          - {id: come-in, text: b) “Tea is here.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait until he sits.}

    # good quizzes/first-steps.yml
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greeting
        prompt: A father arrives late. What do you say?
        options:
          - {id: why, text: “Did something happen?”, feedback: He explains in front of others.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait until he sits.}
"""

import re
from collections.abc import Iterator

from build_tools.activities.question import Question
from build_tools.checks.answers import feedback, options, unquoted
from build_tools.core.diagnostics import Finding, Severity
from build_tools.core.document import plain

SEVERITY = Severity.WARNING
LANGUAGES = ("en",)
LETTER = re.compile(r"[(]?[A-Fa-f][).:]\s+\S|[(][1-6][)]\s+\S")
SPOKEN_OF = re.compile(
    r"\b(?:[Aa]nswer|[Oo]ption|[Cc]hoice|[Rr]esponse)s?\s+(?:[B-F]\b|A(?!\s+[a-z])\b|[1-6]\b)"
    r"|\b(?:first|second|third|fourth|fifth|last)\s+(?:answer|option)\b"
    r"|\b(?:answer|option)s?\s+(?:above|below)\b"
)
# Every alternative above holds one of these; looking for them is many times quicker.
STEMS = ("nswer", "ption", "hoice", "esponse")


def check(question: Question) -> Iterator[Finding]:
    lettered = [(o, m) for o in options(question) if (m := LETTER.match(plain(o.text)))]
    # One alone may be the initial of a name.
    if len(lettered) > 1:
        for option, match in lettered:
            yield Finding(
                option.place("text"),
                f"the answer begins with “{match.group()[:-1].strip()}”; the page shows no letters",
                "leave the letter out",
            )
    for text, place in feedback(question):
        words = unquoted(text)
        if any(stem in words for stem in STEMS) and (spoken := SPOKEN_OF.search(words)):
            yield Finding(
                place,
                f"“{spoken.group()}” names an answer by its place, and answers can change places",
                "say what that answer does",
            )
