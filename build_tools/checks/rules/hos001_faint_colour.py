"""The host's colours can be read by everyone, on light pages and on dark ones.

`main` under `colours:` in `course/host.yml` is the colour of links and of buttons. What is clear to
the person who chose it can be too faint for tired or older eyes, and on a phone in the sun. The Web
Content Accessibility Guidelines (2.2, 1.4.3 and 1.4.11) ask for a contrast of 4.5 to 1 for text and
of 3 to 1 for the edges of controls. One colour does both here, so it needs 4.5 on the page, on
white boxes and on tinted ones. `dark` is judged in the same way on dark pages; without it, a colour
that passes is made from `main`.

Mend it: take the colour that the finding names. It is the nearest one of the same hue that passes.
Your logo can keep the colour it has.

    # bad course/host.yml 2:9
    colours:
      main: "#2aa198"

    # bad course/host.yml 3:9
    colours:
      main: "#00594f"
      dark: "#00594f"

    # good course/host.yml
    colours:
      main: "#00594f"
"""

from collections.abc import Iterator

from build_tools.core.colours import TEXT
from build_tools.core.diagnostics import Finding
from build_tools.model.course import Course
from build_tools.model.palette import DARK, LIGHT


def check(course: Course) -> Iterator[Finding]:
    colours = course.host.colours
    if colours is None:
        return
    for name, given, ground in (("main", colours.main, LIGHT), ("dark", colours.dark, DARK)):
        if given is None:
            continue
        least = ground.least(given)
        if least < TEXT:
            # Cut, not rounded: 4.49 must not read as enough.
            yield Finding(
                colours.place(name),
                f"{given} has a contrast of {int(least * 100) / 100:.2f} on {ground.name} pages; "
                f"links need {TEXT}",
                f'the nearest colour that passes is "{ground.passing(given)}"',
            )
