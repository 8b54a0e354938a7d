"""Faults that only a form can have."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.instruments.fields import grid, scale
from build_tools.instruments.form import Kind


def too040_form_without_fields(tool: Kind) -> Iterator[Finding]:
    """A form has something to fill in.

    Mend it: write `fields:`, or `parts:` with fields in each.

        # bad course/tools/check-in.yml 2:1
        schema: 1
        kind: form
        title: Check-in
        description: How it goes.
        limits: [It is no record of a family.]

        # good course/tools/check-in.yml
        schema: 1
        kind: form
        title: Check-in
        description: How it goes.
        limits: [It is no record of a family.]
        fields: [{id: helped, type: text, label: "What helped?"}]
    """
    if not tool.fields:
        yield Finding(
            tool.place("kind", key=True), "this form has no fields", "add them under “fields:”"
        )


def too041_scale_without_points(tool: Kind) -> Iterator[Finding]:
    """A scale or a grid has points, of its own or of its form.

    Without words at its points, a row of boxes means something else to everybody.

    Mend it: write `scale:` for the whole form, or in the field.

        # bad course/tools/check-in.yml 6:15
        schema: 1
        kind: form
        title: Check-in
        description: How it goes.
        limits: [It is no record of a family.]
        fields: [{id: reach, type: scale, label: We can reach each other}]

        # good course/tools/check-in.yml
        schema: 1
        kind: form
        title: Check-in
        description: How it goes.
        limits: [It is no record of a family.]
        scale: [{id: not-yet, value: 1, text: Not yet}, {id: fully, value: 2, text: Fully}]
        fields: [{id: reach, type: scale, label: We can reach each other}]
    """
    for field in tool.fields:
        if isinstance(field, (grid.Type, scale.Type)) and not field.scale and not tool.scale:
            yield Finding(
                field.place("id"),
                f"“{field.id}” has no points to choose from",
                "add “scale:” to the form, or to this field",
            )
