"""What a module or an instrument covers is an element of one of the programmes.

`covers:` in ``module.yml`` and in ``course/tools/<id>.yml`` names elements of
``course/programmes/<id>.yml``. With a misspelt id the map for trainers shows that element as
covered by nothing, and a funder who asks where a programme is taught is given the wrong answer.

Mend it: correct the id. `trellis map --trace` lists them all.

    # bad modules/first-steps/module.yml 1:16
    covers: [P1.1, P1.22]
    # with course/programmes/arrivals.yml
    schema: 1
    code: P1
    title: Kind arrivals
    description: A programme on how people are met at the door.
    elements:
      - {id: P1.1, text: People are greeted by name.}
      - {id: P1.2, text: Nobody has to say why they came.}

    # bad course/tools/first-look.yml 6:10
    schema: 1
    kind: form
    title: A first look
    description: What is needed.
    limits: [It is no record of a family.]
    covers: [P1.3]
    fields: [{id: helped, type: text, label: "What helped?"}]

    # good modules/first-steps/module.yml
    covers: [P1.1, P1.2]
    # with course/programmes/arrivals.yml
    schema: 1
    code: P1
    title: Kind arrivals
    description: A programme on how people are met at the door.
    elements:
      - {id: P1.1, text: People are greeted by name.}
      - {id: P1.2, text: Nobody has to say why they came.}
"""

import re
from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course
from build_tools.model.module import declared_ids
from build_tools.model.names import PROGRAMMES


def check(course: Course) -> Iterator[Finding]:
    # A programme that cannot be read may be the one that has it.
    if any(re.fullmatch(PROGRAMMES, file) for file in course.source.broken):
        return
    known = _declared(course)
    for element, place in course.covered():
        if element not in known:
            near = did_you_mean(element, known)
            yield Finding(
                place,
                f"no programme has an element “{element}”",
                near or "see course/programmes/ for the elements that there are",
            )


def _declared(course: Course) -> set[str]:
    """Ids of all elements written down, also those with a fault, which is told elsewhere."""
    files = course.source.files(PROGRAMMES)
    return {id for file in files for id in declared_ids(course.source.yaml(file), "elements")}
