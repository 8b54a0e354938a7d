"""No invisible line break hides in a line.

Text pasted from a web page or a word processor can carry the signs U+2028, U+2029 or U+0085.
Editors show nothing, but YAML ends the line there (YAML 1.1, section 5.4). Trellis reads them as
a space.

Mend it: delete the invisible sign and type a space.

    # bad modules/first-steps/module.yml 1:30
    description: Greet the person\u2028who arrives upset.

    # good modules/first-steps/module.yml
    description: Greet the person who arrives upset.
"""

from build_tools.core.diagnostics import Severity

SEVERITY = Severity.WARNING
