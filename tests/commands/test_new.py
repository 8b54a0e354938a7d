"""``trellis new``: what it makes is sound, and a slip leaves nothing half made."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.checks import judge
from build_tools.cli import main
from build_tools.core.source import read
from build_tools.instruments import kinds
from build_tools.model.course import Course
from build_tools.model.load import load


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a space in its name, in which the commands are given."""
    folder = tmp_path / "my work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def inside(starter: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The starter course, with the commands given inside it."""
    monkeypatch.chdir(starter)
    return starter


def new(*words: str, typed: str = "") -> Result:
    result = CliRunner().invoke(main, ["new", *words], input=typed)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def refused(result: Result, *words: str) -> bool:
    return result.exit_code == 2 and all(word in result.output for word in words)


def errors(folder: Path) -> list[str]:
    course, faults = load(read(folder))
    return [f"{d.file}: {d.message}" for d in judge(course, faults) if d.severity == "error"]


def course_in(folder: Path) -> Course:
    return load(read(folder))[0]


def test_a_new_course_is_sound_and_bears_its_name(here: Path) -> None:
    result = new("course", "calm-start", "--title", 'Calm: a "first" course')
    assert result.exit_code == 0
    assert "made calm-start/course/course.yml" in result.output
    assert "cd calm-start" in result.output
    assert errors(here / "calm-start") == []
    file = course_in(here / "calm-start").file
    assert (file.id, file.title) == ("calm-start", 'Calm: a "first" course')


def test_a_new_course_in_a_folder_with_a_space_shows_a_command_that_works(here: Path) -> None:
    result = new("course", "our course")
    assert 'cd "our course"' in result.output
    assert errors(here / "our course") == []
    assert course_in(here / "our course").file.id == "our-course"


def test_every_file_that_has_a_schema_names_it_in_its_first_line(here: Path) -> None:
    new("course", "calm-start")
    for file in sorted((here / "calm-start").rglob("*.yml")):
        first = file.read_text(encoding="utf-8").split("\n")[0]
        if file.name == "mkdocs.yml":
            continue
        assert first.startswith("# yaml-language-server: $schema=../"), file
        assert (file.parent / first.split("$schema=")[1]).is_file()


def test_a_folder_that_holds_something_is_not_touched(here: Path) -> None:
    (here / "mine").mkdir()
    (here / "mine/notes.txt").write_text("keep me", encoding="utf-8")
    assert refused(new("course", "mine"), "not empty")
    assert [path.name for path in (here / "mine").iterdir()] == ["notes.txt"]


def test_a_course_that_exists_is_not_made_again(here: Path) -> None:
    new("course", "calm-start")
    assert refused(new("course", "calm-start"), "is there already")


def test_a_file_of_that_name_is_in_the_way(here: Path) -> None:
    (here / "mine").write_text("keep me", encoding="utf-8")
    assert refused(new("course", "mine"), "is a file")


def test_a_name_that_windows_keeps_leaves_nothing_behind(here: Path) -> None:
    assert refused(new("course", "con"), "Windows")
    assert list(here.iterdir()) == []


def test_a_new_module_is_sound_listed_and_has_its_quiz(inside: Path) -> None:
    result = new("module", "second-steps", "--title", "Second steps: go on")
    assert result.exit_code == 0, result.output
    assert "made quizzes/second-steps.yml" in result.output
    assert errors(inside) == []
    course = course_in(inside)
    assert course.file.modules == ("first-steps", "second-steps")
    assert course.modules["second-steps"].title == "Second steps: go on"
    assert "second-steps" in course.quizzes


@pytest.mark.parametrize(
    "listed",
    [
        "modules: []",
        "modules: [ first-steps ]  # in order",
        "modules:\n- first-steps",
        "modules:\n  # in order\n  - first-steps   # the first",
        "modules: [\n  first-steps,\n]",
    ],
)
def test_a_new_module_is_listed_however_the_list_is_written(inside: Path, listed: str) -> None:
    file = inside / "course/course.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("modules: [first-steps]", listed), encoding="utf-8")
    assert new("module", "second-steps").exit_code == 0
    assert course_in(inside).file.modules[-1] == "second-steps"
    assert errors(inside) == []


@pytest.mark.parametrize(
    ("old", "now"),
    [
        ("modules: [first-steps]\n", ""),
        ("modules: [first-steps]", "modules: [first-steps # the first\n  ]"),
        ("title: My course", "title: [\n"),
    ],
)
def test_a_module_that_cannot_be_listed_leaves_nothing_behind(
    inside: Path, old: str, now: str
) -> None:
    file = inside / "course/course.yml"
    text = file.read_text(encoding="utf-8").replace(old, now)
    file.write_text(text, encoding="utf-8")
    assert refused(new("module", "second-steps"), "modules" if not now else "trellis check")
    assert not (inside / "modules/second-steps").exists()
    assert file.read_text(encoding="utf-8") == text


def test_a_course_file_that_is_not_utf8_is_left_alone(inside: Path) -> None:
    (inside / "course/course.yml").write_bytes(b"title: caf\xe9\nmodules: []\n")
    assert refused(new("module", "second-steps"), "UTF-8")


