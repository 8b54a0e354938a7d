"""A content note says calmly what is coming, and no more.

A note is there so that a learner can choose. Words of alarm make people uneasy before they begin
and do not keep them away: a meta-analysis of twelve studies found just that (Bridgland and others,
2023, *A meta-analysis of the efficacy of trigger warnings, content warnings, and content notes*).

Mend it: name what the part speaks of, how far it goes, and what does not happen: “A child screams
in a car; nobody is hurt.”

    # bad modules/first-steps/module.yml 2:42
    content_notes:
      - {theme: violence, exposure: 1, note: "WARNING: triggering content about violence."}

    # bad modules/first-steps/module.yml 2:42
    content_notes:
      - {theme: violence, exposure: 1, note: "A shocking row at home!"}

    # good modules/first-steps/module.yml
    content_notes:
      - theme: violence
        exposure: 1
        note: Speaks of control at home, in general words. There is no graphic detail.
"""

import re
from collections.abc import Iterator

from build_tools.core.diagnostics import Finding, Place, Severity
from build_tools.model.module import Module

SEVERITY = Severity.WARNING
LANGUAGES = ("en",)
ALARM = re.compile(
    r"\b(?:warning|trigger(?:s|ing|ed)?|caution|beware|disturbing|shocking|horrific|"
    r"horrifying|horrible|terrifying|gruesome|graphic|upsetting|harrowing|brace yourself|"
    r"viewer discretion)\b|!",
    re.I,
)
# “No graphic detail” calms. So does “nothing shocking is shown”.
CALMS = re.compile(r"\b(?:no|not|nothing|never|without|none of it)\b[^.;:!]*$", re.I)
SHOUTED = re.compile(r"\b[A-Z]{5,}\b")


def check(module: Module) -> Iterator[Finding]:
    notes: list[tuple[str, Place]] = [
        (note.note, note.place("note")) for note in module.content_notes
    ]
    if module.scenario is not None and module.scenario.content_note:
        notes.append((module.scenario.content_note, module.scenario.place("content_note")))
    for text, place in notes:
        words = [m.group() for m in ALARM.finditer(text) if not CALMS.search(text[: m.start()])]
        words = words or SHOUTED.findall(text)
        if words:
            yield Finding(
                place,
                f"“{words[0]}” sounds an alarm in a content note",
                "say calmly what is there and how far it goes: "
                "“A child screams in a car; nobody is hurt.”",
            )
