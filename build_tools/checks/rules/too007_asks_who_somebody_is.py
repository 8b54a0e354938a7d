"""A field asks for nothing by which a person could be found, and for nobody's history.

An instrument is filled in on shared computers, printed and left on desks. A name, a birthday or a
case number beside a worry can put somebody in danger; what was once done to a child belongs into
the records of an agency, and not here.

Mend it: ask for a made-up label, or for a role. Say “leave out names” in the hint.

    # bad course/tools/check-in.yml 7:34
    schema: 1
    kind: form
    title: Check-in
    description: How it goes.
    limits: [It is no record of a family.]
    fields:
      - {id: who, type: text, label: "Child's name and date of birth"}

    # bad course/tools/check-in.yml 7:37
    schema: 1
    kind: form
    title: Check-in
    description: How it goes.
    limits: [It is no record of a family.]
    fields:
      - {id: before, type: text, label: History of abuse in this family}

    # good course/tools/check-in.yml
    schema: 1
    kind: form
    title: Check-in
    description: How it goes.
    limits: [It is no record of a family.]
    fields:
      - {id: who, type: text, label: A made-up label for the family, hint: Leave out names.}
      - {id: setting, type: text, label: Where you work (no names)}
"""

import re
from collections.abc import Iterator

from build_tools.checks.learners_text import tool_passages
from build_tools.core.diagnostics import Finding
from build_tools.instruments.field import Field
from build_tools.instruments.instrument import Instrument

LANGUAGES = ("en",)
PERSON = (
    r"(?:client|child|famil(?:y|ies)|parent|carer|caregiver|mother|father|young person|person|"
    r"service user|patient)"
)
FINDS = re.compile(
    rf"\b(?:{PERSON}(?:['’]s|s['’])? (?:full |real |first |last )?(?:name|initials|address|history)"
    rf"|(?:name|initials|address|history)s? of (?:the |a |each |this |your )?{PERSON}"
    r"|full name|surname|dates? of birth|birth ?dates?|home address|postcode|phone number"
    r"|case (?:number|reference)|(?:NHS|national insurance|social security) number"
    r"|(?:trauma|abuse|family) history|history of (?:abuse|neglect|trauma|violence)"
    r"|what was done to (?:the |this )?child)\b",
    re.I,
)
SPARED = re.compile(
    r"\b(?:not|never|no|nobody|nothing|without|leave out|instead of|rather than|avoid|\w+n[’']t)\b",
    re.I,
)


def check(tool: Instrument) -> Iterator[Finding]:
    for passage in tool_passages(tool):
        if not isinstance(passage.record, Field):
            continue
        match = FINDS.search(passage.own_voice)
        if match and not SPARED.search(passage.text):
            yield Finding(
                passage.place(match.start()),
                f"“{match.group()}” asks for what could show who somebody is, or for their past",
                "ask for a made-up label or a role, and say “leave out names”",
            )
