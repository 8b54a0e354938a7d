"""The preview follows every change, and a broken quiz is told on its own page."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from build_tools.starters import COURSE

QUIZ = "quizzes/first-steps.yml"
PAGE = "quizzes/first-steps/"
# Generous: two cores, with other tests beside this one. What it takes is printed.
PATIENCE = 30.0


class Preview:
    """A running ``trellis serve``, and the course it shows."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder = folder
        self.address = address

    def page(self, path: str = "") -> str:
        with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))

    def change(self, file: str, old: str, new: str) -> None:
        text = (self.folder / file).read_text(encoding="utf-8")
        assert old in text
        (self.folder / file).write_text(text.replace(old, new), encoding="utf-8", newline="\n")

    def wait(self, path: str, good: Callable[[str], bool], what: str) -> float:
        """Wait until a page is as wanted; give the seconds it took."""
        start = time.monotonic()
        while time.monotonic() - start < PATIENCE:
            try:
                if good(self.page(path)):
                    return time.monotonic() - start
            except (urllib.error.URLError, ConnectionError):
                pass  # the server is just starting
            time.sleep(0.05)
        raise AssertionError(f"{path or 'the home page'}: {what} never came")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """``trellis serve`` on a free port of this machine, ended afterwards."""
    folder = tmp_path_factory.mktemp("preview") / "my course"
    shutil.copytree(COURSE, folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = folder.parent / "log.txt"
    with log.open("w", encoding="utf-8") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "build_tools.cli", "serve", "--port", str(port)],
            cwd=folder,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        shown = Preview(folder, f"http://127.0.0.1:{port}/")
        shown.wait("", lambda page: "My course" in page, "the course")
        yield shown
        assert server.poll() is None, log.read_text(encoding="utf-8")
        assert f"Serving on http://127.0.0.1:{port}/" in log.read_text(encoding="utf-8")
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)


def test_a_change_of_a_quiz_is_on_its_page(preview: Preview) -> None:
    preview.change(QUIZ, "Four people look up.", "Five people look up.")
    seconds = preview.wait(PAGE, lambda page: "Five people look up." in page, "the change")
    print(f"a change took {seconds:.1f} s to be seen")
    preview.change(QUIZ, "Five people look up.", "Four people look up.")
    preview.wait(PAGE, lambda page: "Four people look up." in page, "the change back")


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("type: choice\n", "type: choise\n", 16),
        ("schema: 1\n", "schema: 1\n\tquestions:\n", 3),
    ],
)
def test_a_broken_quiz_is_told_on_its_own_page_while_others_work(
    preview: Preview, old: str, new: str, line: int
) -> None:
    """A trainer in the middle of a sentence must not lose the preview."""
    preview.change(QUIZ, old, new)
    told = re.compile(rf"<code>{QUIZ}:{line}:\d+</code> <strong>error</strong>")
    preview.wait(PAGE, lambda page: bool(told.search(page)), "the finding")
    assert "At the door" in preview.page("modules/first-steps/")
    assert "tr-finding" not in preview.page("glossary/")
    preview.change(QUIZ, new, old)
    preview.wait(
        PAGE,
        lambda page: "tr-finding" not in page and "Four people look up." in page,
        "the mended quiz",
    )


def test_changes_in_several_folders_are_followed_together(preview: Preview) -> None:
    changes = (
        ("course/glossary.yml", "term: Universal precautions", "term: Everyday care", "glossary/"),
        ("modules/first-steps/index.md", "wet hair", "a wet coat", "modules/first-steps/"),
        ("modules/first-steps/module.yml", "title: A calm first", "title: A slow first", ""),
    )
    for file, old, new, _ in changes:
        preview.change(file, old, new)
    for _, _, new, path in changes:
        preview.wait(path, lambda page, new=new: new.split(": ")[-1] in page, "the change")


def test_a_new_module_and_a_file_taken_away_are_followed(preview: Preview) -> None:
    shutil.copytree(preview.folder / "modules/first-steps", preview.folder / "modules/second-steps")
    preview.wait("modules/second-steps/", lambda page: "At the door" in page, "the new module")
    shutil.rmtree(preview.folder / "modules/second-steps")
    preview.wait("", lambda page: "second-steps" not in page, "the page without it")


def test_a_course_file_in_pieces_does_not_end_the_preview(preview: Preview) -> None:
    preview.change("course/course.yml", "areas:", "areas: [")
    preview.wait("", lambda page: "course/course.yml:" in page, "the finding")
    preview.change("course/course.yml", "areas: [", "areas:")
    preview.wait("", lambda page: "tr-finding" not in page, "the mended course")
