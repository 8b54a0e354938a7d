"""The command ``trellis``: plain words for trainers, exit codes for programs.

Exit 0: all well. Exit 1: the course has findings. Exit 2: the command could not run.
"""

from __future__ import annotations

import click

from build_tools import __version__
from build_tools.core.discovery import modules_in

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 80}


@click.group(context_settings=SETTINGS)
@click.version_option(__version__, prog_name="trellis")
def main() -> None:
    """Make a training course from plain text files.

    Begin with:  trellis new

    Then look at it while you write:  trellis serve
    """


for module in modules_in("build_tools.commands"):
    main.add_command(module.command)

if __name__ == "__main__":
    main()
