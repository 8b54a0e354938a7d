"""Each field is given once.

When a field stands twice in the same group, most programs keep the last and drop the first without
a word. A field repeated by copying and pasting can so lose a whole list of objectives.

Mend it: keep one of the two, or merge them into one.

    # bad modules/first-steps/module.yml 2:1
    minutes: 10
    minutes: 12

    # good modules/first-steps/module.yml
    minutes: 12
"""
