"""A question that asks for what does *not* fit makes the “not” stand out.

A small “not” is read over, most of all by somebody tired, anxious, or reading in a second
language; then those who know the answer miss it. (Haladyna, Downing and Rodriguez, *A review of
multiple-choice item-writing guidelines*, 2002: word the stem positively; if a negative is needed,
make it stand out.) Words between quotation marks are not counted.

Mend it: ask for what fits, or mark the word: **not**.

    # bad quizzes/first-steps.yml 5:13
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greeting
        prompt: A father arrives late. What should you not say?
        options:
          - {id: why, text: “Did something happen?”, feedback: He explains in front of others.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait until he sits.}

    # good quizzes/first-steps.yml
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greeting
        prompt: A father arrives late. What should you **not** say?
        options:
          - {id: why, text: “Did something happen?”, feedback: He explains in front of others.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
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
from build_tools.checks.answers import unquoted_markup
from build_tools.core.diagnostics import Finding, Severity

SEVERITY = Severity.WARNING
LANGUAGES = ("en",)
EMPHASISED = re.compile(r"(\*{1,3}|_{1,3})(?=\S)[^*_\n]*?(?<=\S)\1")
SENTENCE = re.compile(r"[^.!?]+[.!?]*")
ASKS = re.compile(r"\b(?:which|what|who|whom|whose|where|when|how)\b", re.IGNORECASE)
NEGATIVE = re.compile(
    r"\b(?:not|never|except|(?:is|are|was|were|do|does|did|has|have|should|would|could|ca|wo)n['’]t"
    r"|cannot|(?<!at )least(?:\s+likely|\s+helpful|\s+safe)?)\b"
)
HARMLESS = re.compile(r"\b(?:whether or not|if not|or not|at least|why not|not only|not yet)\b")


def check(question: Question) -> Iterator[Finding]:
    text = EMPHASISED.sub(" ", unquoted_markup(question.prompt))
    sentences = [part.strip() for part in SENTENCE.findall(text) if part.strip()]
    asked = [part for part in sentences if part.endswith("?") and ASKS.search(part)][-1:]
    # A statement to judge is the last sentence; where it is negative, “false” is a double negative.
    if question.cmi == "true-false" and sentences:
        asked = sentences[-1:]
    for sentence in asked:
        # Capitals stand out by themselves, so only small letters count.
        if match := NEGATIVE.search(HARMLESS.sub(" ", sentence)):
            yield Finding(
                question.place("prompt"),
                f"the question turns on “{match.group()}”, which is easily read over",
                "ask for what fits, or make the word stand out: **not**",
            )
            return
