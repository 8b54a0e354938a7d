"""The files of a course, read once, safely, with every fault of reading named.

A `Source` is all that the rest of the program knows of the disk: paths relative to the project
(always with ``/``), texts with ``\\n`` line ends, and YAML data that remembers where it stands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from build_tools.core import yaml_text
from build_tools.core.diagnostics import Diagnostic, Place, Severity, TextPlace, YamlPlace
from build_tools.core.faults import Fault, Reported, report
from build_tools.core.picture_sizes import Size, size_of
from build_tools.core.positions import position

MAX_BYTES = 5_000_000
# Past these a Markdown parser takes seconds or minutes, or runs out of stack; no text needs them.
MAX_LINE = 5_000
MAX_INDENT = 200
TEXT_ENDINGS = {".yml", ".yaml", ".md", ".json"}
IMAGE_ENDINGS = {".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif"}
# In JSON, “\ud83d” without its other half stands for no character, and no file can hold it.
_HALF_CHARACTER = re.compile(
    r"(?i)(?<!\\)(?:\\\\)*(\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f][0-9a-f]{2})"
    r"|(?<!\\ud[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2})"
)


@dataclass
class Source:
    """The texts and images of one project folder.

    ``texts`` and ``data`` are keyed by path; ``images`` are paths that are copied as they are;
    ``faults`` holds what went wrong while reading. A file that could not be read at all is in
    ``broken``, so that others which mention it are not blamed for its absence.
    """

    root: Path
    texts: dict[str, str] = field(default_factory=dict)
    images: set[str] = field(default_factory=set)
    broken: set[str] = field(default_factory=set)
    faults: list[Reported] = field(default_factory=list)
    _data: dict[str, Any] = field(default_factory=dict)
    _sizes: dict[str, Size | None] = field(default_factory=dict)

    def yaml(self, file: str) -> Any:
        """Give a YAML file's data, or None where it has none; faults are added once."""
        if file not in self._data:
            text = self.texts.get(file)
            if text is None:
                return None
            data, faults = yaml_text.load(text, file)
            self.faults.extend(faults)
            if data is None:
                self.broken.add(file)
                if not faults:
                    self.faults.append(_empty(file))
            self._data[file] = data
        return self._data[file]

    def json(self, file: str) -> Any:
        """Give a JSON file's data, or None where it could not be read."""
        if file not in self._data and file in self.texts:
            self._data[file] = None
            try:
                self._data[file] = json.loads(self.texts[file])
            except json.JSONDecodeError as error:
                self.broken.add(file)
                self.faults.append(
                    report(
                        Fault.SYNTAX,
                        TextPlace(file, error.lineno, error.colno),
                        f"this is not valid JSON: {error.msg}",
                        "export the file again from your reference manager",
                    )
                )
            except RecursionError:
                self.broken.add(file)
                self.faults.append(
                    report(Fault.SYNTAX, TextPlace(file), "lists are nested too deep")
                )
            if half := _HALF_CHARACTER.search(self.texts[file]):
                self.broken.add(file)
                self._data[file] = None
                self.faults.append(
                    report(
                        Fault.SYNTAX,
                        TextPlace(file, *position(self.texts[file], half.start(1))),
                        f"{half.group(1)} is half a character, which no page can show",
                        "export the file again, or type the character itself",
                    )
                )
        return self._data.get(file)

    def size(self, image: str) -> Size | None:
        """Give width and height of an image, if there is one that says them."""
        if image not in self._sizes:
            path = self.root / image
            self._sizes[image] = size_of(path) if image in self.images else None
        return self._sizes[image]

    def position(self, place: Place) -> tuple[int, int]:
        """Turn a place into line and column, both from 1."""
        if isinstance(place, TextPlace):
            return place.line, place.column
        text = self.texts.get(place.file)
        return yaml_text.locate(text, place) if text is not None else (1, 1)

    def line(self, file: str, number: int) -> str:
        """Give one line of a file for showing, or nothing where there is none."""
        lines = self.texts.get(file, "").split("\n")
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def diagnostic(
        self, place: Place, severity: Severity, code: str, name: str, message: str, hint: str
    ) -> Diagnostic:
        """Make a diagnostic of a finding by working out its position."""
        line, column = self.position(place)
        return Diagnostic(place.file, line, column, severity, code, name, message, hint)

    def files(self, pattern: str) -> list[str]:
        """List the texts whose whole path matches a regular expression, sorted."""
        wanted = re.compile(pattern)
        return sorted(path for path in self.texts if wanted.fullmatch(path))


def read(root: Path) -> Source:
    """Read ``course/``, ``modules/`` and ``quizzes/`` below a project's root."""
    source = Source(root)
    resolved = root.resolve()
    for folder in ("course", "modules", "quizzes"):
        if not (root / folder).is_dir():
            source.faults.append(
                report(
                    Fault.MISSING_FILE,
                    TextPlace(folder),
                    f"the folder {folder}/ is missing",
                    "run this command in the folder of a course, or make one: trellis new course",
                )
            )
            continue
        if not (root / folder).resolve().is_relative_to(resolved):
            source.broken.add(folder)
            source.faults.append(_leads_out(folder))
            continue
        for path in _walk(root / folder, source):
            _read_one(source, path, path.relative_to(root).as_posix(), resolved)
    return source


