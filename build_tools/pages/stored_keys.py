"""What the scripts of a site can store in a learner's browser: the one list of it.

The page “What this site stores” is made from it, and a test compares it with the scripts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class StoredKey:
    """A key of the browser's storage, or all keys that begin alike (``record:*``).

    ``places`` are ``device`` (localStorage) and ``tab`` (sessionStorage). Every key is led by
    ``trellis:`` and the course's id. The rest is what learners read.
    """

    key: str
    places: tuple[str, ...]
    title: str
    purpose: str
    written: str
    kept: str

    @property
    def anchor(self) -> str:
        """The address of its paragraph on the page."""
        return "stored-" + self.key.removesuffix(":*")


def stored_keys(gettext: Callable[[str], str]) -> tuple[StoredKey, ...]:
    """Give every key, in the order in which learners read of them."""
    until_deleted = gettext("until you delete it, or until the browser clears it")
    with_the_tab = gettext("until you close the tab")
    either = gettext(
        "on this device until you delete it or the browser clears it; "
        "if you chose this tab only, until you close the tab"
    )
    return (
        StoredKey(
            "record:*",
            ("device", "tab"),
            gettext("What you did"),
            gettext(
                "Parts you marked as done, your answers to questions, what you chose in stories, "
                "how you rated statements, how the steps of a plan went and which phases you are "
                "through, and the day and time of each. So you can carry on where you were."
            ),
            gettext(
                "when you mark a part or a phase, check an answer, choose in a story, rate a "
                "statement, begin a form, or say how a step went"
            ),
            either,
        ),
        StoredKey(
            "private",
            ("device", "tab"),
            gettext("What you write for yourself"),
            gettext(
                "Reflections, notes, and what you write or tick in plans and forms. Boxes that "
                "say “never kept” are not among it. It is not put into a file that you save, "
                "unless you ask for it or save the form itself."
            ),
            gettext("two seconds after you stop typing, and at once when you tick a box"),
            gettext(
                "until you close the tab; if you chose this device under a note or in a form, "
                "until you delete it or the browser clears it. If the course was opened from a "
                "folder, always in the tab only"
            ),
        ),
        StoredKey(
            "keep",
            ("device", "tab"),
            gettext("Where to keep it"),
            gettext("Your choice between this device and this tab only."),
            gettext("when you choose"),
            either,
        ),
        StoredKey(
            "skip",
            ("tab",),
            gettext("Themes you go round"),
            gettext(
                "The names of themes that you chose to skip, so that questions on them stay "
                "hidden. Nothing that you save or print says so."
            ),
            gettext("when you choose to skip a theme"),
            with_the_tab,
        ),
        StoredKey(
            "pid",
            ("device", "tab"),
            gettext("A number for your files"),
            gettext(
                "A random number that stands in every file you save, so that two files can be "
                "told to come from the same learner. It says nothing about who you are."
            ),
            gettext("when you save a file for the first time"),
            either,
        ),
        StoredKey(
            "writer",
            ("tab",),
            gettext("A number for this tab"),
            gettext("A random number, so that two open tabs do not overwrite each other."),
            gettext("together with the first thing you did"),
            with_the_tab,
        ),
        StoredKey(
            "asked",
            ("tab",),
            gettext("Whether you were asked"),
            gettext(
                "That the line “Where your progress is kept” was shown, so that it is not "
                "shown again."
            ),
            gettext("when the line was shown"),
            with_the_tab,
        ),
        StoredKey(
            "look",
            ("device",),
            gettext("Light or dark colours"),
            gettext("Which colours you chose."),
            gettext("when you press “Dark colours”"),
            until_deleted,
        ),
    )
