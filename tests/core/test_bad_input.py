"""What people really type and paste: told in plain words at the right place, and nothing lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools.activities.choice import Activity as Choice
from build_tools.checks import judge
from build_tools.checks.report import text
from build_tools.core.diagnostics import Diagnostic
from build_tools.core.source import read
from build_tools.model.course import Course
from build_tools.model.load import load
from build_tools.pages.compiler import compile_pages

COURSE = "course/course.yml"
INDEX = "modules/first-steps/index.md"
MODULE = "modules/first-steps/module.yml"
QUIZ = "quizzes/first-steps.yml"
LOADED = tuple[Course, list[Diagnostic]]


def loaded(folder: Path) -> LOADED:
    return load(read(folder))


def change(folder: Path, file: str, old: str, new: str, mark: str = "") -> tuple[str, int, int]:
    """Change a text once, and give the place where ``mark`` then stands in its file."""
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text, f"{file} has changed: {old}"
    before, after = text.split(old, 1)
    (folder / file).write_text(before + new + after, encoding="utf-8", newline="\n")
    start = before + new[: new.index(mark)]
    return file, start.count("\n") + 1, len(start) - (start.rfind("\n") + 1) + 1


def places(found: list[Diagnostic], code: str) -> list[tuple[str, int, int]]:
    return [(d.file, d.line, d.column) for d in found if d.code == code]


def test_a_tab_that_indents_yaml_is_called_a_tab(starter: Path) -> None:
    place = change(starter, QUIZ, "    rev: 1", "\trev: 1", "\t")
    _, found = loaded(starter)
    assert places(found, "SRC002") == [place]
    assert "tab" in found[0].message


@pytest.mark.parametrize("opened", ["[{id: a}", "{a: b", "[", '"a', "'a"])
def test_what_is_never_closed_is_told_in_plain_words(starter: Path, opened: str) -> None:
    (starter / "course/cast.yml").write_text(f"schema: 1\npeople: {opened}", encoding="utf-8")
    _, found = loaded(starter)
    assert [(d.file, d.line) for d in found] == [("course/cast.yml", 2)]
    assert "closed" in found[0].message
    assert found[0].column == len("people: ") + (2 if opened == "[" else 1)


def test_a_key_given_twice_is_told_at_the_second_one(starter: Path) -> None:
    place = change(
        starter, MODULE, "area: awareness\n", "area: awareness\narea: safety\n", "area: s"
    )
    _, found = loaded(starter)
    assert places(found, "SRC003") == [place]


@pytest.mark.parametrize("word", ["yes", "Yes", "on", "True", '"true"', "1"])
def test_only_true_and_false_are_truth_values(starter: Path, word: str) -> None:
    """YAML 1.1 takes these words for true; a reader of the file may not."""
    place = change(starter, QUIZ, "correct: true", f"correct: {word}", word)
    _, found = loaded(starter)
    assert places(found, "SRC006") == [place] or (word == '"true"' and found == [])
    if word == "yes":
        assert found[0].hint == "write true"


def test_words_that_yaml_reads_as_numbers_and_truth_values_stay_text(starter: Path) -> None:
    quiz = """schema: 1
questions:
  - id: when
    type: choice
    objective: choose-greeting
    prompt: 2026-11-21
    options:
      - {id: a1, text: No, correct: true, feedback: 12:30}
      - {id: a2, text: 12:30, feedback: on}
      - {id: a3, text: 010, feedback: 1e3}
      - {id: a4, text: 0x1F, feedback: 1_000}
