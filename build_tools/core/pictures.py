"""Pictures that can do nothing but be looked at, also when one is opened by itself.

A drawing (SVG) is a document: opened from its own address it can run scripts, load from elsewhere
and lead away. So it is read as XML, and only what draws is written again, by lists of elements and
attributes (names: SVG 2 and CSS, of W3C). Other pictures hold no programs; for them it is enough
that they are what their name says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
# What the first bytes of each kind look like.
KINDS = {
    "PNG": (re.compile(rb"\x89PNG\r\n\x1a\n"), (".png",)),
    "JPEG": (re.compile(rb"\xff\xd8\xff"), (".jpg", ".jpeg")),
    "GIF": (re.compile(rb"GIF8[79]a"), (".gif",)),
    "WebP": (re.compile(rb"RIFF.{4}WEBP", re.S), (".webp",)),
}
ELEMENTS = frozenset(
    {
        "svg", "g", "defs", "symbol", "use", "title", "desc", "switch", "style", "image",
        "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
        "text", "tspan", "textPath", "linearGradient", "radialGradient", "stop",
        "clipPath", "mask", "pattern", "marker", "filter",
        "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix",
        "feDiffuseLighting", "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood",
        "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feMerge", "feMergeNode",
        "feMorphology", "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile",
        "feTurbulence",
    }
)  # fmt: skip
# How something looks, as an attribute or in a style; a value can name another place: it is sifted.
LOOKS = frozenset(
    {
        "alignment-baseline", "baseline-shift", "clip-path", "clip-rule", "color",
        "color-interpolation", "color-interpolation-filters", "direction", "display",
        "dominant-baseline", "enable-background", "fill", "fill-opacity", "fill-rule", "filter",
        "flood-color", "flood-opacity", "font", "font-family", "font-size", "font-size-adjust",
        "font-stretch", "font-style", "font-variant", "font-weight", "image-rendering",
        "isolation", "letter-spacing", "lighting-color", "line-height", "marker", "marker-end",
        "marker-mid", "marker-start", "mask", "mask-type", "mix-blend-mode", "opacity", "overflow",
        "paint-order", "pointer-events", "shape-rendering", "stop-color", "stop-opacity", "stroke",
        "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin",
        "stroke-miterlimit", "stroke-opacity", "stroke-width", "text-align", "text-anchor",
        "text-decoration", "text-rendering", "transform", "transform-origin", "unicode-bidi",
        "vector-effect", "visibility", "white-space", "word-spacing", "writing-mode",
    }
)  # fmt: skip
# Numbers, names and words.
PLAIN = frozenset(
    {
        "id", "class", "role", "lang", "aria-label", "aria-labelledby", "aria-describedby",
        "aria-hidden", "focusable", "viewBox", "preserveAspectRatio", "width", "height", "x", "y",
        "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "fr", "d", "points",
        "pathLength", "dx", "dy", "rotate", "textLength", "lengthAdjust", "startOffset", "method",
        "spacing", "side", "offset", "gradientUnits", "gradientTransform", "spreadMethod",
        "clipPathUnits", "maskUnits", "maskContentUnits", "patternUnits", "patternContentUnits",
        "patternTransform", "markerUnits", "markerWidth", "markerHeight", "refX", "refY", "orient",
        "filterUnits", "primitiveUnits", "in", "in2", "result", "mode", "type", "values",
        "tableValues", "slope", "intercept", "amplitude", "exponent", "operator", "k1", "k2", "k3",
        "k4", "order", "kernelMatrix", "divisor", "bias", "targetX", "targetY", "edgeMode",
        "preserveAlpha", "surfaceScale", "diffuseConstant", "specularConstant", "specularExponent",
        "scale", "xChannelSelector", "yChannelSelector", "azimuth", "elevation", "z", "pointsAtX",
        "pointsAtY", "pointsAtZ", "limitingConeAngle", "stdDeviation", "radius", "baseFrequency",
        "numOctaves", "seed", "stitchTiles",
    }
)  # fmt: skip
# Left out without a word, since nobody sees them: what a drawing program notes for itself.
UNSEEN_ELEMENTS = frozenset({"metadata"})
UNSEEN = re.compile(
    r"(?:version|baseProfile|zoomAndPan|contentScriptType|contentStyleType|data-[\w-]+|cursor"
    r"|systemLanguage|required(?:Features|Extensions))"
)
FUNCTIONS = frozenset(
    {
        "blur", "calc", "hsl", "hsla", "matrix", "rgb", "rgba", "rotate", "scale", "skewx",
        "skewy", "translate", "translatex", "translatey",
    }
)  # fmt: skip
LOCAL_URL = re.compile(r"""url\(\s*(['"]?)#[\w.:-]+\1\s*\)""", re.I)
FUNCTION = re.compile(r"([\w-]*)\s*\(")
PICTURE_INSIDE = re.compile(r"data:image/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]+")
# A drawing may follow the reader's choice of dark colours.
DARK = re.compile(
    r"@media\s*(\(prefers-color-scheme:\s*(?:dark|light)\))\s*\{((?:[^{}@]*\{[^{}]*\})*)\s*\}"
)
AT_RULE = re.compile(r"@[^;{}]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
SELECTOR = re.compile(r"[\w\s.,#*>-]+")
# A drawing repeats a part by “use”, and parts hold parts: past these a browser would be busy for
# minutes (a few lines can ask for a milliard of circles).
MAX_REPEATS, MAX_REPEATS_DEEP, MAX_DEPTH = 10_000, 30, 200


class Unusable(Exception):
    """A drawing that cannot be made safe; says why, where, and how to mend it."""

    def __init__(self, why: str, hint: str, line: int = 1, column: int = 1) -> None:
        super().__init__(why)
        self.why, self.hint, self.line, self.column = why, hint, line, column


@dataclass(frozen=True)
class Drawing:
    """A drawing as it is published, and what was taken out of it: (what, line, column)."""

    text: str
    taken: tuple[tuple[str, int, int], ...]


def published(file: Path) -> bytes:
    """Give the bytes of a picture as learners get them. Raises `Unusable`."""
    data = file.read_bytes()
    return drawing(data).text.encode() if file.suffix.lower() == ".svg" else data


def kind(data: bytes) -> str | None:
    """Tell by its first bytes what a picture is, or None if it is none."""
    return next((name for name, (start, _) in KINDS.items() if start.match(data)), None)


def drawing(data: bytes) -> Drawing:
    """Write a drawing anew with only what draws. Raises `Unusable`."""
    return _Sieve().run(data)


def _safe(value: str) -> bool:
    """Say whether a value names nothing outside the drawing."""
    rest = LOCAL_URL.sub("", value)
    called = {name.lower() for name in FUNCTION.findall(rest)}
    return called <= FUNCTIONS and not re.search(r"[\\@{}<]|/\*|\w+script:|//", rest, re.I)


class _Sieve:
    """Reads with expat, which loads nothing, and writes as it reads."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.taken: list[tuple[str, int, int]] = []
        self.open: list[tuple[str, str]] = []
        self.dropped = 0
        self.depth = 0
        self.style: list[str] | None = None
        self.repeats: dict[str, list[str]] = {"": []}
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.words
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.ProcessingInstructionHandler = self.instruction

    def run(self, data: bytes) -> Drawing:
        try:
            self.parser.Parse(data, True)
        except expat.ExpatError as error:
            why = f"this is not a whole drawing: {expat.ErrorString(error.code)}"
            hint = "open it in a drawing program and save it again as SVG, or save it as PNG"
            raise Unusable(why, hint, error.lineno, error.offset + 1) from error
        except (LookupError, ValueError) as error:
            hint = "open it in a drawing program and save it again as SVG, or save it as PNG"
            raise Unusable("this is not saved in an encoding that browsers know", hint) from error
        if self._asks_for() > MAX_REPEATS:
            raise Unusable(
                "this drawing repeats its parts so often that a browser would stand still",
                "save it as PNG",
            )
        return Drawing("".join(self.written) + "\n", tuple(self.taken))

    def doctype(self, _name: str, _system: str | None, _public: str | None, inner: bool) -> None:
        if inner:
            raise self._unusable(
                "this drawing defines abbreviations of its own (“<!DOCTYPE … [”), "
                "which can fill a browser's memory or fetch other files",
                "save it again as “plain SVG”, without “preserve editing”, or save it as PNG",
            )

    def instruction(self, target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            self._take("a style sheet from elsewhere")

    def start(self, full: str, given: dict[str, str]) -> None:
        space, _, name = full.rpartition(" ")
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self._unusable(
                f"this drawing has parts in parts, more than {MAX_DEPTH} deep", "save it as PNG"
            )
        if self.depth == 1 and (space, name) != (SVG, "svg"):
            raise self._unusable(
                f"this is “<{name}>”, not a drawing",
                'a drawing begins with <svg xmlns="http://www.w3.org/2000/svg">',
            )
        if self.dropped:
            self.dropped += 1
            return
        if space != SVG or name not in ELEMENTS:
            self.dropped = 1
            editor = space not in (SVG, "http://www.w3.org/1999/xhtml")
            if not editor and name not in UNSEEN_ELEMENTS:
                self._take(f"<{name}>")
            return
        kept = dict(self._attributes(name, given))
        self.open.append((name, kept.get("id", "")))
        if kept.get("id"):
            self.repeats.setdefault(kept["id"], [])
        if name == "use" and "href" in kept:
            for part in {"", *(id for _, id in self.open if id)}:
                self.repeats[part].append(kept["href"][1:])
        first = f' xmlns="{SVG}"' if self.depth == 1 else ""
        attributes = "".join(f" {key}={quoteattr(value)}" for key, value in kept.items())
        self.written.append(f"<{name}{first}{attributes}>")
        if name == "style":
            self.style = []

    def end(self, _full: str) -> None:
        self.depth -= 1
        if self.dropped:
            self.dropped -= 1
            return
        name, _ = self.open.pop()
        if self.style is not None:
            self.written.append(escape(self._rules("".join(self.style))))
            self.style = None
        self.written.append(f"</{name}>")

    def words(self, text: str) -> None:
        if self.dropped:
            return
        if self.style is not None:
            self.style.append(text)
        elif self.open:
            self.written.append(escape(text))

    def _attributes(self, element: str, given: dict[str, str]) -> Iterator[tuple[str, str]]:
        for full, value in given.items():
            space, _, name = full.rpartition(" ")
            if name == "href" and space in ("", XLINK):
                inside = element == "image" and PICTURE_INSIDE.fullmatch(value.strip())
                if re.fullmatch(r"#[\w.:-]+", value) or inside:
                    yield "href", value
                else:
                    self._take(f"a link from <{element}> to another place")
            elif space:
                continue
            elif name == "style":
                if kept := self._declarations(value):
                    yield name, kept
            elif name in PLAIN:
                yield name, value
            elif name in LOOKS:
                if _safe(value):
                    yield name, value
                else:
                    self._take(f"“{name}” that points to another place")
            elif not UNSEEN.fullmatch(name):
                self._take(f"“{name}”")

    def _declarations(self, text: str) -> str:
        kept = []
        for part in text.split(";"):
            name, colon, value = part.partition(":")
            name = name.strip().lower()
            if colon and name in LOOKS and _safe(value):
                kept.append(f"{name}:{value.strip()}")
            elif colon and not name.startswith("-") and not _safe(value):
                self._take(f"“{name}” in a style that points to another place")
        return ";".join(kept)

    def _rules(self, text: str) -> str:
        text = re.sub(r"/\*.*?\*/|<!--|-->", "", text, flags=re.S)
        coloured = [
            f"@media {choice}{{{self._plain_rules(inner)}}}" for choice, inner in DARK.findall(text)
        ]
        text = DARK.sub("", text)
        plain = AT_RULE.sub("", text)
        if plain != text:
            self._take("a rule in <style> that begins with “@”")
        return "".join([self._plain_rules(plain), *coloured])

    def _plain_rules(self, text: str) -> str:
        rules = []
        for selector, inner in RULE.findall(text):
            if SELECTOR.fullmatch(selector) and (kept := self._declarations(inner)):
                rules.append(f"{selector.strip()}{{{kept}}}")
        return "".join(rules)

    def _asks_for(self) -> int:
        """Count the parts a browser would draw for all the repeats."""
        known: dict[str, int] = {}

        def cost(part: str, above: tuple[str, ...]) -> int:
            # A part within itself is not drawn by browsers.
            if part in above or part not in self.repeats:
                return 0
            if len(above) > MAX_REPEATS_DEEP:
                return MAX_REPEATS + 1
            if part not in known:
                inner = (cost(next_, (*above, part)) for next_ in self.repeats[part])
                known[part] = min(1 + sum(inner), MAX_REPEATS + 1)
            return known[part]

        return cost("", ())

    def _take(self, what: str) -> None:
        if what not in {already for already, _, _ in self.taken}:
            line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
            self.taken.append((what, line, column))

    def _unusable(self, why: str, hint: str) -> Unusable:
        return Unusable(
            why, hint, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        )
