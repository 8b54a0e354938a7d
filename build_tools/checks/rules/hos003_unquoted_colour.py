"""A colour stands in quotes.

To YAML, a # after a space begins a note for people, and all after it is passed over. The colour is
then not given at all, and the pages keep ours without a word.

Mend it: put quotes round it.

    # bad course/host.yml 2:3
    colours:
      main: #00594f

    # good course/host.yml
    colours:
      main: "#00594f"
"""

import re
from collections.abc import Iterator

from build_tools.core.diagnostics import Finding, TextPlace
from build_tools.model.course import Course

FILE = "course/host.yml"
BARE = re.compile(
    r"(\s*(?:colours:\s*\{\s*)?)(main|dark|colours)\s*:\s+(#\s*(?:[0-9a-fA-F]{3}){1,2})\b"
)


def check(course: Course) -> Iterator[Finding]:
    for number, line in enumerate(course.source.texts.get(FILE, "").split("\n"), 1):
        if match := BARE.match(line):
            before, name, colour = match.groups()
            yield Finding(
                TextPlace(FILE, number, len(before) + 1),
                f"“{colour}” is read as a note, so no colour is given here",
                f'put it in quotes: {name}: "{colour}"'
                if name != "colours"
                else f'write  colours: {{main: "{colour}"}}',
            )
