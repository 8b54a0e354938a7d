"""A ``.yml`` file is valid YAML, and the list of sources is valid JSON.

YAML is strict about three things: a colon followed by a space means “field”, indentation shows
what belongs to what, and quotation marks and brackets that open must close (YAML 1.1
specification, 2005). When one of them is off, nothing in the file can be read, so only this one
fault is told until it is mended.

Mend it: look at the place that the finding shows, and at the line above it. Put a text that has
a “: ” in it, or that begins with a quotation mark, a bracket, ``*``, ``&`` or ``@``, in double
quotes.

    # bad modules/first-steps/module.yml 1:28
    description: Greet a person: no story asked.

    # bad modules/first-steps/module.yml 2:8
    levels: [self, organisation
    minutes: 10

    # good modules/first-steps/module.yml
    description: "Greet a person: no story asked."
"""
