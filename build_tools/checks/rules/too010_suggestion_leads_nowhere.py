"""What a form suggests is there: its fields, their options, and the modules.

`suggest:` names the answers that lead to modules. A name that is written otherwise elsewhere leads
to none, and whoever filled in the form is told nothing. A module that a pathway has `planned` will
be suggested once it is there.

Mend it: correct the name; `areas:` needs a grid, `needs:` a field with options.

    # bad course/tools/check-in.yml 6:18
    schema: 1
    kind: form
    title: Check-in
    description: How it goes.
    limits: [It is no record of a family.]
    suggest: {areas: staf}
    fields: [{id: helped, type: text, label: "What helped?"}]

    # bad course/tools/check-in.yml 6:41
    schema: 1
    kind: form
    title: Check-in
    description: How it goes.
    limits: [It is no record of a family.]
    suggest: {needs: {most: {calming-down: [first-step]}}}
    fields:
      - {id: most, type: rank, label: What first, options: [{id: calming-down, text: Calm}]}

    # good course/tools/check-in.yml
    schema: 1
    kind: form
    title: Check-in
    description: How it goes.
    limits: [It is no record of a family.]
    suggest: {needs: {most: {calming-down: [first-steps]}}}
    fields:
      - {id: most, type: rank, label: What first, options: [{id: calming-down, text: Calm}]}
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.core.suggest import did_you_mean
from build_tools.instruments.form import Kind, Suggest
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    planned = {id for pathway in course.pathways.values() for id in pathway.planned}
    modules = course.known.get("module", frozenset()) | planned
    for tool in course.tools.values():
        if isinstance(tool, Kind) and tool.suggest:
            yield from _fields(tool, tool.suggest)
            yield from _modules(tool.suggest, modules)


def _fields(tool: Kind, suggest: Suggest) -> Iterator[Finding]:
    known = {field.id: field for field in tool.fields}
    for key in ("areas", "level"):
        if (id := getattr(suggest, key)) and id not in known:
            yield Finding(
                suggest.place(key), f"this form has no field “{id}”", did_you_mean(id, known)
            )
    for id, options in suggest.needs.items():
        if id not in known:
            yield Finding(
                suggest.place("needs", id, key=True),
                f"this form has no field “{id}”",
                did_you_mean(id, known),
            )
            continue
        for option in options:
            if option not in known[id].values:
                yield Finding(
                    suggest.place("needs", id, option, key=True),
                    f"“{id}” has no option “{option}”",
                    did_you_mean(option, known[id].values),
                )


def _modules(suggest: Suggest, modules: frozenset[str]) -> Iterator[Finding]:
    for id, options in suggest.needs.items():
        for option, wanted in options.items():
            for index, module in enumerate(wanted):
                if module not in modules:
                    yield Finding(
                        suggest.place("needs", id, option, index),
                        f"there is no module “{module}”",
                        did_you_mean(module, modules),
                    )