def test_a_new_module_fits_a_course_with_another_grid(inside: Path) -> None:
    file = inside / "course/course.yml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("id: awareness", "id: knowing").replace("id: self", "id: me")
    file.write_text(text, encoding="utf-8")
    new("module", "second-steps")
    module = course_in(inside).modules["second-steps"]
    assert (module.area, module.levels) == ("knowing", ("me",))


@pytest.mark.parametrize("kind", ["module", "quiz"])
@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("Second Steps", ("not a good id", "second-steps")),
        ("second_steps", ("second-steps",)),
        ("../outside", ("not a good id",)),
        ("con", ("Windows",)),
        ("a" * 65, ("not a good id",)),
        ("", ("not a good id",)),
    ],
)
def test_a_bad_id_is_refused_with_a_better_one(
    inside: Path, kind: str, id: str, words: tuple[str, ...]
) -> None:
    before = sorted(inside.rglob("*"))
    assert refused(new(kind, id), *words)
    assert sorted(inside.rglob("*")) == before


def test_a_module_and_a_quiz_that_exist_are_not_overwritten(inside: Path) -> None:
    assert refused(new("module", "first-steps"), "is there already")
    assert refused(new("quiz", "first-steps"), "is there already")


def test_a_quiz_needs_its_module(inside: Path) -> None:
    assert refused(new("quiz", "second-steps"), "trellis new module second-steps")
    (inside / "quizzes/first-steps.yml").unlink()
    assert new("quiz", "first-steps").exit_code == 0
    assert errors(inside) == []


def test_a_module_outside_a_course_shows_how_to_make_one() -> None:
    assert refused(new("module", "second-steps"), "trellis new course my-course")


def test_without_words_it_asks_and_makes_a_course(here: Path) -> None:
    result = new(typed="course\nCalm first\n\n")
    assert result.exit_code == 0
    assert "What is it called?" in result.output
    assert "[calm-first]" in result.output
    assert errors(here / "calm-first") == []
    assert course_in(here / "calm-first").file.title == "Calm first"


def test_without_words_inside_a_course_it_offers_a_module(inside: Path) -> None:
    result = new(typed="\nSecond steps\n\n")
    assert result.exit_code == 0
    assert course_in(inside).modules["second-steps"].title == "Second steps"


def test_at_the_prompt_a_bad_name_is_asked_for_again(here: Path) -> None:
    result = new(typed="book\ncourse\nCalm first\ncon\nCalm First\ncalm\n")
    assert result.exit_code == 0, result.output
    assert "Windows" in result.output
    assert "not a good id" in result.output
    assert [path.name for path in here.iterdir()] == ["calm"]


def test_at_the_prompt_a_quiz_asks_only_for_its_module(inside: Path) -> None:
    (inside / "quizzes/first-steps.yml").unlink()
    assert new(typed="quiz\nfirst-steps\n").exit_code == 0
    assert "first-steps" in course_in(inside).quizzes


def test_leaving_at_a_prompt_makes_nothing(here: Path) -> None:
    result = new(typed="course\nCalm")
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert list(here.iterdir()) == []


def test_a_new_module_asks_for_nothing_that_the_course_does_not_have(inside: Path) -> None:
    """A course with other sources and other words gets a module without the starter's."""
    (inside / "course/references.json").write_text("[]", encoding="utf-8")
    (inside / "course/glossary.yml").write_text("schema: 1\nterms: []\n", encoding="utf-8")
    for file in (inside / "modules/first-steps").iterdir():
        file.unlink()
    (inside / "modules/first-steps").rmdir()
    (inside / "quizzes/first-steps.yml").unlink()
    for file in ("course/course.yml", "course/pathways/everyone.yml"):
        text = (inside / file).read_text(encoding="utf-8")
        (inside / file).write_text(text.replace("[first-steps]", "[]"), encoding="utf-8")
    assert new("module", "second-steps").exit_code == 0
    assert errors(inside) == []


@pytest.mark.parametrize("kind", kinds())
def test_a_new_tool_of_each_kind_is_sound(inside: Path, kind: str) -> None:
    result = new("tool", kind, "first-look", "--title", "First look: at the door")
    assert result.exit_code == 0, result.output
    assert "made course/tools/first-look.yml" in result.output
    assert "/// tool | first-look" in result.output
    course, faults = load(read(inside))
    assert [*faults, *judge(course, faults)] == [], faults
    assert course.tools["first-look"].title == "First look: at the door"


def test_a_new_rating_fits_a_course_with_another_grid(inside: Path) -> None:
    file = inside / "course/course.yml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("id: awareness", "id: knowing").replace("id: self", "id: me")
    file.write_text(text, encoding="utf-8")
    assert new("tool", "rating", "where-we-stand").exit_code == 0
    assert not [error for error in errors(inside) if "course/tools" in error]


def test_a_tool_that_exists_is_not_overwritten(inside: Path) -> None:
    assert new("tool", "form", "first-look").exit_code == 0
    assert refused(new("tool", "plan", "first-look"), "is there already")
    assert refused(new("tool", "form", "First look"), "first-look")
    assert new("tool", "poem", "first-look").exit_code == 2


def test_without_words_it_can_make_a_tool(inside: Path) -> None:
    assert new(typed="tool\nplan\nOur plan\n\n").exit_code == 0
    assert course_in(inside).tools["our-plan"].kind == "plan"
