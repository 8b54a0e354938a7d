"""What pages say where they are opened from a folder or a stick, and not over a network."""

from __future__ import annotations

from collections.abc import Callable


def folder_words(gettext: Callable[[str], str]) -> dict[str, str]:
    """Give the words that the theme prints round each page of the offline flavour."""
    return {
        # Seen only where the style sheet is missing, as it is inside a zip.
        "extract": gettext("Extract me first."),
        "how": gettext(
            "You are looking into a zip file, and the other parts of the course cannot be reached "
            "from here. Close this page, take everything out of the zip (on Windows: right click "
            "on it and choose “Extract all”), and open index.html in the new folder."
        ),
        "about": gettext(
            "You opened the course from a folder. Your browser may forget what you do here, "
            "so keep it in a file:"
        ),
        "save": gettext("Save a copy"),
        "load": gettext("Load a copy"),
        "label": gettext("Your progress in a file"),
        "saved": gettext(
            "A file was made, without your private writing. Your browser has put it where it "
            "keeps downloads."
        ),
        "loaded": gettext("Loaded. What was in the file is now part of what is here."),
        "refused": gettext(
            "This file was not loaded, and nothing was changed. It may be cut off, from another "
            "course, or something else. “My learning” can tell you more."
        ),
    }
