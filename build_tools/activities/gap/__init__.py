"""Gap: a text with gaps, each filled by choosing one of a few words.

    - id: calm-first
      type: gap
      objective: order-the-steps
      prompt: A child is screaming in the car. What comes when?
      text: First [[first]], then [[second]]. The talking can wait.
      gaps:
        - id: first
          options:
            - {id: calm, text: calm, correct: true, feedback: …}
            - {id: connect, text: connection, feedback: …}
        - id: second
          options: […]

The text is written in Markdown, with the id of a gap in double square brackets where it stands. The
words of a gap are plain, and each has feedback. Choose gaps that show whether somebody has the
idea; what a grammar book could fill tests nothing.

A point for each gap. QTI 3: ``inlineChoiceInteraction``; cmi: ``fill-in``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated

from markupsafe import Markup

from build_tools.activities.pairing import Pairing
from build_tools.activities.question import Option
from build_tools.core.fields import Id, Text, as_list
from build_tools.core.record import Record

MARKER = re.compile(r"\[\[([^\[\]\n]*)\]\]")
_TAG = re.compile(r"(<[^>]+>)")
# A gap on its way through Markdown: characters that are nothing to it, and that nobody types.
_OPEN, _CLOSE = "\ue000", "\ue001"
_TOKEN = re.compile(f"{_OPEN}([a-z0-9-]+){_CLOSE}")


class Word(Option):
    """A word that can be chosen for a gap."""


class Gap(Record):
    """A gap in the text, with the words of which one fits."""

    id: Id
    """Short name of the gap that never changes; the text has it in double square brackets."""
    options: Annotated[tuple[Word, ...], as_list]
    """The words to choose from, of which one is right."""
    was: Annotated[tuple[Id, ...], as_list] = ()
    """Earlier ids of this gap, if it had to change, so that saved progress still finds it."""

    @property
    def right(self) -> Word | None:
        """The word that fits."""
        return next((word for word in self.options if word.correct), None)


class Activity(Pairing):
    """A text with gaps to fill."""

    qti = "inlineChoiceInteraction"
    cmi = "fill-in"
    minutes = 1.5

    text: Text
    """The text in Markdown, with each gap as its id in double square brackets: [[first]]."""
    gaps: Annotated[tuple[Gap, ...], as_list]
    """The gaps, in the order of the text."""

    @property
    def lists(self) -> tuple[tuple[Record, ...], ...]:
        """The gaps, and the words of each: two gaps may well offer the same word."""
        return (*super().lists, *(gap.options for gap in self.gaps if gap.options))

    @property
    def pairs(self) -> Mapping[str, str]:
        """Each gap with the word that fits."""
        return {gap.id: gap.right.id for gap in self.gaps if gap.right is not None}

    @property
    def marked(self) -> str:
        """The text, ready for Markdown: each gap, where it stands first, is a token."""
        known = {gap.id for gap in self.gaps}

        def token(match: re.Match[str]) -> str:
            id = match.group(1)
            if id not in known:
                return match.group()
            known.remove(id)
            return f"{_OPEN}{id}{_CLOSE}"

        return MARKER.sub(token, re.sub(f"[{_OPEN}{_CLOSE}]", "", self.text))

    @property
    def solved(self) -> Mapping[str, Markup]:
        """For each gap the word that fits, marked as strong."""
        return {
            gap.id: Markup("<strong>{}</strong>").format(gap.right.text if gap.right else "…")
            for gap in self.gaps
        }

    def filled(self, html: str, given: Mapping[str, Markup]) -> Markup:
        """Put finished HTML in the place of each token; what Markdown lost comes last."""
        left = dict(given)
        done = _TOKEN.sub(lambda match: str(left.pop(match.group(1), "")), _settled(html))
        if left:
            done += f"<p>{' '.join(left.values())}</p>"
        return Markup(done)


def _settled(html: str) -> str:
    """Move tokens out of tags and links, where no control may stand, to right behind them."""
    done, waiting, links = [], "", 0
    for piece in _TAG.split(html):
        links += piece.startswith(("<a ", "<a>")) - (piece == "</a>")
        if links or piece.startswith("<"):
            waiting += "".join(f" {match.group()}" for match in _TOKEN.finditer(piece))
            done.append(_TOKEN.sub("", piece))
        else:
            done.append(piece)
        if not links:
            done.append(waiting)
            waiting = ""
    return "".join(done)
