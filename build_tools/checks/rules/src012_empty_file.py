"""A ``.yml`` file has something in it.

A file with nothing in it, or with comments alone, says neither that a thing is there nor that it is
not.

Mend it: fill it in, or delete it.

    # bad course/cast.yml 1:1
    # The people in our examples will stand here.

    # good course/cast.yml
    people: [{id: samira, name: Samira, who: a mother with a pushchair}]
"""
