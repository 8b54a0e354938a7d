"""A ``.yml`` or ``.md`` file has something in it.

A file with nothing in it, or a ``.yml`` file with comments alone, says neither that a thing is
there nor that it is not.

Mend it: fill it in, or delete it.

    # bad course/cast.yml 1:1
    # The people in our examples will stand here.

    # bad modules/first-steps/02-later.md 1:1

    # good course/cast.yml
    people: [{id: samira, name: Samira, who: a mother with a pushchair}]
"""
