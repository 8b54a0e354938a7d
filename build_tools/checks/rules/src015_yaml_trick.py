"""A course file uses plain YAML: no tags, no aliases, no endless nesting.

YAML can do more than a course needs. A word that begins with ``!`` sets a type, ``&`` and ``*``
repeat a part from elsewhere. In texts, these signs are nearly always meant as themselves, and a
few lines of nested aliases can fill a computer's memory (the “billion laughs”).

Mend it: put the text in double quotes, or write the repeated part out.

    # bad modules/first-steps/module.yml 1:8
    title: !important A calm first minute

    # good modules/first-steps/module.yml
    title: "!important: a calm first minute"
"""
