"""What a field draws on is a field of an instrument that is there.

`from: [needs-assessment/priorities]` shows in a plan what was written in the needs assessment, so
that nobody writes it twice; `each:` asks a question for each thing in it. Where the name leads
nowhere, people meet an empty field and write it all again.

Mend it: correct the name: the instrument's file, a slash, the id of the field.

    # bad course/tools/our-plan.yml 7:58
    schema: 1
    kind: form
    title: Our plan
    description: What we do next.
    limits: [It is no record of a family.]
    fields:
      - {id: need, type: text, label: What is needed, from: [first-look/needs]}

    # bad course/tools/our-plan.yml 7:56
    schema: 1
    kind: form
    title: Our plan
    description: What we do next.
    limits: [It is no record of a family.]
    fields:
      - {id: goal, type: text, label: What we want, from: [first-look/need]}
    # with course/tools/first-look.yml
    schema: 1
    kind: form
    title: First look
    description: What is needed.
    limits: [It is no record of a family.]
    fields: [{id: needs, type: text, label: What is needed}]

    # good course/tools/our-plan.yml
    schema: 1
    kind: form
    title: Our plan
    description: What we do next.
    limits: [It is no record of a family.]
    fields:
      - {id: goal, type: text, label: What we want, from: [first-look/needs]}
    # with course/tools/first-look.yml
    schema: 1
    kind: form
    title: First look
    description: What is needed.
    limits: [It is no record of a family.]
    fields: [{id: needs, type: text, label: What is needed}]
"""

from collections.abc import Iterator

from build_tools.checks.carrying import carried, field_of
from build_tools.core.diagnostics import Finding
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    known = course.known.get("tool", frozenset())
    for line in carried(course):
        if line.home not in known:
            near = did_you_mean(line.home, known)
            message = f"there is no instrument “{line.home}”"
            yield Finding(line.place, message, near or f"write course/tools/{line.home}.yml")
            continue
        home = course.tools.get(line.home)
        # A field that could not be read is told elsewhere.
        if home is None or home.incomplete or field_of(course, line.source):
            continue
        ids = [field.id for field in home.fields]
        wanted = line.source.partition("/")[2]
        yield Finding(
            line.place,
            f"“{line.home}” has no field “{wanted}”",
            did_you_mean(wanted, ids) or f"look in {home.file}",
        )
