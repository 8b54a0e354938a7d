"""Nothing asks learners for the name or the details of a real client.

What a learner writes about a family belongs to that family. A note on a shared computer, or a
sheet left on a train, can put somebody in danger.

Mend it: ask for a made-up family mixed from several, and say “leave out names”.

    # bad modules/first-steps/index.md 5:4
    ## Try it at work

    /// practice | rewrite-it

    1. Write down the names of two families you support.
    ///

    # bad quizzes/first-steps.yml 5:13
    questions:
      - id: door
        type: reflect
        objective: rewrite-question
        prompt: Write down the names of two families you support. What do they need at your door?
        answer: We ask for a date of birth out loud. It could be written down, or asked inside.

    # bad course/tools/first-look.yml 6:39
    schema: 1
    kind: form
    title: A first look
    description: What is needed.
    limits: [It is no record of a family.]
    fields: [{id: who, type: text, label: Write down the names of two families you support}]

    # good modules/first-steps/index.md
    ## Try it at work

    /// practice | rewrite-it

    1. Make up a family by mixing several. Leave out names.
    ///
"""

import re
from collections.abc import Iterator

from build_tools.checks.learners_text import prompts
from build_tools.checks.sentences import sentences
from build_tools.core.diagnostics import Finding
from build_tools.core.fields import shorten
from build_tools.model.course import Course

LANGUAGES = ("en",)
DETAILS = (
    r"\b(?:write(?: down)?|give|note(?: down)?|record|include|list|enter|use)\b[^.?!;]{0,30}"
    r"\b(?:(?:real )?(?:names?|initials|address(?:es)?|dates? of birth|case numbers?|details) of\b"
    r"[^.?!;]{0,20}\b(?:client|famil(?:y|ies)|child|children|service users?|patients?|parents?)"
    r"|(?:client|child|patient|service user)(?:'s|’s) "
    r"(?:name|initials|address|date of birth|details))"
    r"|\b(?:describe|write about|write up)\b[^.?!;]{0,12}\b(?:a|one|two|your) (?:real )?"
    r"(?:clients?|cases?|service users?|patients?) (?:you|of yours|from your)"
)
CLIENT = re.compile(DETAILS, re.I)
# “Leave out the names”, “never write …” protect a family.
SPARED = re.compile(
    r"\b(?:not|never|no|nobody|nothing|without|leave out|instead of|rather than|avoid|\w+n[’']t)\b",
    re.I,
)
MADE_UP = re.compile(
    r"\b(?:made[ -]up|make up|invent|leave out (?:the )?names|no (?:real )?names)\b", re.I
)


def check(course: Course) -> Iterator[Finding]:
    for passage in prompts(course):
        if MADE_UP.search(passage.text):
            continue
        for start, sentence in sentences(passage.own_voice):
            if (match := CLIENT.search(sentence)) and not SPARED.search(sentence):
                yield Finding(
                    passage.place(start + match.start()),
                    f"“{shorten(match.group(), 60)}” asks for details of real people",
                    "ask for a made-up family, and say “leave out names”",
                )
