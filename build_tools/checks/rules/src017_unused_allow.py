"""An ``allow:`` silences something.

``allow: {OBJ001: reason}`` in a module or a quiz silences one rule there. When the fault has been
mended, the line stays behind and would hide the next fault of that kind.

Mend it: delete the line.

    # bad modules/first-steps/module.yml 2:3
    allow:
      OBJ002: The verb was agreed with our funder.

    # good modules/first-steps/module.yml
    allow:
      OBJ001: One objective is enough for a taster.
    objectives:
      - id: describe-precautions
        text: Describe universal precautions in one sentence
        taught: ["index.md#at-the-door"]
        assessed: quiz
"""

from build_tools.core.diagnostics import Severity

SEVERITY = Severity.WARNING