def read_instead(source: Source, name: str, path: Path) -> None:
    """Read a file from anywhere in place of one of the course's, with its faults in place of those.

    So the same course can be read with the ``host.yml`` of another organisation.
    """
    source.texts.pop(name, None)
    source.broken.discard(name)
    source.faults[:] = [fault for fault in source.faults if fault.finding.place.file != name]
    _read_one(source, path, name, path.resolve().parent)
    if name not in source.texts and name not in source.broken:
        source.broken.add(name)
        source.faults.append(
            report(
                Fault.UNREADABLE_FILE,
                TextPlace(name),
                f"{path.name} is not a file of text that ends in .yml",
                "give a copy of course/host.yml that you have filled in",
            )
        )


def _walk(folder: Path, source: Source) -> Iterator[Path]:
    try:
        # Hidden files belong to the editor or the operating system, never to a course.
        paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
        folders = {path for path in paths if path.is_dir() and not path.is_symlink()}
    except OSError as error:
        name = folder.relative_to(source.root).as_posix()
        source.broken.add(name)
        source.faults.append(_unreadable(name, "folder", error))
        return
    for path in paths:
        if path in folders:
            yield from _walk(path, source)
        else:
            yield path


def _read_one(source: Source, path: Path, name: str, root: Path) -> None:
    ending = path.suffix.lower()
    if ending == ".txt" and (meant := Path(path.stem)).suffix.lower() in TEXT_ENDINGS:
        # Windows hides the second ending, and Notepad adds it.
        hint = f"call it {meant.name}; if you cannot see its ending, let your computer show endings"
        source.faults.append(
            report(Fault.BAD_ID, TextPlace(name), "the name ends in .txt, so it is not read", hint)
        )
    if ending not in TEXT_ENDINGS | IMAGE_ENDINGS:
        return

    def broken(fault: Fault, message: str, hint: str, place: TextPlace | None = None) -> None:
        source.broken.add(name)
        source.faults.append(report(fault, place or TextPlace(name), message, hint))

    try:
        if path.is_symlink() and not path.exists():
            broken(Fault.UNREADABLE_FILE, "this link leads nowhere", "delete it, or copy the file")
            return
        if not path.resolve().is_relative_to(root):
            source.broken.add(name)
            source.faults.append(_leads_out(name))
            return
        if not path.is_file():
            return
        size = path.stat().st_size
        if size > MAX_BYTES:
            broken(
                Fault.OVERSIZED_FILE,
                f"the file is {size / 1e6:.1f} MB; more than {MAX_BYTES / 1e6:.0f} MB is not read",
                "split the text, or make the image smaller",
            )
            return
        if ending in IMAGE_ENDINGS:
            source.images.add(name)
            return
        raw = path.read_bytes()
    except OSError as error:
        source.broken.add(name)
        source.faults.append(_unreadable(name, "file", error))
        return
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", errors="replace")
        line, column = position(before, len(before))
        broken(
            Fault.NOT_UTF8,
            "the file is not saved as UTF-8, so accents and quotation marks would be garbled",
            "open it in your editor and save it again with the encoding UTF-8",
            TextPlace(name, line, column),
        )
        return
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if ending == ".md":
        for number, words in enumerate(text.split("\n"), 1):
            if len(words) > MAX_LINE or (words[:1].isspace() and _indent(words) > MAX_INDENT):
                broken(
                    Fault.OVERSIZED_FILE,
                    f"this line is longer than {MAX_LINE:,} characters, or begins with more than "
                    f"{MAX_INDENT} spaces",
                    "begin a new paragraph, or take the line out",
                    TextPlace(name, number, 1),
                )
                return
    if ending == ".md" and not text.strip():
        broken(Fault.EMPTY_FILE, "the file has nothing in it", "fill it in, or delete it")
        return
    source.texts[name] = text


def _indent(line: str) -> int:
    wide = line.expandtabs(4)
    return len(wide) - len(wide.lstrip())


def _unreadable(name: str, kind: str, error: OSError) -> Reported:
    return report(
        Fault.UNREADABLE_FILE,
        TextPlace(name),
        f"the {kind} cannot be opened: {error.strerror or error}",
        "check that you may read it and that no other program holds it",
    )


def _leads_out(name: str) -> Reported:
    return report(
        Fault.UNSAFE_PATH,
        TextPlace(name),
        "this link leads out of the course's folder, so it is not read",
        "copy the file itself to this place",
    )


def _empty(file: str) -> Reported:
    return report(
        Fault.EMPTY_FILE,
        YamlPlace(file),
        "the file has nothing in it",
        "fill it in, or delete it",
    )
