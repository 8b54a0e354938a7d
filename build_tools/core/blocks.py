"""The `/// name | argument` blocks that a trainer may write, as data.

The scanner, the checks and the renderer all read this one table; nothing else knows the names.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Argument(Enum):
    """What may follow the “|” on a block's first line."""

    NONE = "none"
    OPTIONAL = "optional"
    REQUIRED = "required"


@dataclass(frozen=True, slots=True)
class BlockKind:
    """One kind of block: what it takes, and one line on what it is for.

    ``options`` maps an option's name to whether it must be given. ``body`` says whether text may
    stand inside; ``target`` names what the argument refers to (a question, a tool), if anything.
    """

    name: str
    purpose: str
    argument: Argument = Argument.NONE
    options: tuple[tuple[str, bool], ...] = ()
    body: bool = True
    target: str = ""


KINDS: dict[str, BlockKind] = {
    kind.name: kind
    for kind in (
        BlockKind("summary", "what to take away, as a short list"),
        BlockKind("key-idea", "one idea worth stopping at"),
        BlockKind("example", "a worked example, with a title", Argument.REQUIRED),
        BlockKind(
            "reflect",
            "something to think or write about in private, with one possible answer",
            Argument.REQUIRED,
            (("objectives", False), ("minutes", False), ("answer", False)),
        ),
        BlockKind(
            "practice",
            "something to do at work",
            Argument.REQUIRED,
            (("objectives", False), ("minutes", False)),
        ),
        BlockKind(
            "quiz",
            "one question of the module's quiz, or without a name a link to the quiz",
            Argument.OPTIONAL,
            body=False,
            target="question",
        ),
        BlockKind("scenario", "the module's branching story", body=False),
        BlockKind("tool", "a link to an instrument", Argument.REQUIRED, body=False, target="tool"),
        BlockKind("pause", "ways to take a break", body=False),
        BlockKind("support", "whom to call", body=False),
    )
}
