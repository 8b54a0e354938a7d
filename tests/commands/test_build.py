"""``trellis build``: a site in its place, and nothing else ever overwritten."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.adapters import mkdocs_plugin
from build_tools.cli import main
from build_tools.starters import COURSE


def build(folder: Path, *words: str | Path) -> Result:
    result = CliRunner().invoke(main, ["build", "--course", str(folder), *map(str, words)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course, in a folder with a space, that was built once; not to be changed."""
    folder = tmp_path_factory.mktemp("a course") / "my course"
    shutil.copytree(COURSE, folder)
    result = build(folder)
    assert result.exit_code == 0, result.output
    assert result.output == f"Built {folder / 'site'}\n"
    return folder


@pytest.fixture
def copied(built: Path, tmp_path: Path) -> Path:
    """A copy of the built course, to be broken."""
    return Path(shutil.copytree(built, tmp_path / "my course"))


def test_the_site_is_put_beside_the_sources_and_nothing_is_left_over(built: Path) -> None:
    assert (built / "site/index.html").is_file()
    assert {p.name for p in built.iterdir()} == {p.name for p in COURSE.iterdir()} | {"site"}


def test_a_course_with_faults_is_not_built_and_the_last_site_stays(copied: Path) -> None:
    before = files(copied / "site")
    quiz = copied / "quizzes/first-steps.yml"
    quiz.write_text(quiz.read_text(encoding="utf-8") + "  bad\n", encoding="utf-8")
    result = build(copied)
    assert result.exit_code == 1
    assert "quizzes/first-steps.yml:" in result.output
    assert "1 error: nothing was built, site/ is as it was." in result.output
    assert files(copied / "site") == before
    assert not [path for path in copied.iterdir() if path.name.startswith("site.")]


def test_warnings_do_not_stop_a_build_and_are_counted(copied: Path, tmp_path: Path) -> None:
    module = copied / "modules/first-steps/module.yml"
    text = module.read_text(encoding="utf-8").replace("minutes: 10", "minutes: 90")
    module.write_text(text, encoding="utf-8")
    result = build(copied, "--plain-urls", "--site", tmp_path / "out/there")
    assert result.exit_code == 0
    assert "1 warning; to read them: trellis check" in result.output
    page = tmp_path / "out/there/quizzes/first-steps.html"
    assert 'href="../modules/first-steps/index.html"' in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("site", [".", "..", "/", "course", "course/site", "modules/x", "quizzes"])
def test_a_site_may_not_lie_where_the_sources_are(built: Path, site: str) -> None:
    before = files(built)
    result = build(built, "--site", (built / site).resolve())
    assert result.exit_code == 2
    assert "cannot be used" in result.output
    assert files(built) == before


@pytest.mark.parametrize("name", ["notes.txt", "index.html"])
def test_a_folder_that_holds_other_things_is_not_overwritten(
    built: Path, tmp_path: Path, name: str
) -> None:
    """A folder of somebody's other website has an index.html too."""
    (tmp_path / name).write_text("keep me", encoding="utf-8")
    result = build(built, "--site", tmp_path)
    assert result.exit_code == 2
    assert "holds something that is not a site" in result.output
    assert files(tmp_path) == {name: b"keep me"}


def test_a_site_cannot_be_a_file(built: Path, tmp_path: Path) -> None:
    (tmp_path / "site").write_text("keep me", encoding="utf-8")
    assert build(built, "--site", tmp_path / "site").exit_code == 2
    assert build(built, "--site", tmp_path / "site/inside").exit_code == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "mkdocs.yml"),
        ("site_name: [", "mkdocs.yml"),
        ("site_name: x\ndocs_dir: course\nplugins: [search]\n", "trellis"),
        ("site_name: x\ndocs_dir: course\nplugins: [search, trelis]\n", "trelis"),
        ("site_name: x\nplugins: [trellis]\n", "docs"),
        ("", "site_name"),
    ],
)
def test_a_broken_mkdocs_yml_is_told_and_the_last_site_stays(
    copied: Path, text: str | None, said: str
) -> None:
    before = files(copied / "site")
    (copied / "mkdocs.yml").unlink()
    if text is not None:
        (copied / "mkdocs.yml").write_text(text, encoding="utf-8")
    result = build(copied)
    assert result.exit_code == 2
    assert result.output.startswith("trellis: ")
    assert said in result.output
    assert files(copied / "site") == before


def test_a_folder_without_a_course_exits_with_2(tmp_path: Path) -> None:
    assert build(tmp_path).exit_code == 2
    assert build(tmp_path / "nowhere").exit_code == 2


def test_a_build_reads_and_judges_the_course_once(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(_: Path) -> None:
        raise AssertionError("the course is read a second time")

    monkeypatch.setattr(mkdocs_plugin, "_load", never)
    result = build(copied)
    assert result.exit_code == 0, result.output
