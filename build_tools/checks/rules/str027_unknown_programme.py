"""What a pathway is inspired by is one of the programmes.

`programmes:` names the `code:` of files in ``course/programmes/``. The pathway's page shows what to
keep in mind about each of them; with a misspelt code those words are missing, and the pathway looks
better founded than it is.

Mend it: correct the code, or describe the programme in ``course/programmes/``.

    # bad course/pathways/everyone.yml 1:18
    programmes: [P1, P2]
    # with course/programmes/arrivals.yml
    schema: 1
    code: P1
    title: Kind arrivals
    description: A programme on how people are met at the door.
    elements:
      - {id: P1.1, text: People are greeted by name.}

    # good course/pathways/everyone.yml
    programmes: [P1]
    # with course/programmes/arrivals.yml
    schema: 1
    code: P1
    title: Kind arrivals
    description: A programme on how people are met at the door.
    elements:
      - {id: P1.1, text: People are greeted by name.}
"""

import re
from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course
from build_tools.model.names import PROGRAMMES


def check(course: Course) -> Iterator[Finding]:
    # A programme that cannot be read may be the one that has it.
    if any(re.fullmatch(PROGRAMMES, file) for file in course.source.broken):
        return
    known = {programme.code for programme in course.programmes.values()}
    for pathway in course.pathways.values():
        for index, code in enumerate(pathway.programmes):
            if code not in known:
                yield Finding(
                    pathway.place("programmes", index),
                    f"no programme has the code “{code}”",
                    did_you_mean(code, known) or "see course/programmes/ for those that there are",
                )
