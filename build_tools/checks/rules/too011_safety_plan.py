"""No instrument is a safety plan for a person in danger.

Somebody who finds such a plan on a shared computer learns where another person means to go. It is
made with a specialist, and kept where only the two can see it. The aid on the web that was tried in
a study (Glass and others, 2017) needs a design by specialists; a form of a course is no such thing.

Mend it: leave it to a specialist service, and show the way there: `if_value: {"yes": [support]}`.

    # bad course/tools/check-in.yml 3:8
    schema: 1
    kind: form
    title: Personal safety plan
    description: How to stay safe at home.
    limits: [It is no record of a family.]
    fields: [{id: steps, type: list, label: Steps}]

    # bad course/tools/check-in.yml 6:40
    schema: 1
    kind: form
    title: Check-in
    description: How it goes.
    limits: [It is no record of a family.]
    fields: [{id: away, type: text, label: Your escape plan}]

    # good course/tools/check-in.yml
    schema: 1
    kind: form
    title: Check-in
    description: How it goes.
    limits: [It is never a safety plan for a person in danger.]
    fields: [{id: helped, type: text, label: "What helped?"}]
"""

import re
from collections.abc import Iterator

from build_tools.checks.learners_text import tool_passages
from build_tools.checks.sentences import sentences
from build_tools.core.diagnostics import Finding
from build_tools.instruments.instrument import Instrument

LANGUAGES = ("en",)
PLAN = re.compile(r"\b(?:safety|escape|exit) plan(?:s|ning)?\b", re.I)
SPARED = re.compile(r"\b(?:not|never|no|nothing|without|neither|nor|\w+n[’']t)\b", re.I)


def check(tool: Instrument) -> Iterator[Finding]:
    for passage in tool_passages(tool):
        for start, sentence in sentences(passage.own_voice):
            match = PLAN.search(sentence)
            if match and not SPARED.search(sentence[: match.start()]):
                yield Finding(
                    passage.place(start + match.start()),
                    f"“{match.group()}” puts a person's way to safety on a shared computer",
                    "leave it to a specialist service, and show the way to support contacts",
                )
