"""One course, several organisations: a site for each, one report, and no fault that spreads."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.adapters import site_build
from build_tools.adapters.site_build import BuildFailed
from build_tools.cli import main
from build_tools.starters import COURSE

FILLED_IN = """safeguarding_lead: {name: Duty lead, how: Ring 0300 555 0101.}
local_duties:
  law: Children Act 1989
  tell: Your manager, then the duty desk
  numbers: "0300 555 0101"
  deadline: The same day
  checked: "2026-11-01"
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def host(folder: Path, name: str, text: str) -> Path:
    path = folder / "hosts" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def organisation(id: str, name: str) -> str:
    return f"organisation: {{id: {id}, name: {name}}}\n"


def build(folder: Path, *words: str | Path) -> Result:
    result = CliRunner().invoke(main, ["build", "--course", str(folder), *map(str, words)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def folder(starter: Path) -> Path:
    """A course with a host.yml for each of two organisations."""
    host(starter, "a.yml", organisation("riverside", "Riverside Family Centre"))
    host(starter, "b.yml", organisation("hill-street", "Hill Street Refuge"))
    return starter


def sites(folder: Path) -> set[str]:
    """The sites in a folder; the zips beside them are looked at on their own."""
    return {path.name for path in folder.iterdir() if path.is_dir()}


def quickly(root: Path, site: Path, course: object, found: object, **options: object) -> None:
    """Stands in for building where only what is done with the sites matters."""
    (site / "assets/trellis").mkdir(parents=True)
    (site / "index.html").write_text("<h1>Hello</h1>", encoding="utf-8")


def test_each_organisation_gets_a_site_of_its_own_and_the_course_is_not_touched(
    folder: Path,
) -> None:
    """A fault in one file is told with that file's name and line, and the others are built."""
    host(folder, "c.yml", organisation("third", "Third") + 'colours: {main: "#2aa198"}\n')
    before = (folder / "course/host.yml").read_bytes()
    result = build(folder, "--host", f"{folder}/hosts/*.yml")
    assert result.exit_code == 1, result.output
    home = (folder / "site/riverside/index.html").read_text(encoding="utf-8")
    assert "Riverside Family Centre" in home
    assert "Hill Street" not in home
    assert "Hill Street Refuge" in (folder / "site/hill-street/index.html").read_text("utf-8")
    assert not (folder / "site/third").exists()
    assert f"{folder.as_posix()}/hosts/c.yml:2:17: error HOS001" in result.output
    assert "2 sites built, 1 not built." in result.output
    (row,) = (line for line in result.output.split("\n") if line.startswith("riverside "))
    assert " MB  none " in row
    assert (folder / "course/host.yml").read_bytes() == before


def test_each_organisation_gets_a_zip_that_opens_from_a_folder(folder: Path) -> None:
    """Beside a site for a server, and with the offline flavour alike; each in its own name."""
    host(folder, "c.yml", organisation("third", "Third") + 'colours: {main: "#2aa198"}\n')
    for flavour in ("web", "offline"):
        out = folder / f"out-{flavour}"
        words = ["--flavour", flavour, "--site", str(out), "--host", f"{folder}/hosts/*.yml"]
        assert build(folder, *words).exit_code == 1
        assert sorted(path.name for path in out.glob("*.zip")) == [
            "hill-street-my-course-1-0-offline.zip",
            "riverside-my-course-1-0-offline.zip",
        ]
        with zipfile.ZipFile(out / "riverside-my-course-1-0-offline.zip") as archive:
            inside = "riverside-my-course-1-0-offline"
            home = archive.read(f"{inside}/index.html").decode()
            assert "Riverside Family Centre" in home
            assert "Hill Street" not in home
            assert f"{inside}/modules/first-steps/index.html" in archive.namelist()
        plain = (out / "riverside/quizzes/first-steps.html").exists()
        assert plain == (flavour == "offline")


def test_a_logo_goes_into_the_site_of_its_owner_alone_unless_a_page_shows_it(folder: Path) -> None:
    images = folder / "course/images"
    images.mkdir(exist_ok=True)
    for name in ("river", "hill", "both"):
        (images / f"{name}.svg").write_text(LOGO, encoding="utf-8")
    host(folder, "a.yml", "organisation: {id: riverside, name: R, logo: images/river.svg}\n")
    host(folder, "b.yml", "organisation: {id: hill-street, name: H, logo: images/hill.svg}\n")
    host(folder, "c.yml", "organisation: {id: third, name: T, logo: images/both.svg}\n")
    with (folder / "course/about.md").open("a", encoding="utf-8") as page:
        page.write("\n![The sign of Third: a square](images/both.svg)\n")
    result = build(folder, "--host", f"{folder}/hosts/*.yml")
    assert result.exit_code == 0, result.output
    found = {
        name: {path.stem for path in (folder / "site" / name / "images").iterdir()}
        for name in ("riverside", "hill-street", "third")
    }
    assert found == {
        "riverside": {"river", "both"},
        "hill-street": {"hill", "both"},
        "third": {"both"},
    }


def test_files_that_a_shell_wrote_out_are_understood(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(site_build, "build", quickly)
    files = sorted((folder / "hosts").glob("*.yml"))
    result = build(folder, "--site", tmp_path / "out", "--host", *files)
    assert result.exit_code == 0, result.output
    assert sites(tmp_path / "out") == {"riverside", "hill-street"}
    assert "2 sites built." in result.output


def test_two_files_of_one_id_are_refused_before_anything_is_built(folder: Path) -> None:
    again = host(folder, "d.yml", organisation("riverside", "Another Riverside"))
    result = build(folder, "--host", folder / "hosts/a.yml", "--host", again)
    assert result.exit_code == 2
    assert "hosts/a.yml and" in result.output
    assert "hosts/d.yml both have the organisation id “riverside”" in result.output
    assert not (folder / "site").exists()


def test_the_same_file_named_twice_is_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_build, "build", quickly)
    result = build(folder, "--host", folder / "hosts/a.yml", folder / "hosts/../hosts/a.yml")
    assert result.exit_code == 0, result.output
    assert "1 site built." in result.output


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("e.yml", "schema: 1\n", "not built: it needs an id of its own"),
        ("e.yml", "organisation: [\n", "e.yml:2:1: error SRC002"),
        ("e.yml", "", "the file has nothing in it"),
        ("e.txt", "schema: 1\n", "is not a file of text that ends in .yml"),
        ("e.yml", "organisation: {id: Hill Street}\n", "is not a good id"),
        ("e.yml", "organisation: {id: ../../up}\n", "is not a good id"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_and_the_others_are_built(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str, told: str
) -> None:
    monkeypatch.setattr(site_build, "build", quickly)
    bad = host(folder, name, text)
    result = build(folder, "--host", bad, folder / "hosts/b.yml")
    assert result.exit_code == 1, result.output
    assert told in result.output
    assert "1 site built, 1 not built." in result.output
    assert sites(folder / "site") == {"hill-street"}


def test_a_site_that_cannot_be_written_does_not_stop_the_others(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build_some(root: Path, site: Path, *rest: object, **options: object) -> None:
        if site.name == "riverside":
            raise BuildFailed("the disk is full")
        quickly(root, site, *rest, **options)

    monkeypatch.setattr(site_build, "build", build_some)
    result = build(folder, "--host", folder / "hosts/a.yml", folder / "hosts/b.yml")
    assert result.exit_code == 2
    assert "not built: the disk is full" in result.output
    assert (folder / "site/hill-street").is_dir()


def test_what_is_not_a_site_is_never_replaced(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_build, "build", quickly)
    (folder / "site/riverside").mkdir(parents=True)
    (folder / "site/riverside/letters.txt").write_text("Dear", encoding="utf-8")
    result = build(folder, "--host", folder / "hosts/a.yml")
    assert result.exit_code == 2
    assert "holds something that is not a site" in result.output
    assert (folder / "site/riverside/letters.txt").is_file()


def test_sites_are_not_put_into_the_site_of_one_organisation(folder: Path) -> None:
    (folder / "site/assets/trellis").mkdir(parents=True)
    result = build(folder, "--host", folder / "hosts/a.yml")
    assert result.exit_code == 2
    assert "holds a site for one organisation" in result.output


@pytest.mark.parametrize("words", [["--host", "hosts/none.yml"], ["--host", "none/*.yml"], ["b"]])
def test_a_file_that_is_not_there_is_told(folder: Path, words: list[str]) -> None:
    result = build(folder, *words)
    assert result.exit_code == 2
    assert result.output.startswith("trellis: ")
    assert "Traceback" not in result.output


def test_publishing_is_refused_while_something_is_open(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_build, "build", quickly)
    result = build(folder, "--publish")
    assert result.exit_code == 1
    assert "nothing says whom workers tell of a worry" in result.output
    assert "The course is not ready for learners yet." in result.output
    assert not (folder / "site").exists()


def test_each_organisation_is_published_by_what_it_has_filled_in(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_build, "build", quickly)
    shutil.copy(COURSE / "course/support.yml", folder / "course/support.yml")
    filled = host(folder, "f.yml", organisation("third", "Third") + FILLED_IN)
    result = build(folder, "--publish", "--host", filled, folder / "hosts/a.yml")
    assert "a.yml:1:1: error SAF015" in result.output
    assert "f.yml" not in result.output
