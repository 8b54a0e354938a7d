"""A reflection asks for more than yes or no.

“Do you listen well?” is answered in one word, and mostly with yes. “When did you last …?” or “What
would you say to …?” brings a moment to mind, and from a moment one can learn. (D. Boud, R. Keogh
and D. Walker, *Reflection: Turning Experience into Learning*, 1985: reflection begins by returning
to what happened.) Only a prompt whose every question can be answered with yes or no is told.

Mend it: begin with what, which, when or how; ask about one moment at work.

    # bad quizzes/first-steps.yml 5:13
    questions:
      - id: one-question
        type: reflect
        objective: rewrite-question
        prompt: Is there a question at your door that is hard to answer in front of others?
        answer: We ask for a date of birth out loud. It could be written down, or asked inside.

    # good quizzes/first-steps.yml
    questions:
      - id: one-question
        type: reflect
        objective: rewrite-question
        prompt: Which question at your door is hard to answer in front of others?
        answer: We ask for a date of birth out loud. It could be written down, or asked inside.
"""

import re
from collections.abc import Iterator

from build_tools.activities.question import Question
from build_tools.checks.answers import unquoted
from build_tools.checks.sentences import sentences
from build_tools.core.diagnostics import Finding, Severity

SEVERITY = Severity.WARNING
LANGUAGES = ("en",)
CLOSED = re.compile(
    r"(?:\w+,\s+)?(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should)"
    r"(?:n['’]t)?\s+(?:you|your|it|he|she|they|we|there|this|that|the|a|an|any\w*|some\w*)\b"
    r"(?!.*\b(?:what|which|when|where|who|whom|how|why)\b)",
    re.IGNORECASE | re.DOTALL,
)


def check(question: Question) -> Iterator[Finding]:
    if question.assesses != "reflection":
        return
    said = [sentence.strip() for _, sentence in sentences(unquoted(question.ask))]
    asked = [sentence for sentence in said if sentence.endswith("?")]
    # “Say why.” after such a question asks for more than a word.
    if asked and said[-1] == asked[-1] and all(CLOSED.match(sentence) for sentence in asked):
        yield Finding(
            question.place("prompt"),
            "this can be answered with yes or no",
            "begin with what, which, when or how, and ask about one moment at work",
        )
