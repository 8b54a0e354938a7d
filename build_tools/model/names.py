"""Names of folders and files: they are ids, they fit every computer, no two are one page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from build_tools.core.diagnostics import TextPlace
from build_tools.core.faults import Fault, Reported, report
from build_tools.core.ids import id_faults, windows_refuses
from build_tools.core.source import TEXT_ENDINGS, Source

QUIZZES = r"quizzes/[^/]+\.ya?ml"
PATHWAYS = r"course/pathways/[^/]+\.ya?ml"
TOOLS = r"course/tools/[^/]+\.ya?ml"
PROGRAMMES = r"course/programmes/[^/]+\.ya?ml"
# Addresses of pages that Trellis makes of data; a test holds that these are all.
MADE = (
    "404",
    "accessibility",
    "contents",
    "glossary",
    "host",
    "journey",
    "my-learning",
    "not-kept",
    "objectives",
    "offline",
    "paper",
    "pause",
    "programmes",
    "review",
    "safer-browsing",
    "share",
    "statement",
    "stored",
    "support",
    "tools",
    "trainers",
)


def modules(source: Source) -> list[str]:
    """List the ids of all modules, also of those whose files cannot be read."""
    files = (*source.files(r"modules/[^/]+/.+"), *source.broken)
    return sorted({f.split("/")[1] for f in files if re.fullmatch(r"modules/[^/]+/.+", f)})


def faults(source: Source) -> Iterator[Reported]:
    """Judge every name that becomes an id, an address or a file on another computer."""
    yield from id_faults((id, TextPlace(f"modules/{id}")) for id in modules(source))
    for pattern in (QUIZZES, PATHWAYS, PROGRAMMES, TOOLS):
        files = source.files(pattern)
        yield from id_faults((PurePosixPath(file).stem, TextPlace(file)) for file in files)
    yield from _file_names(source)
    yield from _one_page_each(source)


def _file_names(source: Source) -> Iterator[Reported]:
    for file in sorted({*source.texts, *source.images}):
        path = PurePosixPath(file)
        is_id = re.fullmatch(f"{QUIZZES}|{PATHWAYS}|{PROGRAMMES}|{TOOLS}", file)
        parts = path.parts[2 if path.parts[0] == "modules" else 1 :]
        if path.suffix.lower() in TEXT_ENDINGS and path.suffix != path.suffix.lower():
            yield report(
                Fault.BAD_ID,
                TextPlace(file),
                f"the ending of this file has capitals, so it is not read: {path.suffix}",
                f"call it {path.stem}{path.suffix.lower()}",
            )
        elif not is_id and (bad := [part for part in parts if windows_refuses(part)]):
            yield report(
                Fault.BAD_ID,
                TextPlace(file),
                f"Windows cannot hold a file or a folder called “{bad[0]}”",
                "choose another name, with letters, digits and hyphens alone",
            )


def _one_page_each(source: Source) -> Iterator[Reported]:
    """Tell of a Markdown file that would take another page's place on the site."""
    taken = {name: f"the page “{name}” that Trellis makes" for name in MADE}
    for pattern in (QUIZZES, PATHWAYS, TOOLS):
        for file in source.files(pattern):
            taken[_address(file)] = f"the page of {file}"
    for id in modules(source):
        if f"modules/{id}/facilitator.md" in source.texts:
            taken[f"trainers/notes/{id}"] = f"the page of modules/{id}/facilitator.md"
    for file in source.files(r"course/.*\.md|modules/[^/]+/[^/]+\.md"):
        if PurePosixPath(file).stem.lower() == "readme":
            message = "site generators take README.md for the first page of its folder"
        elif file.startswith("course/trainers/"):
            message = "the pages of trainers/ are all made by Trellis"
        elif other := taken.get(_address(file)):
            message = f"this would be the same page as {other}"
        else:
            taken[_address(file)] = file
            continue
        yield report(Fault.CLASHING_ID, TextPlace(file), message, "give the file another name")


def _address(file: str) -> str:
    """Tell the address of a file's page, in small letters, as Windows and macOS compare them."""
    path = PurePosixPath(file.removeprefix("course/").lower())
    return str(path.parent if path.stem == "index" else path.with_suffix(""))
