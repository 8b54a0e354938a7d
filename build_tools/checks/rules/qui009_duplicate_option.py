"""No answer is there twice.

Of two answers with the same words at most one is marked as right, so that somebody who chose well
is told otherwise. Capitals and punctuation make no difference here, since a screen reader may not
say them.

Mend it: change one of them, or leave it out.

    # bad quizzes/first-steps.yml 9:25
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greeting
        prompt: A father arrives late. What do you say?
        options:
          - {id: why, text: “Did something happen?”, feedback: He explains in front of others.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: tea, text: “Tea is there”, feedback: The list can wait until he sits.}

    # good quizzes/first-steps.yml
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greeting
        prompt: A father arrives late. What do you say?
        options:
          - {id: why, text: “Did something happen?”, feedback: He explains in front of others.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: tea, text: “Sign in here first.”, feedback: The list can wait until he sits.}
"""

from collections.abc import Iterator

from build_tools.activities.question import Question
from build_tools.checks.answers import same_words, texts
from build_tools.core.diagnostics import Finding
from build_tools.core.fields import shorten


def check(question: Question) -> Iterator[Finding]:
    for group in texts(question):
        seen: set[str] = set()
        for text, place in group:
            words = same_words(text) or text
            if words in seen:
                yield Finding(
                    place,
                    f"the answer “{shorten(text.strip('“”'))}” is there twice",
                    "change one of them, or leave it out",
                )
            seen.add(words)
