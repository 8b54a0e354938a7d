"""An instrument says what it is not.

A form with a scale on it looks like a test, and a sheet with a child's needs like a file. Somebody
will use it as one, unless the page itself says what it must not be used for.

Mend it: write `limits:`: what it is not, what it must not be used for, and what to leave out.

    # bad course/tools/check-in.yml 2:1
    schema: 1
    kind: form
    title: Check-in
    description: How it goes.
    fields: [{id: helped, type: text, label: "What helped?"}]

    # good course/tools/check-in.yml
    schema: 1
    kind: form
    title: Check-in
    description: How it goes.
    limits: [It is no record of a family. Leave out names.]
    fields: [{id: helped, type: text, label: "What helped?"}]
"""

from collections.abc import Iterator

from build_tools.core.diagnostics import Finding
from build_tools.instruments.instrument import Instrument


def check(tool: Instrument) -> Iterator[Finding]:
    if not tool.limits and not tool.incomplete:
        yield Finding(
            tool.place("kind", key=True),
            "nothing says what this instrument is not",
            "add “limits:”, for example: It is no record of a family.",
        )
