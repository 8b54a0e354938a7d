"""An abbreviation is spelled out once in each module.

What is daily speech in one service is noise in the next, and a parent or a new colleague may not
dare to ask. Common ones such as UK, NHS or TV pass, and so does one that the glossary explains. A
word in capitals that the module also uses in small letters, such as TRUE, is taken for a name or a
shout, and so is one that a name follows: ADAPT Scotland.

Mend it: write it out where it first stands, with the short form behind it: “parent and child group
(PCG)”.

    # bad modules/first-steps/index.md 3:10
    ## At the door

    Ring the MASH before you go home.

    # good modules/first-steps/index.md
    ## At the door

    Ring the multi-agency safeguarding hub (MASH) before you go home. The MASH is open until six.

    # good modules/first-steps/index.md
    ## At the door

    The SEND (special educational needs and disabilities) form can wait. It is used all over the UK.
"""

import re
from collections.abc import Iterable, Iterator

from build_tools.checks.learners_text import module_passages, quiz_passages, tool_passages
from build_tools.checks.prose import Passage, passages
from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course

SEVERITY = Severity.WARNING
LANGUAGES = ("en",)
ABBREVIATION = re.compile(r"(?<![\w&-])[A-Z](?:[A-Z]|&(?=[A-Z])){1,6}(?=s?(?![\w&]))")
# Every abbreviation holds this, which is quicker to look for.
CAPITALS = re.compile(r"[A-Z][A-Z&]")
# “ADAPT Scotland” is a name as a whole.
NAMED = re.compile(r" [A-Z][a-z]")
_KNOWN = (
    "UK US USA EU UN NHS BBC TV DVD CD PC ID OK AM PM BC AD GP MP HR IT PE CV PS QR FAQ PDF "
    "URL SMS USB GPS WC PIN ATM HIV AIDS DNA IQ SOS VIP PO RSVP DIY LED CCTV A&E CC BY MIT "
    "II III IV VI VII VIII IX"
)
KNOWN = frozenset(_KNOWN.split())


def check(course: Course) -> Iterator[Finding]:
    glossary = " ".join(f"{t.id} {t.term} ({t.definition})" for t in course.glossary.terms)
    for texts in _units(course):
        whole = "\n".join(passage.text for passage in texts)
        seen: set[str] = set(KNOWN)
        for passage in texts:
            if not CAPITALS.search(passage.text):
                continue
            for match in ABBREVIATION.finditer(passage.own_voice):
                short = match.group()
                if short in seen:
                    continue
                seen.add(short)
                if (
                    re.search(rf"\b{re.escape(short.lower())}\b", whole)
                    or NAMED.match(passage.text, match.end())
                    or _explained(short, whole, glossary)
                ):
                    continue
                yield Finding(
                    passage.place(match.start()),
                    f"“{short}” is never spelled out here",
                    f"write it out once: “full words ({short})”, or explain it in the glossary",
                )


def _units(course: Course) -> Iterator[list[Passage]]:
    """Give what is read together: a module with its quiz; a page; an instrument."""
    for module in course.modules.values():
        quiz = course.quiz_of(module)
        more: Iterable[Passage] = quiz_passages(quiz) if quiz is not None else ()
        yield [*module_passages(module), *more]
    for document in course.pages.values():
        yield list(passages(document))
    for tool in course.tools.values():
        yield list(tool_passages(tool))


def _explained(short: str, whole: str, glossary: str) -> bool:
    name = re.escape(short)
    if re.search(rf"\w\s+\(\s*{name}s?\s*[),;]", whole) or re.search(rf"\b{name}s?\b", glossary):
        return True
    behind = re.findall(rf"\b{name}s? \(([^()]{{5,200}})\)", whole)
    return any(len(words.split()) > 1 for words in behind)