"""
    (starter / QUIZ).write_text(quiz, encoding="utf-8")
    course, found = loaded(starter)
    question = course.quizzes["first-steps"].questions[0]
    assert isinstance(question, Choice)
    assert found == []
    assert question.prompt == "2026-11-21"
    assert [o.text for o in question.options] == ["No", "12:30", "010", "0x1F"]
    assert [o.feedback for o in question.options] == ["12:30", "on", "1e3", "1_000"]
    html = compile_pages(course)["quizzes/first-steps.md"].body
    assert all(f">{text}</label>" in html for text in ("No", "12:30", "010", "0x1F"))


def test_two_faults_in_one_list_keep_the_sound_items_and_their_own_places(starter: Path) -> None:
    first = change(starter, MODULE, "  - id: describe-precautions", "  - id: Describe It", "Desc")
    third = change(starter, MODULE, "assessed: practice", "assessed: practise", "practise")
    course, found = loaded(starter)
    assert places(found, "SRC009") == [first]
    assert places(found, "SRC007") == [third]
    assert len(found) == 2
    assert [o.id for o in course.modules["first-steps"].objectives] == ["choose-greeting"]


def test_two_faults_in_one_question_keep_the_question(starter: Path) -> None:
    first = change(starter, QUIZ, 'text: "“We began', 'txet: "“We began', "txet")
    last = change(starter, QUIZ, "{id: sign-first,", "{id: sign-first, correct: no,", "no,")
    course, found = loaded(starter)
    question = course.quizzes["first-steps"].questions[1]
    assert isinstance(question, Choice)
    assert places(found, "SRC004") == [first]
    assert places(found, "SRC006") == [last]
    assert [option.id for option in question.options] == ["come-in", "sign-first"]
    assert len(course.quizzes["first-steps"].questions) == 3


def test_an_unclosed_block_is_told_where_it_opens(starter: Path) -> None:
    place = change(
        starter, INDEX, "/// key-idea\nYou can be careful", "/// key-idea\nYou can be careful"
    )
    change(starter, INDEX, "for their story.\n///", "for their story.")
    found = judge(*loaded(starter))
    assert places(found, "BLK002") == [place]


def test_an_invisible_line_break_moves_no_position_and_cuts_no_text(starter: Path) -> None:
    """U+2028 comes with text pasted from the web; YAML 1.1 and splitlines() break lines there."""
    pasted = change(starter, MODULE, "who arrives upset,", "who\u2028arrives upset,", "\u2028")
    after = change(starter, MODULE, "requires: []", "requires: none", "none")
    change(starter, INDEX, "Four people look up.", "Four people\u2028look up.")
    linked = change(
        starter, INDEX, "Tea is over there.", "[Tea](no-tea.md) is over there.", "no-tea"
    )
    course, faults = loaded(starter)
    found = judge(course, faults)
    assert places(found, "SRC014") == [pasted]
    assert places(found, "SRC006") == [after]
    assert places(found, "LNK001") == [linked]
    assert course.modules["first-steps"].description.startswith("Greet a person who arrives upset")
    assert "look up." in compile_pages(course)["modules/first-steps/index.md"].body


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c"])
def test_a_block_after_an_invisible_line_break_is_still_a_block(
    starter: Path, separator: str
) -> None:
    change(starter, INDEX, "Four people look up.", f"Four people{separator}look up.")
    page = compile_pages(loaded(starter)[0])["modules/first-steps/index.md"]
    assert '<div class="tr-box tr-key-idea">' in page.body
    assert "///" not in page.body


def test_half_a_character_is_told_since_no_page_can_hold_it(starter: Path) -> None:
    """An export cut in the middle of an emoji leaves one of its two halves."""
    json = change(starter, "course/references.json", '"Trauma', r'"\ud83d Trauma', "\\ud83d")
    yaml = change(starter, COURSE, "title: My course", r'title: "\ud83d"', r'"\ud83d')
    _, found = loaded(starter)
    assert places(found, "SRC002") == [yaml, json]


def test_an_escaped_emoji_and_a_written_backslash_are_whole_characters(starter: Path) -> None:
    change(starter, "course/references.json", '"Trauma', r'"\ud83d\ude00 \\ud83d Trauma')
    course, found = loaded(starter)
    assert found == []
    assert course.references["phac2018"].title.startswith("😀 \\ud83d")


@pytest.mark.parametrize(
    "text", ["- a\n- b\n", "hello", "[[[[", "&a [*a]", "? {a: b} : c", "title: !!python/name:os.x"]
)
def test_a_yaml_file_of_another_shape_never_stops_the_others(starter: Path, text: str) -> None:
    for file in (COURSE, QUIZ, MODULE, "course/host.yml", "course/support.yml"):
        (starter / file).write_text(text, encoding="utf-8")
    course, found = loaded(starter)
    assert {COURSE, QUIZ, MODULE} <= {d.file for d in judge(course, found)}
    assert compile_pages(course, diagnostics=found)


def test_a_link_that_goes_in_circles_and_one_that_leads_nowhere_are_told(starter: Path) -> None:
    (starter / "course/circle.md").symlink_to("circle.md")
    (starter / "course/nowhere.md").symlink_to("gone.md")
    _, found = loaded(starter)
    assert places(found, "SRC016") == [("course/circle.md", 1, 1), ("course/nowhere.md", 1, 1)]


def test_a_folder_of_the_course_that_is_a_link_out_of_it_is_not_read(
    starter: Path, tmp_path: Path
) -> None:
    shutil.move(starter / "quizzes", tmp_path / "elsewhere")
    (starter / "quizzes").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    course, found = loaded(starter)
    assert places(found, "SRC008") == [("quizzes", 1, 1)]
    assert course.quizzes == {}


# What was typed, in which file; the sign that is to be pointed at; a word of the message.
SLIPS = [
    (MODULE, "minutes: 10", "minutes:10", "10", "space is missing"),
    (MODULE, "minutes: 10", "minutes:\u00a010", "\u00a0", "odd space"),
    (MODULE, "title: ", "title = ", "=", "colon belongs"),
    (MODULE, "title: ", 'title: "', '"', "not closed"),
    (MODULE, "title: ", "title: 'Tis ", "'", "not closed"),
    (MODULE, "minutes: 10", "<<<<<<< HEAD\nminutes: 10\n=======\nminutes: 5", "<", "two versions"),
    (QUIZ, "  - id: what", "  – id: what", "–", "list"),
    (QUIZ, "  - id: what", "  • id: what", "•", "list"),
    (QUIZ, "  - id: what", "  -id: what", "id", "hyphen"),
    (QUIZ, "    objective:", "\u00a0   objective:", "\u00a0", "odd space"),
    (QUIZ, "questions:", "\ufeffquestions:", "\ufeff", "odd space"),
]


@pytest.mark.parametrize(("file", "old", "new", "mark", "says"), SLIPS)
def test_a_slip_that_makes_yaml_unreadable_is_told_where_it_stands(
    starter: Path, file: str, old: str, new: str, mark: str, says: str
) -> None:
    place = change(starter, file, old, new, mark)
    course, faults = loaded(starter)
    (found,) = judge(course, faults)
    assert (found.file, found.line, found.column) == place
    assert says in found.message


@pytest.mark.parametrize("typed", ["“title”", "title\u00a0", "*title*"])
def test_signs_round_the_name_of_a_field_are_told_once(starter: Path, typed: str) -> None:
    place = change(starter, MODULE, "title:", f"{typed}:" if typed[0] != "*" else f'"{typed}":')
    course, faults = loaded(starter)
    (found,) = judge(course, faults)
    assert (found.code, found.file, found.line, found.column) == ("SRC004", *place)
    assert "type it again: title: …" in found.hint


@pytest.mark.parametrize("typed", ["Title", "titel"])
def test_a_misspelt_field_is_not_told_as_missing_besides(starter: Path, typed: str) -> None:
    change(starter, MODULE, "title:", f"{typed}:")
    course, faults = loaded(starter)
    (found,) = judge(course, faults)
    assert (found.code, found.hint) == ("SRC004", "did you mean “title”?")


def test_a_step_with_a_bad_id_is_told_at_its_id(starter: Path) -> None:
    story = "schema: 1\nid: at-the-desk\ntitle: At the desk\npeople: A father. Made up.\n"
    story += "start: Door\nsteps:\n  Door:\n    text: Hello.\n    ending: true\ndebrief: And you?\n"
    (starter / "modules/first-steps/scenario.yml").write_text(story, encoding="utf-8")
    places_told = places(loaded(starter)[1], "SRC009")
    assert [(line, column) for _, line, column in places_told] == [(5, 8), (7, 3)]


def test_an_empty_page_is_told_once_and_not_by_all_that_needs_its_words(starter: Path) -> None:
    (starter / INDEX).write_text("\n \n", encoding="utf-8")
    course, faults = loaded(starter)
    (found,) = judge(course, faults)
    assert (found.code, found.file, found.line) == ("SRC012", INDEX, 1)


def test_a_folder_that_may_not_be_opened_is_told_and_the_others_are_read(
    starter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.iterdir

    def refuse(folder: Path) -> Iterator[Path]:
        if folder.name == "pathways":
            raise PermissionError(13, "Permission denied")
        return opened(folder)

    monkeypatch.setattr(Path, "iterdir", refuse)
    course, faults = loaded(starter)
    assert places(faults, "SRC016") == [("course/pathways", 1, 1)]
    assert "folder" in next(d.message for d in faults if d.code == "SRC016")
    assert course.modules
    assert course.quizzes


@pytest.mark.parametrize("file", [QUIZ, INDEX])
def test_a_second_ending_that_an_editor_added_is_told(starter: Path, file: str) -> None:
    (starter / file).rename(starter / f"{file}.txt")
    found = [d for d in loaded(starter)[1] if d.file == f"{file}.txt"]
    assert [(d.code, d.line) for d in found] == [("SRC009", 1)]
    assert f"call it {Path(file).name};" in found[0].hint


def test_a_module_file_with_the_other_ending_is_named(starter: Path) -> None:
    (starter / MODULE).rename(starter / MODULE.replace(".yml", ".yaml"))
    course, faults = loaded(starter)
    (found,) = judge(course, faults)
    assert (found.code, found.file) == ("SRC011", MODULE)
    assert found.hint == "modules/first-steps/module.yaml is there; call it module.yml"


@pytest.mark.parametrize(
    ("typed", "better"),
    [("First_Words", "first-words"), ("Erste Schritte!", "erste-schritte"), ("日本", "calm-first")],
)
def test_a_bad_id_comes_with_a_good_one(starter: Path, typed: str, better: str) -> None:
    place = change(starter, QUIZ, "id: late-with-a-pushchair", f"id: {typed}", typed)
    _, found = loaded(starter)
    assert places(found, "SRC009") == [place]
    assert found[0].hint.endswith(f"“{better}”")


@pytest.mark.parametrize(
    ("target", "says", "hint"),
    [
        ("C:\\Users\\me\\chairs.png", "your own computer", "copy it into images/"),
        ("file:///C:/Users/me/clip_image001.png", "your own computer", "copy it into images/"),
        ("images\\chairs.png", "no picture", "write / in place of \\"),
        ("https://example.org/chairs.png", "another site", "save it in images/"),
    ],
)
def test_a_picture_that_learners_would_not_see_is_told_in_the_words_of_its_address(
    starter: Path, target: str, says: str, hint: str
) -> None:
    place = change(
        starter, INDEX, "/// key-idea", f"![Two chairs]({target})\n\n/// key-idea", target
    )
    course, faults = loaded(starter)
    (found,) = judge(course, faults)
    assert (found.code, found.file, found.line, found.column) == ("LNK004", *place)
    assert says in found.message
    assert found.hint.startswith(hint)


def test_a_habit_of_one_file_does_not_drown_what_else_is_found(starter: Path) -> None:
    long = "Tea is there. " * 10
    page = "# Tea\n\n" + f"{long}\n\n" * 50
    (starter / "course/tea.md").write_text(f"{page}\n[It](gone.md) is hot.\n", encoding="utf-8")
    course, faults = loaded(starter)
    told = text.render(judge(course, faults), course.source)
    assert told.count("PLN002") == 21
    assert "course/tea.md: 30 more of PLN002; to read them all: trellis check --format html" in told
    assert "LNK001" in told
