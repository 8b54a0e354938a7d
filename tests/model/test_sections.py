"""What of a module learners can mark as done."""

from __future__ import annotations

from pathlib import Path

from build_tools.core.source import read
from build_tools.model.load import load


def test_a_page_without_a_heading_of_the_second_level_is_one_section(starter: Path) -> None:
    page = starter / "modules/first-steps/01-late.md"
    page.write_text("# Somebody is late\n\nA text.\n", encoding="utf-8")
    module = load(read(starter))[0].modules["first-steps"]
    found = [(part.page, part.anchor, part.title) for part in module.sections]
    assert found[-1] == ("01-late.md", "top", "Somebody is late")
