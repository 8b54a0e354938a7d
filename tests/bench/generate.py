"""A made-up course of any size, the same for the same seed: for measuring, not for reading."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

from build_tools.starters import COURSE

SEED = 20261121
WORDS = [
    "a",
    "child",
    "asks",
    "quietly",
    "while",
    "the",
    "worker",
    "waits",
    "and",
    "the",
    "room",
    "is",
    "warm",
    "today",
    "somebody",
    "brings",
    "tea",
    "nobody",
    "hurries",
    "they",
    "sit",
    "near",
    "the",
    "window",
    "and",
    "talk",
    "about",
    "small",
    "plain",
    "things",
    "until",
    "it",
    "is",
    "calm",
    "again",
    "then",
    "one",
    "of",
    "them",
    "says",
    "what",
    "helped",
    "and",
    "the",
    "other",
    "writes",
    "it",
    "down",
    "for",
    "next",
    "time",
    "so",
    "that",
    "both",
    "can",
    "find",
    "it",
    "when",
    "the",
    "day",
    "is",
    "long",
    "and",
    "the",
    "door",
    "keeps",
    "opening",
]
AREAS = ("awareness", "competency", "collaboration", "safety")
LEVELS = ("self", "organisation", "community")


def generate(target: Path, modules: int, *, questions: int = 8, seed: int = SEED) -> None:
    """Write a course with that many modules of about 1,000 words and that many questions each."""
    rng = random.Random(seed)
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(COURSE, target)
    shutil.rmtree(target / "modules")
    shutil.rmtree(target / "quizzes")
    ids = [f"module-{number:04}" for number in range(1, modules + 1)]
    for id in ids:
        folder = target / "modules" / id
        folder.mkdir(parents=True)
        _write(folder / "module.yml", _module(rng, id))
        _write(folder / "index.md", _text(rng))
        _write(target / "quizzes" / f"{id}.yml", _quiz(rng, questions))
    frame = target / "course" / "course.yml"
    listed = "modules:\n" + "".join(f"  - {id}\n" for id in ids)
    _write(frame, frame.read_text(encoding="utf-8").replace("modules: [first-steps]\n", listed))
    pathway = target / "course" / "pathways" / "everyone.yml"
    chosen = f"modules: [{', '.join(ids[:12])}]"
    _write(
        pathway,
        pathway.read_text(encoding="utf-8").replace("modules: [first-steps]", chosen),
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _sentence(rng: random.Random, length: int = 0) -> str:
    words = rng.choices(WORDS, k=length or rng.randint(7, 16))
    return " ".join(words).capitalize() + "."


def _paragraph(rng: random.Random) -> str:
    return " ".join(_sentence(rng) for _ in range(4))


def _module(rng: random.Random, id: str) -> str:
    objectives = [
        {
            "id": f"objective-{n}",
            "text": f"Describe {' '.join(rng.choices(WORDS, k=5))} ({id}, {n})",
            "taught": [f"index.md#section-{n}"],
            "assessed": "quiz" if n < 3 else "practice",
        }
        for n in (1, 2, 3)
    ]
    data = {
        "schema": 1,
        "title": f"{_sentence(rng, 5)[:-1]} {id[-4:]}",
        "description": _sentence(rng),
        "area": rng.choice(AREAS),
        "levels": sorted(rng.sample(LEVELS, k=2)),
        "minutes": 20,
        "requires": [],
        "content_notes": [],
        "objectives": objectives,
        "key_points": [
            {"text": _sentence(rng), "evidence": "consensus-guideline", "cites": ["phac2018"]},
            {"text": _sentence(rng), "evidence": "practice-advice"},
        ],
        "review": {"kind": "desk", "by": "course authors", "on": "2026-11-21"},
    }
    return "".join(f"{key}: {_flow(value)}\n" for key, value in data.items())


def _flow(value: object) -> str:
    """JSON is YAML too; `Trellis` wants whole numbers and truth values without quotes."""
    return json.dumps(value, ensure_ascii=False)


def _text(rng: random.Random) -> str:
    parts = []
    for n in (1, 2, 3):
        parts += [f"## Section {n} {{#section-{n}}}", *(_paragraph(rng) for _ in range(6))]
        parts.append(f"Said here [@phac2018], and see [words](term:universal-precautions) {n}.")
    parts += [
        f"/// example | {_sentence(rng, 4)}\n{_paragraph(rng)}\n///",
        "## Summary {#summary}",
        "/// summary\n" + "\n".join(f"- {_sentence(rng)}" for _ in range(4)) + "\n///",
        "/// quiz\n///",
        "## Try it {#try-it}",
        "/// practice | try-it\n    objectives: [objective-3]\n    minutes: 5\n\n"
        f"{_paragraph(rng)}\n///",
    ]
    return "\n\n".join(parts) + "\n"


def _quiz(rng: random.Random, questions: int) -> str:
    lines = ["schema: 1", "questions:"]
    for n in range(questions):
        right = rng.randrange(4)
        lines += [
            f"  - id: question-{n}",
            "    rev: 1",
            "    type: choice",
            f"    objective: objective-{1 + n % 2}",
            f"    prompt: {json.dumps(_sentence(rng, 20))}",
            "    options:",
        ]
        for option in range(4):
            mark = ", correct: true" if option == right else ""
            lines.append(
                f"      - {{id: o{option}, text: {json.dumps(_sentence(rng, 9))}{mark}, "
                f"feedback: {json.dumps(_sentence(rng, 25))}}}"
            )
    return "\n".join(lines) + "\n"
