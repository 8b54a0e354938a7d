"""A trainer who is no programmer can find the way by ``--help`` alone."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from build_tools.cli import main
from build_tools.core.discovery import modules_in


def commands(command: click.Command = main, *path: str) -> Iterator[tuple[str, ...]]:
    yield path
    if isinstance(command, click.Group):
        for name, child in command.commands.items():
            yield from commands(child, *path, name)


def at(path: tuple[str, ...]) -> click.Command:
    command: click.Command = main
    for name in path:
        assert isinstance(command, click.Group)
        command = command.commands[name]
    return command


PATHS = list(commands())


def test_the_commands_are_those_that_the_folder_holds() -> None:
    names = {module.command.name for module in modules_in("build_tools.commands")}
    assert set(main.commands) == names
    assert names >= {"check", "build", "serve", "new", "explain", "schema", "export", "pack"}


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_every_command_and_every_option_says_what_it_is_for(path: tuple[str, ...]) -> None:
    command = at(path)
    assert (command.help or "").strip().endswith((".", "?", "trellis serve", "OBJ002"))
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert (parameter.help or "").endswith((".", ").")), parameter.name


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
@pytest.mark.parametrize("columns", ["80", "200"])
def test_help_fits_eighty_columns(path: tuple[str, ...], columns: str) -> None:
    result = CliRunner().invoke(main, [*path, "--help"], env={"COLUMNS": columns})
    assert result.exit_code == 0
    assert [line for line in result.output.split("\n") if len(line) > 80] == []
    assert " ".join(path) in result.output
    assert result.output == CliRunner().invoke(main, [*path, "-h"]).output


def test_trellis_alone_shows_where_to_begin() -> None:
    result = CliRunner().invoke(main, [])
    assert "trellis new" in result.output
    assert "Traceback" not in result.output


def test_the_version_is_told() -> None:
    result = CliRunner().invoke(main, ["--version"])
    assert result.exit_code == 0
    assert result.output.startswith("trellis, version ")


@pytest.mark.parametrize("path", [("chekc",), ("new", "modul"), ("export", "pdf"), ("build", "-x")])
def test_a_word_that_is_no_command_ends_with_two_and_the_way_to_help(path: tuple[str, ...]) -> None:
    result = CliRunner().invoke(main, [*path])
    assert result.exit_code == 2
    assert "--help" in result.output or "-h" in result.output
