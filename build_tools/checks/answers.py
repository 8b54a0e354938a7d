"""What several rules on questions need: options, feedback with its places, words to compare.

Kinds of question differ in their fields, so these look for what is there and name no kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from build_tools.activities.question import Option, Question
from build_tools.core.diagnostics import Place
from build_tools.core.document import plain
from build_tools.core.record import Record, Single
from build_tools.model.course import Course

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_LETTERS = re.compile(r"\w+")


@lru_cache(maxsize=64)
def options(question: Question) -> tuple[Option, ...]:
    """Give the options a trainer wrote for a question to choose from; none for other kinds."""
    written = getattr(question, "options", ())
    return tuple(option for option in written if isinstance(option, Option))


@lru_cache(maxsize=64)
def feedback(record: Single) -> tuple[tuple[str, Place], ...]:
    """Give every feedback text inside a question or a story, with its place."""
    return tuple(_feedback(record))


def _feedback(record: Record) -> Iterator[tuple[str, Place]]:
    for name in _fields(type(record)):
        value = getattr(record, name)
        if name in ("feedback", "otherwise") and isinstance(value, str):
            yield value, record.place(name)
        elif name == "feedback" and isinstance(value, Record):
            for part in _fields(type(value)):
                yield getattr(value, part), value.place(part)
        elif isinstance(value, (tuple, dict)):
            for part in value.values() if isinstance(value, dict) else value:
                if isinstance(part, Record):
                    yield from _feedback(part)


@cache
def _fields(model: type[Record]) -> tuple[str, ...]:
    """Keep a model's field names: pydantic looks them up anew at every question."""
    return tuple(model.model_fields)


def same_words(text: str) -> str:
    """Reduce a text to its words in small letters, so that two can be compared."""
    return " ".join(_LETTERS.findall(plain(text).replace("’", "'").lower()))


def unquoted(text: str) -> str:
    """Take out what people say between quotation marks: only the author's own words are left."""
    return _QUOTED.sub(" ", plain(text))


def texts(record: Record) -> Iterator[list[tuple[str, Place]]]:
    """Give the texts of each list of things to choose, pair or sort, with their places."""
    for name in _fields(type(record)):
        value = getattr(record, name)
        if isinstance(value, tuple):
            parts = [part for part in value if isinstance(part, Record)]
            words = [(getattr(part, "text", None), part) for part in parts]
            yield [(text, part.place("text")) for text, part in words if isinstance(text, str)]


def options_written(course: Course, question: Question) -> int | None:
    """Count a question's options in its file, even faulty ones; None where it has no list."""
    if not options(question) and not hasattr(question, "options"):
        return None
    place = question.place("options")
    data = course.source.yaml(place.file)
    for step in place.path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return len(data) if isinstance(data, list) else None


def unquoted_markup(text: str) -> str:
    """Take out what people say between quotation marks, and leave emphasis as it is written."""
    return _QUOTED.sub(" ", text)
