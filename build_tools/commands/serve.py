"""``trellis serve``."""

from __future__ import annotations

from pathlib import Path

import click

from build_tools.commands._shared import course_option, fail, find_course


@click.command("serve")
@course_option
@click.option(
    "--port",
    type=click.IntRange(1024, 65535),
    metavar="NUMBER",
    default=8000,
    show_default=True,
    help="Another number, if the address is in use.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open a browser window.")
def command(folder: Path | None, port: int, open_browser: bool) -> None:
    """Show the course while you write it.

    Open the address it prints. The page follows every change you save; a
    fault is shown on the page it concerns. Stop with Ctrl+C.
    """
    from build_tools.adapters.site_build import BuildFailed
    from build_tools.adapters.site_build import serve as serve_site

    root = find_course(folder)
    try:
        serve_site(root, f"127.0.0.1:{port}", open_browser=open_browser)
    except BuildFailed as problem:
        fail(str(problem))
    except OSError as problem:
        fail(f"port {port} cannot be used ({problem.strerror}); try --port {port - 1}")
