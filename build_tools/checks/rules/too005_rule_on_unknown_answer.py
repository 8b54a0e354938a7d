"""A rule of a field names answers that the field has.

`if_value:` and `require_any:` name options by their ids; a field of the type `yesno` has `yes` and
`no`. A rule on an answer that cannot be given never does anything, and nobody notices.

Mend it: correct the id.

    # bad course/tools/check-in.yml 10:16
    schema: 1
    kind: form
    title: Check-in
    description: How it goes.
    limits: [It is no record of a family.]
    fields:
      - id: me
        type: choice
        label: How is this work leaving you?
        if_value: {worn: [support]}
        options: [{id: steady, text: Steady}, {id: worn-down, text: Worn down}]

    # bad course/tools/check-in.yml 11:25
    schema: 1
    kind: form
    title: Check-in
    description: How it goes.
    limits: [It is no record of a family.]
    fields:
      - id: voices
        type: checklist
        label: Who helped?
        options: [{id: caregivers, text: Caregivers}, {id: staff, text: Staff}]
        require_any: [{of: [caregiver], say: "Could you ask a caregiver?"}]

    # good course/tools/check-in.yml
    schema: 1
    kind: form
    title: Check-in
    description: How it goes.
    limits: [It is no record of a family.]
    fields:
      - {id: known, type: yesno, label: The lead is known, if_value: {no: first-goal}}
      - id: voices
        type: checklist
        label: Who helped?
        options: [{id: caregivers, text: Caregivers}, {id: staff, text: Staff}]
        require_any: [{of: [caregivers], say: "Could you ask a caregiver?"}]
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.core.suggest import did_you_mean
from build_tools.instruments.field import Field
from build_tools.instruments.fields import checklist, grid, scale
from build_tools.instruments.instrument import Instrument


def check(tool: Instrument) -> Iterator[Finding]:
    # An answer that could not be read may be the one that is meant.
    if tool.incomplete:
        return
    for field in tool.fields:
        known = _answers(tool, field)
        for value in field.if_value:
            if value not in known:
                yield Finding(
                    field.place("if_value", value, key=True),
                    f"“{field.id}” has no answer “{value}”",
                    did_you_mean(value, known) or "only answers that are chosen can have a rule",
                )
        for wanted in field.require_any if isinstance(field, checklist.Type) else ():
            for index, value in enumerate(wanted.of):
                if value not in known:
                    yield Finding(
                        wanted.place("of", index),
                        f"“{field.id}” has no option “{value}”",
                        did_you_mean(value, known),
                    )


def _answers(tool: Instrument, field: Field) -> tuple[str, ...]:
    """What can be answered; a scale without points has those of its form."""
    shared = getattr(tool, "scale", ())
    if isinstance(field, (grid.Type, scale.Type)) and not field.scale:
        return tuple(point.id for point in shared)
    return field.values
