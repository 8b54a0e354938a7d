"""A course whose one quiz holds every example of every kind of question."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from build_tools.adapters.site_build import build
from build_tools.core.source import read
from build_tools.model.load import load
from build_tools.starters import COURSE
from tests.activities.examples import examples, plain_json

QUIZ = "quizzes/first-steps.html"


def make(folder: Path) -> Path:
    """Write it into `folder`, which is not there yet, and give its site, built for a folder."""
    shutil.copytree(COURSE, folder)
    questions = [plain_json(example.data) for example in examples()]
    text = json.dumps({"schema": 1, "questions": questions}, ensure_ascii=False)
    (folder / "quizzes/first-steps.yml").write_text(text, encoding="utf-8")
    course, faults = load(read(folder))
    assert faults == []
    build(folder, folder / "site", course, directory_urls=False)
    return folder / "site"
