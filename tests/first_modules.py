"""The first four modules of the shipped course: enough to break in every way, quick to judge."""

from __future__ import annotations

import json
import re

from build_tools.core.source import Source

FOUR = frozenset(
    {"co-regulation", "safe-welcoming-organisations", "team-around-the-child", "trauma-basics"}
)
_LISTED = re.compile(r"(?m)^(modules:\n)((?:  - .*\n)+)")
_LINK = re.compile(rf"\[([^\]]+)\]\(\.\./modules/(?!(?:{'|'.join(sorted(FOUR))})/)[^)]*\)")
_OTHER = re.compile(rf"(?m)^  - (?!(?:{'|'.join(sorted(FOUR))})$)[a-z-]+\n")


def first_modules(source: Source) -> None:
    """Take all other modules out of a course in memory, with what only they cite and explain."""
    texts = source.texts
    for name in list(texts):
        folder, _, rest = name.partition("/")
        if folder in ("modules", "quizzes") and re.split(r"[/.]", rest)[0] not in FOUR:
            del texts[name]
    source.images = {i for i in source.images if i.split("/")[0] != "modules"}
    for name in texts:
        if name == "course/course.yml" or name.startswith("course/pathways/"):
            texts[name] = _shortened(texts[name], planned=name != "course/course.yml")
        elif name.startswith("course/") and name.endswith(".md"):
            texts[name] = _LINK.sub(r"\1", texts[name])
    # Four modules are no whole course.
    name = "course/course.yml"
    texts[name] = texts[name].replace("status: complete\n", "status: draft\n")
    own = ("course/references.json", "course/glossary.yml")
    said = "\n".join(text for name, text in texts.items() if name not in own)
    start, *terms = re.split(r"(?m)^(?=  - id: )", texts[own[1]])
    texts[own[1]] = start + "".join(t for t in terms if f"(term:{t.split()[2]})" in said)
    said += texts[own[1]]
    entries = [one for one in json.loads(texts[own[0]]) if re.search(rf"\b{one['id']}\b", said)]
    texts[own[0]] = json.dumps(entries, indent=2, ensure_ascii=False) + "\n"


def _shortened(text: str, *, planned: bool) -> str:
    """Leave the four in a list of modules; the others become planned ones."""
    listed = _LISTED.search(text)
    assert listed is not None
    others = "".join(_OTHER.findall(listed[2]))
    text = text[: listed.start(2)] + _OTHER.sub("", listed[2]) + text[listed.end() :]
    if others and planned:
        text = text.replace("planned: []\n", "planned:\n", 1)
        text = re.sub(r"(?m)^(planned:.*\n)", lambda start: start[0] + others, text, count=1)
    return text
