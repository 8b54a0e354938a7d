"""No instrument claims to measure a person, or to be validated.

The instruments of a course are aids for thinking. A total, a grade, a band or a level of risk turns
an honest answer into a verdict, on a scale that nobody has tested. Never count adverse experiences,
and never rate how dangerous somebody's life is: that is work for trained people with known methods.

Mend it: leave the number out. Put what comes out into words, with a next step.

    # bad course/tools/check-in.yml 4:14
    schema: 1
    kind: form
    title: Check-in
    description: Add up your total score and see which grade your team has.
    limits: [It is no record of a family.]
    fields: [{id: helped, type: text, label: "What helped?"}]

    # bad course/tools/check-in.yml 6:42
    schema: 1
    kind: form
    title: Check-in
    description: How it goes.
    limits: [It is no record of a family.]
    fields: [{id: danger, type: list, label: Risk level of the family}]

    # good course/tools/check-in.yml
    schema: 1
    kind: form
    title: Check-in
    description: How it goes.
    limits: [It is not validated. There is no total score and no grade.]
    fields: [{id: helped, type: text, label: "What helped?"}]
"""

import re
from collections.abc import Iterator

from build_tools.checks.learners_text import tool_passages
from build_tools.checks.sentences import sentences
from build_tools.core.diagnostics import Finding
from build_tools.instruments.instrument import Instrument

LANGUAGES = ("en",)
CLAIM = re.compile(
    r"\b(?:(?:total|overall|your|final|sum) scores?|scores? of|add up|cut-?offs?|your grade|"
    r"which grade|pass mark|(?:low|medium|high)[- ]risk (?:band|group|score)|"
    r"risk (?:score|level|rating|band)s?|danger (?:score|assessment|level)|ACE (?:score|count)|"
    r"validated|diagnos(?:e|es|tic)|certif(?:y|ies|ied)|screen(?:s|ing)? for)\b",
    re.I,
)
SPARED = re.compile(r"\b(?:not|never|no|nothing|without|neither|nor|\w+n[’']t)\b", re.I)


def check(tool: Instrument) -> Iterator[Finding]:
    for passage in tool_passages(tool):
        for start, sentence in sentences(passage.own_voice):
            match = CLAIM.search(sentence)
            if match and not SPARED.search(sentence[: match.start()]):
                yield Finding(
                    passage.place(start + match.start()),
                    f"“{match.group()}” promises a measure that this is not",
                    "leave it out, and put what comes out into words with a next step",
                )
