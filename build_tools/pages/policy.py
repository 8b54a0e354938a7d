"""What a page may load and run: the Content-Security-Policy of each page.

The strict policy names every inline script by its hash. Only scripts that are written in a
template are named: one that came into a page in any other way is not, so the policy stops it. The
policy is the second lock; the first is that nothing hostile gets into a page.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

# The theme's icons are masks with data: addresses, which count as images.
STRICT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
# For pages opened from a folder. There, browsers disagree on whether 'self' is the file's folder,
# and search needs an inline script; so this one keeps the network out and nothing else.
FOLDER = {
    **STRICT,
    "script-src": "'self' file: 'unsafe-inline'",
    "style-src": "'self' file:",
    "img-src": "'self' file: data:",
    "font-src": "'self' file:",
    "connect-src": "'none'",
    "worker-src": "'none'",
    "manifest-src": "'none'",
}
# The preview of MkDocs adds an inline script that reloads the page, with a number that changes.
PREVIEW = {**STRICT, "script-src": "'self' 'unsafe-inline'"}

SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.S | re.I)
_TYPE = re.compile(r"""\btype\s*=\s*["']?([^"'\s>]*)""", re.I)
_RUNS = re.compile(r"(?:|module|importmap|speculationrules|(?:text|application)/.*script)", re.I)
_FILLED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.S)
_CHARSET = re.compile(r"""<meta charset=["']?utf-8["']?\s*/?>""", re.I)


def written(rules: dict[str, str], hashes: Collection[str] = (), **more: str) -> str:
    """Write a policy as one line, with the hashes of inline scripts and further directives."""
    named = "".join(f" '{digest}'" for digest in sorted(hashes))
    parts = {**rules, "script-src": rules["script-src"] + named}
    parts.update((name.replace("_", "-"), value) for name, value in more.items())
    return "; ".join(f"{name} {value}" for name, value in parts.items())


def hash_of(script: str) -> str:
    """Give the hash by which a policy names a script; browsers read every line end as one sign."""
    text = script.replace("\r\n", "\n").replace("\r", "\n")
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def inline_scripts(html: str) -> Iterator[str]:
    """Give the scripts that stand in a page and would run; data such as JSON-LD does not."""
    for attributes, text in SCRIPT.findall(html):
        type_ = _TYPE.search(attributes)
        runs = _RUNS.fullmatch(type_.group(1) if type_ else "")
        if runs and not re.search(r"\bsrc\s*=", attributes, re.I):
            yield text


@dataclass(frozen=True)
class Templates:
    """The templates of a theme, to tell its scripts from others; the folders are read once."""

    folders: tuple[Path, ...]

    @cached_property
    def _scripts(self) -> tuple[re.Pattern[str], ...]:
        texts = {
            script
            for folder in self.folders
            for file in folder.rglob("*.html")
            for script in inline_scripts(file.read_text(encoding="utf-8"))
        }
        return tuple(re.compile(_shape(text)) for text in sorted(texts))

    def wrote(self, script: str) -> bool:
        """Say whether a script is one of a template, with addresses or names filled in."""
        return any(shape.fullmatch(script) for shape in self._scripts)


def _shape(script: str) -> str:
    return r"[\w./:%@-]*".join(re.escape(part) for part in _FILLED.split(script))


def sealed(html: str, policy: str) -> str:
    """Put the policy into a page before anything that it is about."""
    lines = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        # Where a link leads is told nothing about where the reader comes from.
        '<meta name="referrer" content="no-referrer">'
    )
    # Browsers look for the encoding in the first kilobyte, so it stays first.
    result, count = _CHARSET.subn(lambda charset: charset.group() + lines, html, count=1)
    if not count:
        raise ValueError("the page has no <meta charset> to put its policy after")
    return result


def hashes(scripts: Iterable[str]) -> frozenset[str]:
    """Give the hashes of scripts."""
    return frozenset(map(hash_of, scripts))
